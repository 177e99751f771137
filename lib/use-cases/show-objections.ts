// The registrar: which outside authors objected, by their keyed hashes; what they wrote is kept no more.
import type { ObjectionView } from '../ledger/views/registry-views.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { registryBook } from './people.ts';

/** @returns newest first */
export async function showObjections(ports: BookPorts) {
  const registry = await readBook(ports, registryBook);
  const upheld = (await registry.list('objections')).map(({ name, value }) => ({
    author: name.slice('objections/'.length),
    at: (value as unknown as ObjectionView).at,
  }));
  return { upheld: upheld.sort((a, b) => (a.at > b.at ? -1 : 1)) };
}
