// The registry says from when each key of the log signs, before it signs.

import { causeOf } from '../../ledger/fact.ts';
import type { Ports } from '../../ports.ts';
import { encodeBase64url } from '../../statement/base64url.ts';
import { type AppendPorts, append } from '../append.ts';
import { readBook } from '../book-state.ts';
import { registryBook } from '../people.ts';

const installation = 'installation';

/** @returns how a key of the log is called in the registry: its 32 bytes in base64url, so that nothing else need be looked up */
export const logKid = (publicKey: Uint8Array): string => encodeBase64url(publicKey);

/** Repeatable: a key that stands in the registry is not published again. */
export async function publishLogKeys(ports: AppendPorts & Pick<Ports, 'logKeys'>): Promise<void> {
  const registry = await readBook(ports, registryBook);
  for (const key of await ports.logKeys.publicKeys()) {
    const kid = logKid(key);
    if ((await registry.get(`keys/${kid}`)) !== null) continue;
    const on = { kid, use: 'log' };
    const cause = causeOf(ports.primitives.sha256, { actor: installation, act: 'publish-key', on, after: null });
    await append(ports, { book: registryBook, cause, dependsOn: [] }, async () => ({
      kind: 'key-published' as const,
      by: installation,
      data: { kid, use: 'log' as const, test: ports.logKeys.isTest },
    }));
  }
}
