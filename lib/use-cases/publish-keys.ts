// The registry says from when each key signs: years later an auditor sees that it was ours when a statement, or a checkpoint of the log, was signed.
import { causeOf } from '../ledger/fact.ts';
import type { FactData } from '../ledger/kinds.ts';
import type { KeyView } from '../ledger/views/registry-views.ts';
import { Refusal } from '../model/refusal.ts';
import type { PublicJwk, Signer } from '../ports/keys.ts';
import type { Ports } from '../ports.ts';
import { encodeBase64url } from '../statement/base64url.ts';
import { type AppendPorts, append } from './append.ts';
import { readBook } from './book-state.ts';
import { installation, registryBook } from './people.ts';

/** A program that runs since before, or a setting that names a former key. */
const signedNoMore = (kid: string): Refusal =>
  new Refusal('signing-key-retired', {
    fr: `La clé « ${kid} », avec laquelle ce programme signe, a été retirée : ce qu’il signerait ne se vérifierait pas. Rien n’a été écrit. Que l’exploitant relance ce programme, qui prendra la clé nouvelle, ou corrige le réglage qui nomme sa clé.`,
    en: `Key '${kid}', with which this program signs, was retired: what it would sign would not verify. Nothing was written. The operator starts this program again, which then takes the new key, or corrects the setting that names its key.`,
  });

/**
 * Repeatable: a key that stands in the registry, and is told there, is not published again.
 * @param keys the first is the one that signs
 * @throws Refusal `signing-key-retired`, but for a log: it must go on, and nobody asks when its key was retired
 * @throws Error (a fault of the settings) if one stands there for another use
 */
async function publish(ports: AppendPorts, keys: readonly FactData<'key-published'>[]): Promise<void> {
  const registry = await readBook(ports, registryBook);
  for (const data of keys) {
    const { kid, publicKey } = data;
    const standing = (await registry.get(`keys/${kid}`)) as unknown as KeyView | null;
    // Whoever signs for two uses would vouch for herself; and the registry, which calls a key by its name, tells one use of it.
    if (standing !== null && standing.use !== data.use) {
      throw new Error(`key ${kid} is published for ${standing.use} already: ${data.use} needs a key of its own`);
    }
    if (data === keys[0] && data.use !== 'log' && (standing?.retired ?? null) !== null) throw signedNoMore(kid);
    if (standing?.publicKey !== undefined) continue;
    const on = { kid, publicKey };
    const cause = causeOf(ports.primitives.sha256, { actor: installation, act: 'publish-key', on, after: null });
    await append(ports, { book: registryBook, cause, dependsOn: [] }, async () => ({
      kind: 'key-published' as const,
      by: installation,
      data,
    }));
  }
}

const ofSigner =
  (use: 'statement' | 'registrar', { isTest: test }: Pick<Signer, 'isTest'>) =>
  ({ kid, kty, crv, x, y }: PublicJwk): FactData<'key-published'> => ({
    kid,
    use,
    test,
    publicKey: { kty, crv, x, y },
  });

/** Before a key signs its first statement. */
export async function publishKeys(ports: AppendPorts & Pick<Ports, 'signer'>): Promise<void> {
  const { signer } = ports;
  return publish(ports, (await signer.publicKeys()).map(ofSigner('statement', signer)));
}

/** Before the registrar's key signs its first fact. */
export async function publishRegistrarKey(ports: AppendPorts & Pick<Ports, 'registrar'>): Promise<void> {
  const { registrar } = ports;
  return publish(ports, (await registrar.publicKeys()).map(ofSigner('registrar', registrar)));
}

/** Before a key signs its first checkpoint. It is called by its 32 bytes in base64url, so that nothing else need be looked up. */
export async function publishLogKeys(ports: AppendPorts & Pick<Ports, 'logKeys'>): Promise<void> {
  const { logKeys } = ports;
  const keys = await logKeys.publicKeys();
  return publish(
    ports,
    keys.map(encodeBase64url).map((x) => ({
      ...{ kid: x, use: 'log', test: logKeys.isTest },
      publicKey: { kty: 'OKP', crv: 'Ed25519', x },
    })),
  );
}
