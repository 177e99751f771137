// F14: whatever is changed, removed or swapped behind the API is found and named, one thing at a time or several at once.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyOfWorld, type MemoryWorld, memoryPorts, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { Key } from '../../lib/adapters/store/keys.ts';
import type { Attributes } from '../../lib/adapters/store/table.ts';
import { openChunk } from '../../lib/ledger/batch.ts';
import { leafHash } from '../../lib/ledger/merkle.ts';
import { fromHex, toHex } from '../../lib/model/hashing.ts';
import type { Ports } from '../../lib/ports.ts';
import { checkLedger, type LedgerCheck } from '../../lib/use-cases/check-ledger.ts';
import type { LedgerFinding } from '../../lib/use-cases/ledger-finding.ts';
import { signHead } from '../../lib/use-cases/sign-head.ts';
import { updateViews } from '../../lib/use-cases/update-views.ts';
import { flipped, sha256, utf8 } from '../ledger/bytes.ts';
import { appendAny, books, kindsOf } from './any-fact.ts';
import { follow, lastSeq, wholeLedger } from './whole-ledger.ts';

/** One stored thing: how to change a bit of it, take it away, or give it what another one holds; and by which finding it is named. */
interface Thing {
  readonly name: string;
  readonly book: string;
  /** What may change places with it. */
  readonly sort: string;
  readonly change: (world: MemoryWorld, place: number, mask: number) => Promise<void>;
  readonly remove: (world: MemoryWorld) => Promise<void>;
  readonly read: (world: MemoryWorld) => Promise<unknown>;
  readonly write: (world: MemoryWorld, value: unknown) => Promise<void>;
  readonly isNamed: (check: LedgerCheck) => boolean;
}

let world: MemoryWorld;
let things: Thing[];

/** A bit of the text, within ASCII. */
const otherText = (text: string, place: number, mask: number): string => {
  const at = place % text.length;
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 + (mask % 126))) + text.slice(at + 1);
};
const otherBytes = (bytes: Uint8Array, place: number, mask: number): Uint8Array =>
  flipped(bytes, place % bytes.length, 1 + (mask % 255));

const found = (match: (finding: LedgerFinding) => boolean) => (check: LedgerCheck) => check.findings.some(match);

function itemThing(key: Key, item: Attributes, attribute: string): Thing {
  const [sort, book = '', ...rest] = key.pk.split('#');
  const isNamed = {
    // A salt is in the head alone, and so is what the last fact was; any other fact is told by itself or by the next.
    book: found(({ what, seq }) =>
      what === 'head'
        ? attribute === 's' || Number(key.sk) === lastSeq(book)
        : ['fact', 'chain'].includes(what) && [0, 1].includes(seq! - Number(key.sk)),
    ),
    batch: found(({ what, name }) => what === 'batch' && name === rest.join('/')),
    view: (check: LedgerCheck) => {
      const named = [...rest, key.sk].filter((part) => part !== '').join('/');
      const isBehind = named === 'cursor' && check.behind.some(({ what }) => what === 'views');
      // Whoever carries out erasures begins again.
      const isPlace = /^cursor-(?:claims|erasures)$/.test(named);
      const isUndone = isPlace && check.behind.some(({ what }) => what === 'erasure' || what === 'claims');
      return isBehind || isUndone || check.findings.some(({ what, name }) => what === 'view' && name === named);
    },
    books: found(({ what, name, book: of }) => what === 'head' && name === 'unlisted' && of === key.sk),
  }[sort!]!;
  return {
    name: `${key.pk} ${key.sk} ${attribute}`,
    book: sort === 'books' ? key.sk : book,
    sort: `${sort} ${attribute}`,
    change: async (of, place, mask) => {
      const value = item[attribute]!;
      const other =
        typeof value === 'number'
          ? value + 1 + (place % 3)
          : typeof value === 'string'
            ? otherText(value, place, mask)
            : otherBytes(value, place, mask);
      await of.table.put(key, { ...item, [attribute]: other });
    },
    remove: (of) => of.table.remove(key),
    read: async (of) => (await of.table.get(key))![attribute],
    write: async (of, value) => of.table.put(key, { ...item, [attribute]: value as Uint8Array }),
    isNamed,
  };
}

