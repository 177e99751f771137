// What is told of a file by its digest alone: the facts of its book have the last word, and a pointer that is damaged or lies leads nowhere.
import { beforeAll, expect, it } from 'vitest';
import { canonicalBytes } from '../../lib/ledger/canonical.ts';
import { toHex } from '../../lib/model/hashing.ts';
import { digestObject, lookUpDigest } from '../../lib/use-cases/look-up-digest.ts';
import { smallBundles } from '../statement/small-bundle.ts';

let bundles: Awaited<ReturnType<typeof smallBundles>>;
let digestOf: (name: string) => string;

beforeAll(async () => {
  bundles = await smallBundles('digests');
  const files = await bundles.at('names');
  digestOf = (name) => toHex(bundles.ports.primitives.sha256(files.get(name)!));
});

it('tells a statement and its renderings by what each is, and no other file', async () => {
  const { ports } = bundles;
  const known = { kind: 'known-file', number: '2025-0001', state: 'issued' };
  expect(await lookUpDigest(ports, digestOf('statement.jws'))).toMatchObject({ ...known, rendering: 'statement' });
  expect(await lookUpDigest(ports, digestOf('statement.pdf'))).toMatchObject({ ...known, rendering: 'pdf/names/fr' });
  for (const other of [digestOf('statement.json'), '', 'no digest', '../keys']) {
    expect([other, await lookUpDigest(ports, other)]).toEqual([other, { kind: 'unknown-file' }]);
  }
});

it('finds a file unknown where what points to it is damaged, or points to another rendering, number or company', async () => {
  const { ports, world, company } = bundles;
  const sha256 = digestOf('statement.xlsx');
  const own = { company, number: '2025-0001', rendering: 'xlsx/names/fr' };
  const lookedUp = async (stored: Uint8Array) => {
    await world.objects.replace(digestObject(sha256), stored);
    return (await lookUpDigest(ports, sha256)).kind;
  };
  expect(await lookedUp(canonicalBytes(own))).toBe('known-file');
  const twins = [
    new Uint8Array(0),
    canonicalBytes(own).slice(0, -9),
    canonicalBytes(null),
    canonicalBytes({ ...own, number: 1 }),
    ...[{ rendering: 'pdf/names/fr' }, { rendering: 'statement' }, { number: '2025-0002' }, { company: 'another' }].map(
      (other) => canonicalBytes({ ...own, ...other }),
    ),
  ];
  for (const twin of twins) expect([twin, await lookedUp(twin)]).toEqual([twin, 'unknown-file']);
});
