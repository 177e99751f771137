// The faults that a simulated run may meet, by the names of the fault model, and how often each was put in and bit.

export const faultNames = {
  F1: 'the process dies at an await',
  F2: 'a call took effect and its answer was lost',
  F3: 'the store throttles or fails',
  F4: 'an act, a wake or a message comes twice',
  F5: 'wakes come out of order',
  F6: 'two processes work at once',
  F7: 'views are read as they were before',
  F8: 'somebody else writes first, or a transaction is in the way',
  F9: 'the clock jumps or stands still',
  F10: 'a message that cannot be read waits among the others',
  F11: 'the signing service throttles or refuses',
  F12: 'the forge refuses, breaks off, rewrites history or dates it wrongly',
  F13: 'a file of the log is gone, changed or as it was before',
  F14: 'a stored row is changed, removed or put in behind the API',
  F15: 'the time-stamping authority is silent or answers another question',
  F16: 'a program goes on signing with a key that was retired',
} as const;

export type FaultName = keyof typeof faultNames;

export const allFaults = Object.keys(faultNames) as FaultName[];

/** How often each fault was put in, and how often it made a difference. */
export class FaultTally {
  readonly #counts = new Map<FaultName, { injected: number; bit: number }>();

  #of(fault: FaultName): { injected: number; bit: number } {
    const counts = this.#counts.get(fault) ?? { injected: 0, bit: 0 };
    this.#counts.set(fault, counts);
    return counts;
  }

  inject(fault: FaultName): void {
    this.#of(fault).injected += 1;
  }

  bite(fault: FaultName): void {
    this.#of(fault).bit += 1;
  }

  /** In order of fault. */
  counts(): readonly { readonly fault: FaultName; readonly injected: number; readonly bit: number }[] {
    return allFaults.map((fault) => ({ fault, ...(this.#counts.get(fault) ?? { injected: 0, bit: 0 }) }));
  }
}
