// Somebody stopped the program: what was acknowledged is kept, and the same command again goes on from there.
import { constants } from 'node:os';

export class Interrupted extends Error {
  /** As a shell counts it: 128 and the signal's number. */
  readonly exitCode: number;

  constructor(signal: NodeJS.Signals) {
    super(signal);
    this.exitCode = 128 + constants.signals[signal];
  }
}
