// The queue of pulls where there is no queue: kept in memory by this process, and woken by its timers if it lives that long.
import type { Clock } from '../../ports/primitives.ts';
import type { PullQueue } from '../../ports/pulls.ts';

/** Handed over once its time has come. */
export type OnDue = (repository: string, notBefore: number) => Promise<void>;

export interface WaitingPulls extends PullQueue {
  /** What waits: repository → UTC milliseconds. A command that ends tells it, and it is forgotten with the process. */
  readonly waiting: ReadonlyMap<string, number>;
  /** From here on what is due is handed over, one after the other; until then it only waits. */
  readonly attend: (onDue: OnDue) => void;
  /** Nothing is handed over any more; resolves when what is under way has ended. */
  readonly close: () => Promise<void>;
}

/** setTimeout takes no more than 2^31 milliseconds. */
const longestTimer = 86_400_000;

export function waitingPulls(clock: Clock): WaitingPulls {
  const waiting = new Map<string, number>();
  const timers = new Map<string, NodeJS.Timeout>();
  let attending: OnDue | null = null;
  let underWay: Promise<void> = Promise.resolve();

  function arm(repository: string): void {
    const due = waiting.get(repository);
    if (attending === null || due === undefined) return;
    clearTimeout(timers.get(repository));
    const wake = (): void => {
      if (clock.now() < due) arm(repository);
      else hand(repository, due);
    };
    const delay = Math.min(Math.max(due - clock.now(), 0), longestTimer);
    // A process with nothing else to do may end.
    timers.set(repository, setTimeout(wake, delay).unref());
  }

  function hand(repository: string, due: number): void {
    timers.delete(repository);
    waiting.delete(repository);
    const onDue = attending;
    if (onDue !== null) underWay = underWay.then(() => onDue(repository, due));
  }

  return {
    waiting,
    ask: async (repository, notBefore) => {
      waiting.set(repository, Math.min(notBefore, waiting.get(repository) ?? notBefore));
      arm(repository);
    },
    attend: (onDue) => {
      attending = onDue;
      for (const repository of waiting.keys()) arm(repository);
    },
    close: async () => {
      attending = null;
      for (const timer of timers.values()) clearTimeout(timer);
      await underWay;
    },
  };
}
