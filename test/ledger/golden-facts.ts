// One fact of each kind and version, as it was written once: test/golden/facts/README.md says how they are kept.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyFact, parseFact } from '../../lib/ledger/fact.ts';
import { type FactKind, factDataSchemas } from '../../lib/ledger/kinds.ts';

const folder = join(import.meta.dirname, '../golden/facts');

/** `<kind>.v<version>` → the pinned bytes. */
export const goldenBytes: ReadonlyMap<string, Uint8Array> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name.slice(0, -'.json'.length), new Uint8Array(readFileSync(join(folder, name)))]),
);

/** The one of the current version. */
export function goldenFact<K extends FactKind>(kind: K): AnyFact & { readonly kind: K } {
  const name = `${kind}.v${factDataSchemas[kind].version}`;
  const bytes = goldenBytes.get(name);
  if (bytes === undefined) throw new Error(`test/golden/facts/${name}.json is missing: its README says how to add it`);
  return parseFact(bytes) as AnyFact & { readonly kind: K };
}
