// The registry says from when each key signs: years later an auditor sees that it was ours when a statement was made.
import { causeOf } from '../ledger/fact.ts';
import type { Ports } from '../ports.ts';
import { type AppendPorts, append } from './append.ts';
import { readBook } from './book-state.ts';
import { registryBook } from './people.ts';

/** Who speaks where nobody acts: the installation itself. */
const installation = 'installation';

/** Before a key signs its first statement. Repeatable: a key that stands in the registry is not published again. */
export async function publishKeys(ports: AppendPorts & Pick<Ports, 'signer'>): Promise<void> {
  const { signer, primitives } = ports;
  const registry = await readBook(ports, registryBook);
  for (const { kid } of await signer.publicKeys()) {
    if ((await registry.get(`keys/${kid}`)) !== null) continue;
    const cause = causeOf(primitives.sha256, { actor: installation, act: 'publish-key', on: { kid }, after: null });
    await append(ports, { book: registryBook, cause, dependsOn: [] }, async () => ({
      kind: 'key-published' as const,
      by: installation,
      data: { kid, use: 'statement' as const, test: signer.isTest },
    }));
  }
}