function blobThing(place: 'objects' | 'keys' | 'files', name: string): Thing {
  const blobs = (of: MemoryWorld) => (place === 'objects' ? of.objects : of.sealed[place]);
  const digest = /[0-9a-f]{64}/.exec(name)![0];
  const book = /(?:company|repo|person|foundation)\/[^/]+(?:\/r1)?(?=\/)/.exec(name)?.[0] ?? books[1];
  return {
    name: `${place} ${name}`,
    book,
    sort: place,
    change: async (of, at, mask) => blobs(of).replace(name, otherBytes((await blobs(of).get(name))!, at, mask)),
    remove: (of) => blobs(of).remove(name),
    read: (of) => blobs(of).get(name),
    write: (of, value) => blobs(of).replace(name, value as Uint8Array),
    isNamed: found(
      (finding) =>
        ['file', 'statement', 'batch'].includes(finding.what) &&
        finding.name.replace('digests/', '').startsWith(digest),
    ),
  };
}

const headThing = (book: string): Thing => ({
  name: `head ${book}`,
  book,
  sort: 'head',
  change: async (of, place, mask) => void of.heads.set(book, otherText(of.heads.get(book)!, place, mask)),
  remove: async (of) => void of.heads.delete(book),
  read: async (of) => of.heads.get(book),
  write: async (of, value) => void of.heads.set(book, value as string),
  isNamed: found(({ what }) => what === 'head'),
});

/** All that making the ledger left behind, as things. */
beforeAll(async () => {
  const made = await wholeLedger();
  world = made.world;
  const written = [...new Set(made.steps)].map((step) => step.split(' ') as [act: string, place: string, sk?: string]);
  things = books.map(headThing);
  for (const [act, place, sk] of written) {
    if (act === 'objects.putIfAbsent') things.push(blobThing('objects', place));
    if (act === 'sealedFiles.replace') things.push(blobThing('files', place));
    if (act === 'fileKeys.putIfAbsent') things.push(blobThing('keys', place));
    if (act !== 'table.putIf' && act !== 'table.put') continue;
    const key = { pk: place, sk: sk! };
    const item = (await world.table.get(key))!;
    const attributes = Object.keys(item).filter((attribute) => attribute !== 'sk');
    // A name on the list of books has nothing but its key.
    for (const attribute of attributes.length > 0 ? attributes : ['sk']) things.push(itemThing(key, item, attribute));
  }
});

const portsOf = (of: MemoryWorld): Ports => memoryPorts({ world: of }).ports;
const copy = (): MemoryWorld => copyOfWorld(world, world.random);
const check = (of: MemoryWorld, book?: string): Promise<LedgerCheck> =>
  checkLedger(portsOf(of), book === undefined ? {} : { book });

