// The registry says from when each key signs: years later an auditor sees that it was ours when a statement, or a checkpoint of the log, was signed.
import { causeOf } from '../ledger/fact.ts';
import type { FactData } from '../ledger/kinds.ts';
import type { Ports } from '../ports.ts';
import { encodeBase64url } from '../statement/base64url.ts';
import { type AppendPorts, append } from './append.ts';
import { readBook } from './book-state.ts';
import { installation, registryBook } from './people.ts';

/** Repeatable: a key that stands in the registry is not published again. */
async function publish(ports: AppendPorts, keys: readonly FactData<'key-published'>[]): Promise<void> {
  const registry = await readBook(ports, registryBook);
  for (const data of keys) {
    const { kid } = data;
    if ((await registry.get(`keys/${kid}`)) !== null) continue;
    const on = { kid };
    const cause = causeOf(ports.primitives.sha256, { actor: installation, act: 'publish-key', on, after: null });
    await append(ports, { book: registryBook, cause, dependsOn: [] }, async () => ({
      kind: 'key-published' as const,
      by: installation,
      data,
    }));
  }
}

/** Before a key signs its first statement. */
export async function publishKeys(ports: AppendPorts & Pick<Ports, 'signer'>): Promise<void> {
  const { signer } = ports;
  const keys = await signer.publicKeys();
  return publish(
    ports,
    keys.map(({ kid }) => ({ kid, use: 'statement', test: signer.isTest })),
  );
}

/** Before a key signs its first checkpoint. It is called by its 32 bytes in base64url, so that nothing else need be looked up. */
export async function publishLogKeys(ports: AppendPorts & Pick<Ports, 'logKeys'>): Promise<void> {
  const { logKeys } = ports;
  const keys = await logKeys.publicKeys();
  return publish(
    ports,
    keys.map((key) => ({ kid: encodeBase64url(key), use: 'log', test: logKeys.isTest })),
  );
}
