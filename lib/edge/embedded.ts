// The embedded run: the local assembly with the same jobs that the cloud wakes, woken here by the append, the inbox and the queue of pulls themselves.
import { type LocalAssembly, type LocalSettings, localAssembly } from '../adapters/local.ts';
import type { Ports } from '../ports.ts';
import type { Job } from './job.ts';
import { faultLine } from './problem.ts';

export interface EmbeddedRun extends LocalAssembly {
  /** Brings up what a crash left behind: views, claims, heads, messages that wait. Repeatable; to be called at start-up. */
  readonly catchUp: () => Promise<void>;
  /** Takes into the log what it does not have yet of any book, also what an earlier run left. */
  readonly settleLog: () => Promise<void>;
  /** From here on the log takes new facts by itself, a moment after they came. */
  readonly attendLog: () => void;
  /** From here on repositories asked for are pulled, each when its time comes, as long as this process lives. */
  readonly attendPulls: () => void;
}

/**
 * One drain of a book at a time, and one more for all who came meanwhile: ten thousand messages at once are a few drains, not
 * ten thousand.
 */
function coalesced(drain: (book: string) => Promise<void>): (book: string) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const waiting = new Map<string, Promise<void>>();
  const start = (book: string): Promise<void> => {
    const run = drain(book).finally(() => running.delete(book));
    running.set(book, run);
    return run;
  };
  return (book) => {
    const now = running.get(book);
    if (now === undefined) return start(book);
    const next =
      waiting.get(book) ??
      now
        // Whoever is running now tells its own callers of its failure.
        .catch(() => undefined)
        .then(() => {
          waiting.delete(book);
          return start(book);
        });
    waiting.set(book, next);
    return next;
  };
}

/** What the queue of the log wakes in the cloud. */
export async function wakeLog(jobs: readonly Job[], ports: Ports, books: readonly string[]): Promise<void> {
  const messages = books.map((book) => ({ book }));
  for (const job of jobs) if (job.trigger.kind === 'log') await job.wake(ports, null, messages);
}

const tellLogFailure = (error: unknown): void => console.error(faultLine(error, 'log', 'the log'));

/** @throws Refusal as `localAssembly` does */
export async function openEmbedded(
  jobs: readonly Job[],
  settings: Omit<LocalSettings, 'onFact' | 'onLog' | 'onLogFailure'>,
): Promise<EmbeddedRun> {
  const onFacts = jobs.filter(({ trigger }) => trigger.kind === 'facts');
  const onInbox = jobs.filter(({ trigger }) => trigger.kind === 'inbox');
  const follow = async (book: string): Promise<void> => {
    for (const job of onFacts) await job.wake(ports, book, []);
  };
  const assembly = await localAssembly({
    ...settings,
    onFact: follow,
    onLog: (books) => wakeLog(jobs, ports, books),
    onLogFailure: tellLogFailure,
  });
  const drain = coalesced(async (book) => {
    await assembly.inbox.drain(book, async (messages) => {
      for (const job of onInbox) await job.wake(ports, book, messages);
    });
  });
  const ports: Ports = {
    ...assembly.ports,
    inbox: {
      // Answered once it is written: nobody here waits for a queue.
      submit: async (message) => {
        await assembly.ports.inbox.submit(message);
        await drain(message.book);
      },
    },
  };
  const settleLog = async (): Promise<void> => {
    for await (const book of ports.listBooks.books()) await ports.logQueue.ask(book, 'soon');
    await assembly.log.settle();
  };
  return {
    ...assembly,
    ports,
    settleLog,
    attendLog: assembly.log.attend,
    attendPulls: () => {
      assembly.pulls.attend(async (repository, notBefore) => {
        for (const job of jobs.filter(({ trigger }) => trigger.kind === 'pulls')) {
          // Nobody waits for it: the next one who asks for the repository tries again.
          await job.wake(ports, null, [{ repository, notBefore }]).catch((error: unknown) => {
            console.error(faultLine(error, repository, `job ${job.name}`));
          });
        }
      });
    },
    catchUp: async () => {
      for await (const book of ports.listBooks.books()) await follow(book);
      for await (const book of assembly.inbox.books()) await drain(book);
      await settleLog();
    },
  };
}