describe('an untouched ledger', () => {
  it('is clean, and counted', async () => {
    const said: string[] = [];
    const found = await checkLedger(portsOf(world), { progress: ({ book, facts }) => said.push(`${book} ${facts}`) });
    expect(found.findings).toEqual([]);
    const facts = books.reduce((sum, book) => sum + lastSeq(book) + 1, 0);
    expect(found).toMatchObject({ ok: true, books: books.length, facts, behind: [] });
    expect(found.rows).toBeGreaterThan(1_000);
    expect(said).toHaveLength(facts);
    expect(said.at(-1)).toMatch(new RegExp(` ${facts}$`));
  });

  it('was written to by every kind of store, which the next tests go through', () => {
    const sorts = Map.groupBy(things, ({ sort }) => sort);
    const expected = [
      'head',
      'objects',
      'keys',
      'files',
      'book b',
      'book s',
      'books sk',
      'batch b',
      'view n',
      'view v',
    ];
    expect([...sorts.keys()].sort()).toEqual(expected.sort());
    expect(things.length).toBeGreaterThan(400);
  });

  it('is clean while its views and heads are behind, and says so', async () => {
    const later = copy();
    for (const n of [3, 4]) await appendAny(portsOf(later), { book: books[0], kind: 'key-published', n });
    const found = await check(later);
    const seq = lastSeq(books[0]);
    expect(found.findings).toEqual([]);
    const behind = { book: books[0], seq, last: seq + 2 };
    expect(found.behind).toEqual([
      { ...behind, what: 'head' },
      { ...behind, what: 'views' },
    ]);
  });

  it('is clean before its first head and views, and without any fact', async () => {
    const { ports } = memoryPorts();
    expect(await checkLedger(ports)).toEqual({ ok: true, books: 0, facts: 0, rows: 0, findings: [], behind: [] });
    await appendAny(ports, { book: books[0], kind: 'key-published', n: 1 });
    expect(await checkLedger(ports)).toMatchObject({
      ok: true,
      books: 1,
      facts: 1,
      behind: [{ seq: -1 }, { seq: -1 }],
    });
  });

  it('is clean wherever whoever follows it died', async () => {
    const later = copy();
    for (const kind of kindsOf(books[1])) await appendAny(portsOf(later), { book: books[1], kind, n: 3 });
    const whole = memoryPorts({ world: copyOfWorld(later, later.random) });
    await follow(whole.ports, books[1]);
    for (let at = 0; at < whole.steps.length; at += 7) {
      const dying = copyOfWorld(later, later.random);
      await expect(
        follow(memoryPorts({ world: dying, faults: { at, when: 'after' } }).ports, books[1]),
      ).rejects.toThrow(/died/);
      expect((await check(dying, books[1])).findings, `died at ${at}`).toEqual([]);
    }
  });
});

describe('one thing', () => {
  it('is found and named, each one, when a bit of it is changed', async () => {
    for (const [i, thing] of things.entries()) {
      if (thing.sort === 'books sk') continue;
      const changed = copy();
      await thing.change(changed, i * 31, i);
      const said = await check(changed, thing.book);
      expect(thing.isNamed(said), `${thing.name}: ${JSON.stringify(said.findings)}`).toBe(true);
    }
  }, 300_000);

  it('is found and named wherever the bit is', async () => {
    const withBits = things.filter(({ sort }) => sort !== 'books sk');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...withBits), fc.nat(), fc.nat(), async (thing, place, mask) => {
        const changed = copy();
        await thing.change(changed, place, mask);
        expect(thing.isNamed(await check(changed, thing.book)), thing.name).toBe(true);
      }),
      { numRuns: 150 },
    );
  }, 300_000);

  it('is found and named, each one, when it is gone', async () => {
    for (const thing of things) {
      // The same items as those of the other attribute.
      if (thing.sort === 'view n' || thing.sort === 'book s') continue;
      const changed = copy();
      await thing.remove(changed);
      const said = await check(changed, thing.book);
      expect(thing.isNamed(said), `${thing.name}: ${JSON.stringify(said.findings)}`).toBe(true);
    }
  }, 300_000);

  it('is found and named, each one, when it holds what another one of its sort holds', async () => {
    for (const [sort, ofSort] of Map.groupBy(things, (thing) => thing.sort)) {
      // Names and small numbers: what changes places is mostly the same.
      if (sort === 'books sk' || sort === 'view n') continue;
      for (const [i, thing] of ofSort.entries()) {
        const changed = copy();
        const other = ofSort[(i + 1) % ofSort.length]!;
        const [mine, others] = [await thing.read(changed), await other.read(changed)];
        // Equal values (such as `true`, or the same seq) may change places.
        if (typeof mine !== 'object' ? mine === others : Buffer.from(mine as Uint8Array).equals(others as Uint8Array))
          continue;
        await other.write(changed, mine);
        await thing.write(changed, others);
        expect(thing.isNamed(await check(changed, thing.book)), `${thing.name} and ${other.name}`).toBe(true);
      }
    }
  }, 300_000);
});

