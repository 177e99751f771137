// I10: whatever was signed since the world began verifies with the keys that the registry publishes for that use, and with nothing else at hand.
import { canonicalBytes, type Json } from '../../../lib/ledger/canonical.ts';
import type { RegistrarSignature } from '../../../lib/ledger/fact.ts';
import { openCheckpoint } from '../../../lib/ledger/log/checkpoint.ts';
import { keyTypes, noteKey } from '../../../lib/ledger/log/vkey.ts';
import { originOf } from '../../../lib/use-cases/log/log-of-year.ts';
import type { KeyUse } from '../key-rings.ts';
import { type KeyPublished, type PublishedKeys, publishedIn } from '../published-keys.ts';
import type { PlainFact } from '../read-world.ts';
import { atOnce, type Simulation, startProcess, violate } from '../simulation.ts';

const raw = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));

async function hasSigned(key: KeyPublished | undefined, use: KeyUse, bytes: Uint8Array, signature: Uint8Array) {
  if (key?.use !== use || key.publicKey.kty !== 'EC') return false;
  return atOnce.verifyEs256(key.publicKey, bytes, signature);
}

async function checkStatements(
  sim: Simulation,
  keys: PublishedKeys,
  [book, facts]: readonly [string, readonly PlainFact[]],
): Promise<void> {
  for (const { kind, data } of facts) {
    if (kind !== 'statement-issued') continue;
    const text = await sim.world.objects.get(`statements/${data.jws}.jws`);
    // Told where statements are read.
    if (text === null) continue;
    const [header = '', payload, signature = ''] = Buffer.from(text).toString().split('.');
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { readonly kid: string };
    const input = new TextEncoder().encode(`${header}.${payload}`);
    if (!(await hasSigned(keys.get(kid), 'statement', input, raw(signature))))
      violate(sim, 'I10', `${book} ${data.number}: no key that is published signed this statement`);
  }
}

/** In the order of the book: published before it signed, and not retired by then. */
async function checkDecided(sim: Simulation, keys: PublishedKeys, registry: readonly PlainFact[]) {
  for (const { seq, data, signed } of registry as readonly (PlainFact & { readonly signed?: RegistrarSignature })[]) {
    if (signed === undefined) continue;
    const key = keys.get(signed.kid);
    const isInTime = key !== undefined && key.seq < seq && (key.retiredSeq === null || key.retiredSeq > seq);
    if (!isInTime || !(await hasSigned(key, 'registrar', canonicalBytes(data as Json), raw(signed.signature))))
      violate(sim, 'I10', `registry ${seq}: no key that was published by then, and not retired, signed it`);
  }
}

async function checkCheckpoints(sim: Simulation, keys: PublishedKeys): Promise<void> {
  const { ports } = startProcess(sim);
  const ofLog = [...keys.values()].filter(({ use }) => use === 'log').map(({ publicKey }) => raw(publicKey.x));
  for (const [year, seen] of Map.groupBy(sim.signed, (one) => one.year)) {
    const name = originOf(ports.installation, year);
    const vkeys = ofLog.map((key) => noteKey(ports.primitives.sha256, name, keyTypes.ed25519, key));
    for (const { bytes, size } of seen) {
      const opened = await openCheckpoint(bytes, vkeys, [], ports.primitives.verifyEd25519);
      if (typeof opened === 'string')
        violate(sim, 'I10', `log ${year} ${size}: no key that is published signed it: ${opened}`);
    }
  }
}

export async function checkPublished(sim: Simulation, books: ReadonlyMap<string, readonly PlainFact[]>): Promise<void> {
  const registry = books.get('registry') ?? [];
  const keys = publishedIn(registry);
  await checkDecided(sim, keys, registry);
  for (const book of books) if (book[0].startsWith('company/')) await checkStatements(sim, keys, book);
  await checkCheckpoints(sim, keys);
}
