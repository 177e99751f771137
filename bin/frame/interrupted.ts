// Somebody stopped the program: what was acknowledged is kept, and the same command again goes on from there.

export class Interrupted extends Error {
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(signal);
    this.signal = signal;
  }
}