it('names a posting or a correction whose time does not add up to what its fact says', async () => {
  for (const kind of ['timesheet-posted', 'correction-posted'] as const) {
    const made = copy();
    await appendAny(portsOf(made), { book: books[1], kind, n: 77, sum: 1 });
    const { findings } = await check(made, books[1]);
    expect(findings.map(({ what, detail }) => [what, detail.en])).toContainEqual([
      'batch',
      expect.stringContaining('does not add up to what its fact says'),
    ]);
  }
});

describe('several things at once', () => {
  it('are all named: the check stops at none', async () => {
    const changed = copy();
    const one = (sort: string, nth: number): Thing => things.filter((thing) => thing.sort === sort)[nth]!;
    const chosen = [
      one('book b', 30),
      one('batch b', 4),
      one('view v', 9),
      one('objects', 4),
      one('files', 1),
      one('head', 0),
    ];
    for (const thing of chosen) await thing.change(changed, 50, 1);
    const said = await check(changed);
    expect(said.ok).toBe(false);
    for (const thing of chosen) expect(thing.isNamed(said), thing.name).toBe(true);
  });

  it('are said in French and in English, with what to do next', async () => {
    const changed = copy();
    for (const thing of things.filter((_, i) => i % 5 === 0)) await thing.change(changed, 20, 3).catch(() => undefined);
    const { findings } = await check(changed);
    expect(new Set(findings.map(({ what }) => what)).size).toBeGreaterThan(4);
    for (const { detail } of findings) {
      expect(detail.fr).toMatch(/communs (?:check|rebuild-views)/);
      expect(detail.en).toMatch(/communs (?:check|rebuild-views)/);
      expect(detail.fr).not.toBe(detail.en);
    }
  });
});

