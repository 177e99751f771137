// The log’s queue where there is no queue: books that wait are kept by this process, and taken together.
import type { LogQueue } from '../../ports/log.ts';

/** Takes what these books hold and the log does not. */
export type OnLog = (books: readonly string[]) => Promise<void>;

export interface WaitingLog extends LogQueue {
  /** Takes all that waits; resolves when it is in the log. A failure is told to `onFailure`, and what waited goes on waiting. */
  readonly settle: () => Promise<void>;
  /** From here on what waits is taken by itself a moment later, for as long as this process lives. */
  readonly attend: () => void;
  /** Takes nothing more; resolves when what is under way has ended. */
  readonly close: () => Promise<void>;
}

/** Facts come in bursts: a moment after the first of one, most of it is there. */
const patienceMs = 2_000;

export function waitingLog(onLog: OnLog, onFailure: (error: unknown) => void | Promise<void>): WaitingLog {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let attends = false;
  let underWay: Promise<void> = Promise.resolve();

  async function takeAll(): Promise<void> {
    const books = [...waiting].sort();
    if (books.length === 0) return;
    waiting.clear();
    try {
      await onLog(books);
    } catch (error) {
      // Whoever appended has her fact, and is told nothing of this: the log is behind, and the next start or fact tries again.
      for (const book of books) waiting.add(book);
      await onFailure(error);
    }
  }
  /** One after the other: what comes meanwhile is taken next. */
  function settle(): Promise<void> {
    underWay = underWay.then(takeAll);
    return underWay;
  }
  function arm(): void {
    if (!attends || timer !== null || waiting.size === 0) return;
    timer = setTimeout(() => {
      timer = null;
      void settle();
    }, patienceMs).unref();
  }

  return {
    ask: async (book, when) => {
      waiting.add(book);
      if (when === 'now') await settle();
      else arm();
    },
    settle,
    attend: () => {
      attends = true;
      arm();
    },
    close: async () => {
      attends = false;
      if (timer !== null) clearTimeout(timer);
      await underWay;
    },
  };
}
