// What a fact may be: each rule shown to hold by one fact that breaks it, and one golden file for each kind.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, type Json } from '../../lib/ledger/canonical.ts';
import {
  type AnyFact,
  causeOf,
  checkFollows,
  dataBytes,
  digestOf,
  factBytes,
  type Intent,
  maxFactBytes,
  noFactYet,
  parseFact,
} from '../../lib/ledger/fact.ts';
import { bookKindOf, factDataSchemas, factKinds, isFactKind, kindsOfBook } from '../../lib/ledger/kinds.ts';
import { flipped, hexOf, sha256 } from './bytes.ts';
import { goldenBytes, goldenFact } from './golden-facts.ts';

const golden = goldenFact('timesheet-posted');
const changed = (members: object): AnyFact => ({ ...golden, ...members }) as unknown as AnyFact;
const withData = (members: object): AnyFact => changed({ data: { ...golden.data, ...members } });

describe('the golden files', () => {
  it('are one for each kind in its current version, and no other but of older ones', () => {
    const current = factKinds.map((kind) => `${kind}.v${factDataSchemas[kind].version}`);
    expect([...goldenBytes.keys()]).toEqual(expect.arrayContaining(current));
    for (const name of goldenBytes.keys()) {
      const [kind, version] = name.split('.v') as [string, string];
      expect(isFactKind(kind) && Number(version) <= factDataSchemas[kind].version, name).toBe(true);
    }
  });

  it.each([...goldenBytes])('%s is read, and written the same', (name, bytes) => {
    const fact = parseFact(bytes);
    expect(`${fact.kind}.v${fact.v}`).toBe(name);
    const { version, data } = factDataSchemas[fact.kind];
    if (fact.v === version) expect(factBytes(fact)).toEqual(bytes);
    // An older one is handed on in today's shape.
    else expect(data.safeParse(fact.data).success).toBe(true);
  });
});

it('the data that a registrar signed of an older version is told as it was written, not as it is read', () => {
  const bytes = goldenBytes.get('project-registered.v1')!;
  expect(new TextDecoder().decode(bytes)).toContain(`"data":${new TextDecoder().decode(dataBytes(bytes))},`);
  expect(parseFact(bytes).data).toHaveProperty('successorOf');
  expect(new TextDecoder().decode(dataBytes(bytes))).not.toContain('successorOf');
});

describe('a fact', () => {
  const broken: readonly [what: string, fact: AnyFact, said: RegExp][] = [
    ['an unknown kind', changed({ kind: 'timesheet-erased' }), /unknown kind timesheet-erased/],
    ['a kind that is a word of the language', changed({ kind: 'toString' }), /unknown kind/],
    ['an unknown version', changed({ v: 3 }), /unknown version 3 of timesheet-posted/],
    ['a version before the first', changed({ v: 0 }), /unknown version 0 of timesheet-posted/],
    ['an older version with what came later', changed({ v: 1 }), /Unrecognized keys: /],
    ['a version that is no number', changed({ v: '1' }), /v: /],
    ['another book’s kind', changed({ book: 'registry' }), /does not belong in this book/],
    ['a book of no kind', changed({ book: 'companies/a' }), /does not belong in this book/],
    ['no book', changed({ book: 5 }), /book: /],
    ['a seq below 0', changed({ seq: -1 }), /seq: /],
    ['half a seq', changed({ seq: 0.5 }), /seq: /],
    ['a prev that is no digest', changed({ prev: hexOf('x').toUpperCase() }), /prev: /],
    ['a prev in a list', changed({ prev: [hexOf('x')] }), /prev: /],
    ['a cause that is no digest', changed({ cause: hexOf('x').slice(1) }), /cause: /],
    ['nobody behind it', changed({ by: '' }), /by: /],
    ['a time without milliseconds', changed({ at: '2026-01-15T09:30:00Z' }), /at: /],
    ['a time of another zone', changed({ at: '2026-01-15T09:30:00.000+01:00' }), /at: /],
    ['a day no calendar has', changed({ at: '2026-02-29T09:30:00.000Z' }), /at: /],
    ['a 25th hour', changed({ at: '2026-02-28T24:30:00.000Z' }), /at: /],
    ['a member more', changed({ note: 1 }), /Unrecognized key: "note"/],
    ['a member more in its data', withData({ note: 1 }), /Unrecognized key: "note"/],
    ['a word for a number', withData({ minutes: '420' }), /minutes: /],
    ['a float', withData({ minutes: 0.5 }), /minutes: /],
    [
      'a day no calendar has in its data',
      withData({ period: { from: '2025-02-30', to: '2025-12-31' } }),
      /period.from/,
    ],
    ['a batch that is nowhere', withData({ batch: { ...golden.data.batch, place: 'shelf' } }), /batch.place/],
  ];
  it.each(broken)('with %s is neither written nor read', (_, fact, said) => {
    expect(() => factBytes(fact)).toThrow(said);
    const name = `fact ${String(fact.book)} ${String(fact.seq)}: `;
    expect(() => factBytes(fact)).toThrow(name);
    let bytes: Uint8Array;
    try {
      bytes = canonicalBytes(fact as unknown as Json);
    } catch {
      return;
    }
    expect(() => parseFact(bytes)).toThrow(said);
  });

  it.each(Object.keys(golden))('without its member %s is neither written nor read', (member) => {
    const { [member as 'by']: _, ...rest } = golden;
    expect(() => factBytes(rest as AnyFact)).toThrow(/^fact /);
    expect(() => parseFact(canonicalBytes(rest as unknown as Json))).toThrow(/^fact /);
  });

  it.each([null, 1, 'fact', [], {}])('is not %j', (value) => {
    expect(() => parseFact(canonicalBytes(value as Json))).toThrow(/^fact/);
  });

  it('is at most 4 kB: what is many goes into a batch', () => {
    const accepted = (letters: number): AnyFact => {
      const codes = Array.from({ length: Math.ceil(letters / 100) }, (_, i) =>
        'x'.repeat(Math.min(100, letters - 100 * i)),
      );
      return withData({ accepted: codes });
    };
    let letters = 1;
    while (canonicalBytes(accepted(letters) as unknown as Json).length < maxFactBytes) letters += 1;
    expect(factBytes(accepted(letters))).toHaveLength(maxFactBytes);
    expect(() => factBytes(accepted(letters + 1))).toThrow(/4097 bytes, at most 4096/);
    expect(() => parseFact(canonicalBytes(accepted(letters + 1) as unknown as Json))).toThrow(/4097 bytes/);
  });

  it('has no other bytes: a flipped bit is another fact or none', () => {
    const bytes = goldenBytes.get('timesheet-posted.v2')!;
    for (let at = 0; at < bytes.length; at += 1) {
      const other = flipped(bytes, at, 1 << (at % 8));
      let fact: AnyFact;
      try {
        fact = parseFact(other);
      } catch {
        continue;
      }
      expect(factBytes(fact)).toEqual(other);
      expect(digestOf(sha256, other)).not.toBe(digestOf(sha256, bytes));
    }
  });
});