describe('whoever can write the table', () => {
  const factKey = (book: string, seq: number): Key => ({ pk: `book#${book}`, sk: String(seq).padStart(12, '0') });
  const heads = async (of: MemoryWorld, book: string): Promise<string[]> =>
    (await check(of, book)).findings.filter(({ what }) => what === 'head').map(({ name }) => name);

  it('cannot cut a book short, even with its views made to fit', async () => {
    const cut = copy();
    for (const seq of [lastSeq(books[2]), lastSeq(books[2]) - 1]) await cut.table.remove(factKey(books[2], seq));
    for (const thing of things.filter(({ book, sort }) => book === books[2] && sort.startsWith('view')))
      await thing.remove(cut);
    await updateViews(portsOf(cut), books[2]);
    expect(await heads(cut, books[2])).toEqual(['cut']);
    await expect(signHead(portsOf(cut), books[2])).rejects.toThrow(/it is not the one/);
  });

  it('cannot take a whole book away', async () => {
    const cut = copy();
    for (const thing of things.filter(({ book, sort }) => book === books[2] && sort !== 'head'))
      await thing.remove(cut);
    expect(await heads(cut, books[2])).toEqual(['unlisted', 'cut']);
    expect((await check(cut)).findings.some(({ book }) => book === books[2])).toBe(true);
  });

  it('cannot put another last fact in place of the right one', async () => {
    const changed = copy();
    const key = factKey(books[0], lastSeq(books[0]));
    const item = (await changed.table.get(key))!;
    const text = new TextDecoder().decode(item.b as Uint8Array).replace('"by":"pe-1"', '"by":"pe-2"');
    await changed.table.put(key, { ...item, b: utf8(text) });
    expect(await heads(changed, books[0])).toEqual(['other']);
  });

  it('cannot add a view that no fact made, wherever somebody would read it', async () => {
    for (const [book, name] of [
      [books[0], 'projects/mine'],
      [books[0], 'signatories/foundation-1/me'],
      [books[1], 'statements/2025-9999'],
      [books[1], 'months/2025-12/me'],
      [books[1], 'months/2024-01/me'],
      [books[1], 'profile2'],
      [books[2], 'rewrites/9999999999'],
      [books[3], 'identities/mine'],
    ] as const) {
      const added = copy();
      await portsOf(added).writeViews.put({ book, name, asOfSeq: 1, value: true }, null);
      const { findings } = await check(added, book);
      expect(findings).toMatchObject([{ book, seq: 1, what: 'view', name }]);
      expect(findings[0]!.detail.en).toMatch(/made by no fact.*rebuild-views/);
    }
  });

  it('cannot add one that nobody can read', async () => {
    const added = copy();
    await added.table.put({ pk: `view#${books[1]}#statements`, sk: 'mine' }, { n: 1, v: '{' });
    expect((await check(added, books[1])).findings).toMatchObject([{ what: 'view', name: 'statements/mine' }]);
  });

  it('cannot erase a row, nor hide one from an index, with a checksum made to fit', async () => {
    const chunk = things
      .filter(({ sort }) => sort === 'batch b')
      .find(({ name }) => name.includes(`${books[1]}#`) && name.includes('#1 - '))!;
    const [, root, n] = /#([0-9a-f]{64})#(\d+) /.exec(chunk.name)!;
    const key = (index: number): Key => ({ pk: `batch#${books[1]}#${root}#${index}`, sk: '-' });
    const rewrite = async (index: number, change: (text: string) => string): Promise<LedgerFinding[]> => {
      const changed = copy();
      const { primitives } = portsOf(changed);
      const text = new TextDecoder().decode(
        openChunk(primitives, (await changed.table.get(key(index)))!.b as Uint8Array),
      );
      const compressed = primitives.compress(utf8(change(text)));
      await changed.table.put(key(index), { b: Uint8Array.of(...sha256(compressed), ...compressed) });
      return [...(await check(changed, books[1])).findings];
    };
    const erased = await rewrite(Number(n), (text) =>
      text.replace(
        /^([0-9a-f]{64}) (.*)$/m,
        (_, salt: string, row: string) => `- ${toHex(leafHash(sha256, fromHex(salt), utf8(row)))}`,
      ),
    );
    expect(erased).toContainEqual(expect.objectContaining({ what: 'batch', name: `${root}:0` }));
    const hidden = await rewrite(0, (text) => text.replace('developer-0 2025-01', 'developer-9 2025-01'));
    expect(hidden).toContainEqual(expect.objectContaining({ what: 'batch', name: `${root}/0` }));
  });

  it('cannot hide behind facts that are no facts at all', async () => {
    const broken = copy();
    for (const seq of [3, 4, 9]) await broken.table.put(factKey(books[0], seq), { s: new Uint8Array(32) });
    const { findings, facts } = await check(broken, books[0]);
    expect(findings.filter(({ what }) => what === 'fact').map(({ seq }) => seq)).toEqual([3, 4, 9]);
    expect(facts).toBe(lastSeq(books[0]) + 1);
  });

  it('cannot sign a head: not by another key, nor that of another book', async () => {
    const stranger = memoryPorts({ world: memoryWorld('stranger') });
    await appendAny(stranger.ports, { book: books[0], kind: 'key-published', n: 1 });
    await signHead(stranger.ports, books[0]);
    const changed = copy();
    changed.heads.set(books[0], (await stranger.ports.heads.get(books[0]))!);
    changed.heads.set(books[2], changed.heads.get(books[3])!);
    expect(await heads(changed, books[0])).toEqual(['altered']);
    expect(await heads(changed, books[2])).toEqual(['altered']);
  });
});

it('a store that does not answer is no finding: the check fails, at any await', async () => {
  const whole = memoryPorts({ world });
  await checkLedger(whole.ports);
  for (let at = 0; at < whole.steps.length; at += 3) {
    const { ports } = memoryPorts({ world, faults: { at, when: 'before' } });
    await expect(checkLedger(ports), whole.steps[at]).rejects.toThrow(/died/);
  }
});
