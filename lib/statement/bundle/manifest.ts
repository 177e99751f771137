// MANIFEST: the SHA-256 of every other file of a bundle, in the form that `sha256sum -c` reads.
import { type Sha256, toHex } from '../../model/hashing.ts';

export const manifestName = 'MANIFEST';

type Files = ReadonlyMap<string, Uint8Array>;

/** @returns `<64 hex>  <name>` a line, in the order of the files; the manifest itself is not in it */
export const manifestText = (files: Files, sha256: Sha256): string =>
  [...files]
    .filter(([name]) => name !== manifestName)
    .map(([name, bytes]) => `${toHex(sha256(bytes))}  ${name}\n`)
    .join('');

export interface ManifestFlaw {
  readonly file: string;
  readonly what: 'altered' | 'missing' | 'unlisted' | 'unreadable';
}

/** @returns every file that is not as the manifest says; `unreadable` names the manifest itself */
export function manifestFlaws(files: Files, sha256: Sha256): ManifestFlaw[] {
  const manifest = files.get(manifestName) ?? new Uint8Array(0);
  const lines = new TextDecoder()
    .decode(manifest)
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const listed = new Map<string, string>();
  for (const line of lines) {
    const [, digest, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (digest === undefined || name === undefined || listed.has(name))
      return [{ file: manifestName, what: 'unreadable' }];
    listed.set(name, digest);
  }
  const flaws = [...listed].flatMap(([file, digest]): ManifestFlaw[] => {
    const bytes = files.get(file);
    if (bytes === undefined) return [{ file, what: 'missing' }];
    return toHex(sha256(bytes)) === digest ? [] : [{ file, what: 'altered' }];
  });
  const unlisted = [...files.keys()].filter((name) => name !== manifestName && !listed.has(name));
  return [...flaws, ...unlisted.map((file) => ({ file, what: 'unlisted' as const }))];
}
