// What a reader made of a file. All readers of one job must say the same, or their times compare nothing.

export interface Answer {
  /** Lines that keep every rule. */
  readonly ok: number;
  readonly bad: number;
  /** Of the lines that are ok. */
  readonly minutes: number;
  /** 1-based rows of the bad ones, the first ones of a file that has very many. */
  readonly badRows: readonly number[];
}

const rowsTold = 5000;

export interface Tally {
  /** @param minutes null for a bad line */
  readonly take: (row: number, minutes: number | null) => void;
  readonly answer: () => Answer;
}

export function makeTally(): Tally {
  let ok = 0;
  let bad = 0;
  let sum = 0;
  const badRows: number[] = [];
  return {
    take: (row, minutes) => {
      if (minutes !== null) {
        ok += 1;
        sum += minutes;
        return;
      }
      bad += 1;
      if (badRows.length < rowsTold) badRows.push(row);
    },
    answer: () => ({ ok, bad, minutes: sum, badRows: badRows.toSorted((a, b) => a - b) }),
  };
}

/** Takes a package out of the folder of the peers, for what the reader uses of it. */
export type Load = <Module>(name: string) => Promise<Module>;

/**
 * One way of reading a file, loaded by a process of its own.
 * @returns the work that is timed: from the path of a file to the answer; null from a floor, which understands nothing
 */
export type Prepare = (load: Load) => Promise<(path: string) => Promise<Answer | null>>;
