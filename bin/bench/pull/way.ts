// What each way of reading a history is given and answers. All must answer the same, or their times compare nothing.
import type { Load } from '../intake/answer.ts';

export interface Answer {
  readonly events: number;
  readonly coAuthors: number;
  /** The first eight digits of all ids, as numbers, added up. */
  readonly shas: number;
}

export interface Source {
  /** The repository that is read. */
  readonly url: string;
  /** Where our adapter keeps its clone. */
  readonly workDirectory: string;
  /** The clone: brought up to date already. */
  readonly clone: string;
  /** Tips seen before; none for all of it. */
  readonly known: readonly string[];
}

/** @returns null from a floor, which understands nothing */
export type Prepare = (load: Load, source: Source) => Promise<() => Promise<Answer | null>>;

export interface Tally {
  readonly take: (sha: string, coAuthors: number) => void;
  readonly answer: () => Answer;
}

export function makeTally(): Tally {
  let [events, coAuthors, shas] = [0, 0, 0];
  return {
    take: (sha, others) => {
      events += 1;
      coAuthors += others;
      shas += Number.parseInt(sha.slice(0, 8), 16);
    },
    answer: () => ({ events, coAuthors, shas }),
  };
}
