// One process at a time, by a lock that the system itself lets go when its holder dies, even by kill -9.
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../../model/refusal.ts';

const tryEveryMs = 20;
const giveUpAfterMs = 30_000;

const busy = (what: string): Refusal =>
  new Refusal('ledger-busy', {
    fr: `Un autre processus tient « ${what} » depuis trente secondes. Attendez qu’il finisse, ou arrêtez-le, puis recommencez.`,
    en: `Another process has been holding "${what}" for thirty seconds. Wait until it ends, or stop it, then try again.`,
  });

/**
 * @param what any name that all contenders use; only its hash is seen by others
 * @throws Refusal `ledger-busy` after thirty seconds
 */
export async function exclusively<T>(what: string, act: () => Promise<T>): Promise<T> {
  // unix(7): an abstract socket has no file that could be left behind. One machine, one network namespace.
  const path = `\0communs-${createHash('sha256').update(what).digest('hex').slice(0, 32)}`;
  const server = createServer();
  const listen = (): Promise<boolean> =>
    new Promise((resolve, reject) => {
      server.once('listening', () => resolve(true));
      server.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
      );
      server.listen({ path });
    }).finally(() => server.removeAllListeners()) as Promise<boolean>;
  for (let waited = 0; !(await listen()); waited += tryEveryMs) {
    if (waited >= giveUpAfterMs) throw busy(what);
    await sleep(tryEveryMs);
  }
  try {
    return await act();
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
