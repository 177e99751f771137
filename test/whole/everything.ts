// All that a memory world holds, as texts: compressed rows opened, sealed files unsealed, disclosures decoded, the parts of workbooks unpacked.
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { primitives } from '../../lib/adapters/primitives.ts';
import { openArchive } from '../../lib/intake/zip.ts';
import { openChunk } from '../../lib/ledger/batch.ts';
import type { Ports } from '../../lib/ports.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** With what its disclosures say, which are JSON arrays in base64url. */
const decoded = (said: string): string =>
  [said, ...(said.match(/Wy[IJ][\w-]+/g) ?? []).map((each) => text(Buffer.from(each, 'base64url')))].join('\n');

/** @returns the text of a file, of all parts of a workbook, and what disclosures say */
export function unpacked(bytes: Uint8Array): string {
  if (text(bytes.subarray(0, 2)) !== 'PK') return decoded(text(bytes));
  const { names, open } = openArchive(bytes);
  return names.map((name) => text(Buffer.concat([...(open(name) ?? [])]))).join('\n');
}

/** @param ports of a process on it, which has the keys */
export async function everything(world: MemoryWorld, ports: Ports): Promise<string[]> {
  const texts: string[] = [];
  for (const [{ pk, sk }, attributes] of world.table.items()) {
    texts.push(`${pk} ${sk}`);
    for (const value of Object.values(attributes)) {
      if (typeof value === 'string') texts.push(value);
      if (value instanceof Uint8Array) texts.push(text(pk.startsWith('batch#') ? openChunk(primitives, value) : value));
    }
  }
  for (const name of world.objects.names()) {
    const bytes = (await world.objects.get(name))!;
    texts.push(name, text(name.startsWith('batches/') ? openChunk(primitives, bytes) : bytes));
  }
  for (const name of world.sealed.files.names()) {
    const cut = name.lastIndexOf('/');
    const bytes = await ports.sealedFiles.get(name.slice(0, cut), name.slice(cut + 1));
    texts.push(name, bytes === null ? '' : unpacked(bytes));
  }
  return texts;
}
