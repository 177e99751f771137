// The embedded ledger of a command: opened, kept up to date after each fact, closed at every end, Ctrl-C included.
import type { LocalAssembly } from '../lib/adapters/local.ts';
import type { InboxMessage } from '../lib/ports/people.ts';
import type { Ports } from '../lib/ports.ts';
import type { Options, Values } from './frame/command.ts';
import { languageOf } from './frame/locale.ts';
import { listenForStop } from './frame/stop-signal.ts';

/** Of every command that opens a ledger. */
export const ledgerOptions = {
  data: {
    value: 'DIR',
    summary: { fr: 'répertoire du grand livre ; .communs sinon', en: 'directory of the ledger; else .communs' },
  },
  memory: {
    summary: {
      fr: 'en mémoire : rien n’est gardé après la commande',
      en: 'in memory: nothing is kept after the command',
    },
  },
} as const satisfies Options;

/** The embedded run wakes by itself what queue and stream wake in the cloud: the very same jobs. */
async function wake(kind: 'facts' | 'inbox', ports: Ports, book: string, messages: readonly InboxMessage[]) {
  // Asked for here, as the assembly below, so that commands that touch no ledger do not read its libraries.
  const { jobs } = await import('../functions/jobs.ts');
  for (const job of jobs) if (job.trigger.kind === kind) await job.wake(ports, book, messages);
}

/** Writes all that waits in the inbox, ours or left by a crash. */
async function settle({ inbox, ports }: LocalAssembly): Promise<void> {
  for await (const book of inbox.books()) {
    await inbox.drain(book, (messages) => wake('inbox', ports, book, messages));
  }
}

async function tellLogFailure(error: unknown): Promise<void> {
  const { behindText } = await import('./log/log-failure.ts');
  console.error(`communs: ${behindText(error)[languageOf(process.argv.slice(2), process.env)]}`);
}

type Work<Answer> = (ports: Ports, ledger: LocalAssembly) => Promise<Answer>;
type Place = Values<typeof ledgerOptions>;

/**
 * For a command that only looks.
 * @param work what the command does on the ledger's ports
 * @param isFollowed false where the command itself sees to what follows a fact
 * @throws Refusal `data-directory-not-writable`, `engine-missing`, `ledger-busy`, and whatever `work` throws; Interrupted at a signal
 */
export async function readLedger<Answer>(
  { data, memory }: Place,
  work: Work<Answer>,
  isFollowed = true,
): Promise<Answer> {
  const { localAssembly } = await import('../lib/adapters/local.ts');
  const assembly: LocalAssembly = await localAssembly({
    ...(data !== undefined && { dataDirectory: data }),
    memory,
    onFact: async (book) => {
      if (isFollowed) await wake('facts', assembly.ports, book, []);
    },
    onLog: async (books) => {
      const [{ jobs }, { wakeLog }] = await Promise.all([
        import('../functions/jobs.ts'),
        import('../lib/edge/embedded.ts'),
      ]);
      await wakeLog(jobs, assembly.ports, books);
    },
    onLogFailure: tellLogFailure,
  });
  const stop = listenForStop();
  try {
    return await stop.during(work(assembly.ports, assembly));
  } finally {
    await assembly.close();
    stop.letGo();
  }
}

/** For a command that writes: what it handed in at the inbox is in the books when it answers. @throws as `readLedger` */
export const withLedger = <Answer>(place: Place, work: Work<Answer>): Promise<Answer> =>
  readLedger(place, async (ports, ledger) => {
    const answer = await work(ports, ledger);
    await settle(ledger);
    await ledger.log.settle();
    return answer;
  });
