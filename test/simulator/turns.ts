// Several processes at once, one step at a time: whose turn it is next is drawn, so that the same seed gives the same order.
import type { Draw } from '../../examples/random.ts';

const untilQuiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export interface Turns {
  /** Awaited before each step: at once where nobody else works. */
  readonly mine: () => Promise<void>;
  /** Keeps everybody from a turn while a call is under way that does not end by itself at once. */
  readonly during: <T>(call: () => Promise<T>) => Promise<T>;
  /** @param acts none of them may reject @returns when all have ended, and how often the turn went to another one */
  readonly together: (acts: readonly (() => Promise<void>)[]) => Promise<number>;
}

export function turns(draw: Draw): Turns {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  let isShared = false;
  return {
    mine: () => (isShared ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
    during: async (call) => {
      underWay += 1;
      try {
        return await call();
      } finally {
        underWay -= 1;
      }
    },
    together: async (acts) => {
      isShared = true;
      let open = acts.length;
      let given = 0;
      const done = Promise.all(
        acts.map(async (act) => {
          await act();
          open -= 1;
        }),
      );
      while (open > 0) {
        do await untilQuiet();
        while (underWay > 0);
        if (waiting.length === 0) continue;
        given += 1;
        waiting.splice(draw.between(0, waiting.length - 1), 1)[0]!();
      }
      isShared = false;
      await done;
      return given;
    },
  };
}
