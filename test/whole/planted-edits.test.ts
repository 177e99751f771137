// F14 on a company with everything in it: whatever is edited, deleted, swapped or inserted behind the API is found and named. What cannot be
// found by design is a closed list, the one of docs/architecture.md.
import { beforeAll, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { memoryPorts } from '../../lib/adapters/memory/memory-ports.ts';
import type { Key } from '../../lib/adapters/store/keys.ts';
import type { Attribute, Attributes } from '../../lib/adapters/store/table.ts';
import { checkLedger, type LedgerCheck } from '../../lib/use-cases/check-ledger.ts';
import { textOf } from '../docs/documents.ts';
import { flipped } from '../ledger/bytes.ts';
import { aliceOf, copied, erase, worldAfterTheTerm } from './after-the-term.ts';
import { processOn } from './process.ts';

/** Partitions of the table that nothing vouches for, each with its row in the document. */
const unseen: readonly (readonly [partition: RegExp, row: RegExp])[] = [
  [/^directory#/, /names, addresses, roles/],
  [/^access#/, /lines of who looked/],
  [/^salt#/, /keys of salts/],
  [/^inbox/, /what waits in the inbox/],
  // The public log has a check of its own.
  [/^log/, /the public log/],
  // Where whoever does something again and again has come: beside the books, made again by the next run.
  [/^view#(?:installation|repositories)/, /places of who does something again/],
];
const isUnseen = (pk: string): boolean => unseen.some(([partition]) => partition.test(pk));

let world: MemoryWorld;
let items: (readonly [Key, Attributes])[];
let blobs: { readonly place: 'objects' | 'keys' | 'files'; readonly name: string }[];

beforeAll(async () => {
  world = await worldAfterTheTerm();
  const { ports } = processOn(world);
  const who = await aliceOf(ports);
  for (const login of ['hr', 'hr-2']) await erase(ports, who, login);
  items = [...world.table.items()].filter(([{ pk }]) => !isUnseen(pk));
  blobs = [
    ...[...world.objects.names()]
      .filter((name) => !name.startsWith('digests/'))
      .map((name) => ({ place: 'objects' as const, name })),
    ...[...world.sealed.keys.names()].map((name) => ({ place: 'keys' as const, name })),
    ...[...world.sealed.files.names()].map((name) => ({ place: 'files' as const, name })),
  ];
}, 120_000);

const check = (of: MemoryWorld): Promise<LedgerCheck> => checkLedger(memoryPorts({ world: of }).ports);
/** Named: a finding, or (for a place) the notice that somebody is behind. */
const isFound = ({ findings, behind }: LedgerCheck): boolean => findings.length > 0 || behind.length > 0;
const namesOf = ({ findings, behind }: LedgerCheck): string =>
  [...findings.map(({ book, name }) => `${book} ${name}`), ...behind.map(({ book, what }) => `${book} ${what}`)].join(
    '\n',
  );

/** What of a key the finding must hold: the book, and where it lies. */
const partsOf = ({ pk, sk }: Key): readonly string[] => {
  const [, book = sk] = pk.split('#');
  return [book];
};

function edited(value: Attribute): Attribute {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value.slice(0, -1)}${value.endsWith('}') ? ']' : '}'}`;
  return flipped(value, value.length >> 1, 1);
}

/** Every n-th, so that each sort is gone through and the run stays short. */
const some = <T>(all: readonly T[], most: number): T[] => all.filter((_, i) => i % Math.ceil(all.length / most) === 0);
const sortOf = ([{ pk }]: readonly [Key, Attributes]): string => pk.split('#')[0]!;

describe('a company with everything in it', () => {
  it('is clean before', async () => {
    expect(await check(world)).toMatchObject({ findings: [], behind: [] });
  });

  it('an edit of any attribute of any item is found, the place named', async () => {
    for (const [, ofSort] of Map.groupBy(items, sortOf)) {
      for (const [key, item] of some(ofSort, 40)) {
        for (const [attribute, value] of Object.entries(item)) {
          if (attribute === 'sk') continue;
          const changed = copied(world);
          await changed.table.put(key, { ...item, [attribute]: edited(value) });
          const found = await check(changed);
          expect(isFound(found), `${key.pk} ${key.sk} ${attribute}`).toBe(true);
          for (const part of partsOf(key)) expect(namesOf(found), `${key.pk} ${key.sk} ${attribute}`).toContain(part);
        }
      }
    }
  }, 300_000);

  it('an item that is gone is found', async () => {
    for (const [, ofSort] of Map.groupBy(items, sortOf)) {
      for (const [key] of some(ofSort, 40)) {
        const changed = copied(world);
        await changed.table.remove(key);
        const found = await check(changed);
        expect(isFound(found), `${key.pk} ${key.sk}`).toBe(true);
        for (const part of partsOf(key)) expect(namesOf(found), `${key.pk} ${key.sk}`).toContain(part);
      }
    }
  }, 300_000);

  it('two of a sort that changed places are found', async () => {
    for (const [, ofSort] of Map.groupBy(items, sortOf)) {
      for (const [i, [key, item]] of some(ofSort, 30).entries()) {
        const [other, value] = ofSort[(i * 7 + 1) % ofSort.length]!;
        const isAlike = JSON.stringify({ ...item, sk: '' }) === JSON.stringify({ ...value, sk: '' });
        if (isAlike || (key.pk === other.pk && key.sk === other.sk)) continue;
        const changed = copied(world);
        await changed.table.put(key, value);
        await changed.table.put(other, item);
        expect(isFound(await check(changed)), `${key.pk} ${key.sk} ↔ ${other.pk} ${other.sk}`).toBe(true);
      }
    }
  }, 300_000);

  it('one that is put in where none was is found: a fact, a view, a head', async () => {
    const facts = items.filter(([{ pk }]) => pk.startsWith('book#'));
    const views = items.filter(([{ pk, sk }]) => pk.startsWith('view#') && !sk.startsWith('cursor'));
    for (const [key, item] of [...some(facts, 20), ...some(views, 60)]) {
      const changed = copied(world);
      const sk = key.pk.startsWith('book#') ? String(Number(key.sk) + 1_000).padStart(12, '0') : `${key.sk}0`;
      // A partition of months takes months only: another person there is another name.
      await changed.table.put({ pk: key.pk, sk }, item);
      expect(isFound(await check(changed)), `${key.pk} ${sk}`).toBe(true);
    }
    const head = copied(world);
    head.heads.set('company/forged', [...head.heads.values()][0]!);
    expect((await check(head)).findings).toContainEqual(
      expect.objectContaining({ book: 'company/forged', what: 'head' }),
    );
  }, 300_000);

  it('a signed head that is edited, gone or another’s is found', async () => {
    const books = [...world.heads.keys()];
    for (const [i, book] of books.entries()) {
      for (const text of [
        null,
        `${world.heads.get(book)!.slice(0, -2)}AA`,
        world.heads.get(books[(i + 1) % books.length]!)!,
      ]) {
        const changed = copied(world);
        if (text === null) changed.heads.delete(book);
        else changed.heads.set(book, text);
        expect((await check(changed)).findings, `${book} ${text}`).toContainEqual(
          expect.objectContaining({ book, what: 'head' }),
        );
      }
    }
  });

  it('a file, a sealed file or its key that is edited, gone or another’s is found, by its digest', async () => {
    const stores = (of: MemoryWorld, place: (typeof blobs)[number]['place']) =>
      place === 'objects' ? of.objects : of.sealed[place];
    for (const [i, { place, name }] of blobs.entries()) {
      const bytes = (await stores(world, place).get(name))!;
      const other = blobs.filter((one) => one.place === place)[(i + 1) % 2]!;
      const ways = [null, flipped(bytes, bytes.length >> 1, 1), (await stores(world, place).get(other.name))!];
      for (const value of ways) {
        if (value !== null && Buffer.compare(value, bytes) === 0) continue;
        const changed = copied(world);
        if (value === null) await stores(changed, place).remove(name);
        else await stores(changed, place).replace(name, value);
        const digest = /[0-9a-f]{64}/.exec(name)![0];
        const isNamed = (await check(changed)).findings.some((one) => one.name.startsWith(digest));
        expect(isNamed || isReferred(name) === false, `${place} ${name} ${value === null ? 'gone' : 'changed'}`).toBe(
          true,
        );
      }
    }
  }, 300_000);

  it('what leads from the digest of a file to its statement is found when it was changed or is gone', async () => {
    const pointers = [...world.objects.names()].filter((name) => name.startsWith('digests/'));
    expect(pointers.length).toBeGreaterThan(2);
    for (const [i, name] of pointers.entries()) {
      const bytes = (await world.objects.get(name))!;
      const other = (await world.objects.get(pointers[(i + 1) % pointers.length]!))!;
      for (const value of [flipped(bytes, bytes.length >> 1, 1), other, new Uint8Array(0)]) {
        const changed = copied(world);
        await changed.objects.replace(name, value);
        expect((await check(changed)).findings, name).toMatchObject([{ what: 'file', name }]);
      }
      const without = copied(world);
      await without.objects.remove(name);
      expect((await check(without)).findings, name).toMatchObject([{ what: 'file', name }]);
    }
  }, 120_000);

  it('the place of whoever claims and erases is told when it is gone, in a ledger where nothing was erased', async () => {
    const before = await worldAfterTheTerm();
    const places = [...before.table.items()].filter(([{ sk }]) => /^cursor-(?:claims|erasures)$/.test(sk));
    expect(places.map(([{ sk }]) => sk).sort()).toEqual(['cursor-claims', 'cursor-erasures']);
    for (const [key] of places) {
      const changed = copied(before);
      await changed.table.remove(key);
      const [, book] = key.pk.split('#');
      expect((await check(changed)).behind).toMatchObject([{ book, what: 'claims', seq: -1 }]);
    }
  }, 120_000);

  it('a row that an erasure took away and that came back is found, and so is her name', async () => {
    const before = await worldAfterTheTerm();
    const back = copied(world);
    const gone = [...before.table.items()].filter(([{ pk, sk }]) => {
      const now = [...world.table.items()].find(([key]) => key.pk === pk && key.sk === sk);
      return pk.startsWith('batch#company/') && now !== undefined;
    });
    let returned = 0;
    for (const [key, item] of gone) {
      const changed = copied(world);
      await changed.table.put(key, item);
      const { findings } = await check(changed);
      if (findings.some(({ detail }) => detail.en.includes('it came back'))) returned += 1;
    }
    expect(returned).toBeGreaterThan(4);
    for (const [key, item] of before.table.items()) {
      if (key.pk.startsWith('directory#') && !(await back.table.get(key))) await back.table.put(key, item);
    }
    const { findings } = await check(back);
    expect(findings).toContainEqual(expect.objectContaining({ what: 'directory' }));
  }, 120_000);

  it('a staff number that leads to another person is found', async () => {
    const before = await worldAfterTheTerm();
    const entries = [...before.table.items()].filter(([{ pk }]) => /^directory#company\/[^#/]+#developer$/.test(pk));
    const [[key, item], [other, value]] = entries as [(typeof entries)[number], (typeof entries)[number]];
    await before.table.put(key, value);
    await before.table.put(other, item);
    expect((await check(before)).findings.filter(({ what }) => what === 'directory')).toHaveLength(2);
  }, 60_000);
});

/** Sealed files that no fact names any more (an upload that HR read and never posted): the document says so. */
const isReferred = (name: string): boolean => !unreferred.has(name);
const unreferred = new Set<string>();
beforeAll(async () => {
  // Whatever is gone without a finding must be one that no fact refers to.
  const text: string[] = [];
  for (const [{ pk }, { b }] of world.table.items()) {
    if (pk.startsWith('book#') && b instanceof Uint8Array) text.push(new TextDecoder().decode(b));
  }
  const all = text.join('\n');
  for (const { name } of blobs) if (!all.includes(/[0-9a-f]{64}/.exec(name)![0])) unreferred.add(name);
}, 60_000);

it('what nothing vouches for is the closed list of the document', () => {
  const list = /### What the full check cannot see\n([\s\S]*?)\n## /.exec(textOf('docs/architecture.md'))![1]!;
  for (const [, row] of unseen) expect(list).toMatch(row);
  // A file; in this company no registrar is named, and nobody keeps one.
  expect(list).toMatch(/facts of the registry kept beside a statement/);
  expect(list.match(/^\| (?!what \||---)/gm)).toHaveLength(9);
});
