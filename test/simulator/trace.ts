// What happened in a run, in order, as one digest: the same seed gives the same.
import { createHash } from 'node:crypto';

export class Trace {
  readonly #hash = createHash('sha256');

  note(line: string): void {
    this.#hash.update(line).update('\n');
  }

  /** To be asked once. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}