describe('a chain', () => {
  const first = changed({ seq: 0, prev: noFactYet });
  const firstRead = { fact: first, bytes: factBytes(first) };
  const second = changed({ seq: 1, prev: digestOf(sha256, firstRead.bytes) });

  it('begins at 0 after 64 zeros and goes on by digests', () => {
    expect(() => checkFollows(sha256, first, null)).not.toThrow();
    expect(() => checkFollows(sha256, second, firstRead)).not.toThrow();
  });

  it.each<[string, AnyFact, typeof firstRead | null, RegExp]>([
    ['a first fact that is not 0', changed({ seq: 1, prev: noFactYet }), null, /gap/],
    ['a first fact that follows something', changed({ seq: 0, prev: hexOf('x') }), null, /prev is not/],
    ['a gap', { ...second, seq: 2 }, firstRead, /gap/],
    ['the same seq twice', { ...second, seq: 0 }, firstRead, /gap/],
    ['another predecessor', { ...second, prev: hexOf('x') }, firstRead, /prev is not/],
    ['a time before its predecessor’s', { ...second, at: '2026-01-15T09:30:00.249Z' }, firstRead, /before its/],
  ])('does not hold %s', (_, fact, previous, said) => {
    expect(() => checkFollows(sha256, fact, previous)).toThrow(said);
  });
});

describe('a cause', () => {
  const intent: Intent = { actor: 'co-1', act: 'post-timesheet', on: { file: 'a', year: 2025 }, after: null };

  it('is the same for the same intent, and another for any part of it', () => {
    expect(causeOf(sha256, { ...intent, on: { year: 2025, file: 'a' } })).toBe(causeOf(sha256, intent));
    const others: Intent[] = [
      { ...intent, actor: 'co-2' },
      { ...intent, act: 'undo-timesheet' },
      { ...intent, on: { file: 'a', year: 2026 } },
      { ...intent, after: hexOf('an undo') },
    ];
    expect(new Set([intent, ...others].map((each) => causeOf(sha256, each))).size).toBe(5);
  });

  it('takes nothing else an object may carry', () => {
    expect(causeOf(sha256, { ...intent, at: '2026' } as Intent)).toBe(causeOf(sha256, intent));
  });
});

describe('a kind', () => {
  it('belongs to one kind of book, but for an erasure, which stands wherever there are rows', () => {
    // A foundation's book has no rows.
    for (const [book, kinds] of Object.entries(kindsOfBook)) {
      expect(kinds.filter((kind) => kind === 'erasure')).toHaveLength(book === 'foundation' ? 0 : 1);
    }
    const listed = Object.values(kindsOfBook).flatMap((kinds) => kinds.filter((kind) => kind !== 'erasure'));
    expect([...listed, 'erasure'].sort()).toEqual([...factKinds].sort());
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('of book is told from its name alone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(bookKindOf(`company/${text}`)).toBe('company');
        expect(bookKindOf(`repo/${text}`)).toBe('repo');
        expect(bookKindOf(`person/${text}`)).toBe('person');
        expect(bookKindOf(`registry${text}`)).toBe(text === '' ? 'registry' : null);
        expect(bookKindOf(`/company/${text}`)).toBeNull();
      }),
    );
  });
});
