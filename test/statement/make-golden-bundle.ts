// Writes golden bundles for other people's verifiers, good and bad, with the answer that each must get. Usage: node test/statement/make-golden-bundle.ts DIR
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { primitives } from '../../lib/adapters/primitives.ts';
import { packBundle } from '../../lib/statement/bundle/bundle-zip.ts';
import { manifestText } from '../../lib/statement/bundle/manifest.ts';
import { linesBytes, linesOf } from '../../lib/statement/bundle/text-lines.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';
import { type Files, smallBundles } from './small-bundle.ts';

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('Name the folder of the new golden bundles.');
mkdirSync(folder, { recursive: true });

const heavy = new Set(['statement.pdf', 'statement.xlsx', 'statement.schema.json', 'verify.html', 'MANIFEST']);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Without what is only to be looked at, and with a manifest of its own. */
function small(files: Files, changed: readonly (readonly [string, Uint8Array])[] = []): Files {
  const kept = new Map([...[...files].filter(([name]) => !heavy.has(name)), ...changed]);
  return new Map([...kept, ['MANIFEST', bytesOf(manifestText(kept, primitives.sha256))]]);
}

const { at } = await smallBundles('golden bundle');
const [names, lines, totals] = [await at('names'), await at('lines'), await at('totals')];
const other = await (await smallBundles('another golden bundle')).at('names');
const text = (name: string): string => new TextDecoder().decode(names.get(name));
const flipped = (name: string): Uint8Array => {
  const bytes = names.get(name)!.slice();
  bytes[bytes.length >> 1]! ^= 1;
  return bytes;
};
const rows = linesOf(names.get('entries.jsonl')!)!;

const bundles: Readonly<Record<string, Files>> = {
  names: small(names),
  lines: small(lines),
  totals: small(totals),
  'one-bit-of-the-text': small(names, [['statement.jws', flipped('statement.jws')]]),
  'status-of-another': small(names, [['status.jws', other.get('status.jws')!]]),
  'keys-of-another': small(names, [['jwks.json', other.get('jwks.json')!]]),
  'fact-of-another': small(names, [['statement.fact', other.get('statement.fact')!]]),
  'proof-of-another': small(names, [['statement.tlog-proof', other.get('statement.tlog-proof')!]]),
  'one-bit-of-the-proof': small(names, [['statement.tlog-proof', flipped('statement.tlog-proof')]]),
  'salt-of-another': small(names, [['statement.salt', other.get('statement.salt')!]]),
  'row-left-out': small(names, [['entries.jsonl', linesBytes(rows.slice(1))]]),
  'row-twice': small(names, [['entries.jsonl', linesBytes([...rows, rows[0]!])]]),
  'answer-left-out': small(names, [
    ['confirmations.jsonl', linesBytes(linesOf(names.get('confirmations.jsonl')!)!.slice(1))],
  ]),
  'other-rules': small(names, [['ruleset.json', bytesOf(text('ruleset.json').replace('43/100', '44/100'))]]),
  'other-licence': small(names, [
    ['registry.jsonl', bytesOf(text('registry.jsonl').replace('"open":true', '"open":false'))],
  ]),
  'not-as-the-manifest': new Map([...small(names), ['README.txt', bytesOf('other words\n')]]),
};

const expected: Record<string, object> = {};
for (const [name, files] of Object.entries(bundles)) {
  const zip = packBundle(files);
  const { result, exitCode, level, problems } = await verifyFile(
    { file: zip, jwks: null, keysPinned: false },
    primitives,
  );
  writeFileSync(join(folder, `${name}.zip`), zip);
  expected[`${name}.zip`] = { result, exitCode, level, problems: problems.map(({ code }) => code) };
}
writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
