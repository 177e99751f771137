// Books go out of one ledger as archives and come back into an empty one: the same heads, and everything still verifies.
import { beforeAll, describe, expect, it } from 'vitest';
import { Died } from '../../lib/adapters/memory/faults.ts';
import { type MemoryWorld, memoryPorts, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { primitives } from '../../lib/adapters/primitives.ts';
import type { StatementView } from '../../lib/ledger/views/company-views.ts';
import type { Ports } from '../../lib/ports.ts';
import { verifyStatement } from '../../lib/statement/verify.ts';
import { type ArchiveFiles, manifestOf, names } from '../../lib/use-cases/book-archive.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { exportBook } from '../../lib/use-cases/export-book.ts';
import { issuedPayload, jwsObject } from '../../lib/use-cases/issued-payload.ts';
import { restoreBook } from '../../lib/use-cases/restore-book.ts';
import { refusalOf } from '../use-cases/ledger.ts';
import { aliceOf, copied, erase, worldAfterTheTerm } from './after-the-term.ts';
import { processOn } from './process.ts';

let world: MemoryWorld;
let archives: Map<string, ArchiveFiles>;
let company: string;

async function exported(ports: Ports, withSealed = true): Promise<Map<string, ArchiveFiles>> {
  const found = new Map<string, ArchiveFiles>();
  for await (const book of ports.listBooks.books()) found.set(book, await exportBook(ports, { book, withSealed }));
  return found;
}

const restoredInto = async (into: MemoryWorld, all: Iterable<ArchiveFiles>): Promise<Ports> => {
  const { ports } = memoryPorts({ world: into });
  for (const files of all) await restoreBook(ports, files);
  return ports;
};

beforeAll(async () => {
  world = await worldAfterTheTerm();
  const { ports } = processOn(world);
  archives = await exported(ports);
  company = [...archives.keys()].find((book) => book.startsWith('company/'))!;
}, 120_000);

/** The archive with some files changed, and a manifest that fits them. */
function changed(files: ArchiveFiles, change: (files: Map<string, Uint8Array>) => void): ArchiveFiles {
  const copy = new Map(files);
  change(copy);
  copy.set(names.manifest, manifestOf(primitives, copy));
  return copy;
}

describe('a ledger restored from archives', () => {
  it('has the same books, heads and views, and its check is clean', async () => {
    const ports = await restoredInto(memoryWorld('elsewhere'), archives.values());
    const check = await checkLedger(ports);
    expect(check.findings).toEqual([]);
    expect(check.behind).toEqual([]);
    const before = processOn(world).ports;
    for (const book of archives.keys()) {
      expect((await readBook(ports, book)).head, book).toEqual((await readBook(before, book)).head);
    }
  });

  it('has statements that verify under the keys of the ledger that they came from', async () => {
    const ports = await restoredInto(memoryWorld('elsewhere'), archives.values());
    const state = await readBook(ports, company);
    const view = (await state.get('statements/2025-0001')) as unknown as StatementView;
    expect((await issuedPayload(ports, view)).number).toBe('2025-0001');
    const text = new TextDecoder().decode((await ports.objects.get(jwsObject(view.jws)))!);
    const jwks = JSON.parse(new TextDecoder().decode(archives.get(company)!.get(names.keys)));
    const { sha256, verifyEs256 } = primitives;
    const verification = await verifyStatement(
      { jws: text, jwks, keysPinned: true },
      { sha256, verifyEs256, verifyEd25519: async () => true },
    );
    expect(verification.problems).toEqual([]);
  });

  it('is exported again to the same archives, but for who signed the heads', async () => {
    const ports = await restoredInto(memoryWorld('elsewhere'), archives.values());
    for (const [book, files] of await exported(ports)) {
      const signed = new Set<string>([names.head, names.keys, names.manifest]);
      const plain = (of: ArchiveFiles) =>
        [...of].filter(([name]) => !signed.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
      expect(plain(files), book).toEqual(plain(archives.get(book)!));
    }
  });

  it('names the sealed files that were left out, and the check names them too', async () => {
    const open = await exported(processOn(world).ports, false);
    for (const name of open.get(company)!.keys()) expect(name).not.toMatch(/^sealed\//);
    const ports = memoryPorts({ world: memoryWorld('elsewhere') }).ports;
    const restored = await restoreBook(ports, open.get(company)!);
    expect(restored.sealedMissing).toBeGreaterThan(4);
    const files = (await checkLedger(ports, { book: company })).findings.filter(({ what }) => what === 'file');
    expect(new Set(files.map(({ name }) => name)).size).toBe(restored.sealedMissing);
  });

  it('keeps what an erasure took away', async () => {
    const later = copied(world);
    const { ports } = processOn(later);
    const who = await aliceOf(ports);
    for (const login of ['hr', 'hr-2']) await erase(ports, who, login);
    const after = await restoredInto(memoryWorld('elsewhere'), (await exported(ports)).values());
    expect(await checkLedger(after)).toMatchObject({ findings: [], behind: [] });
  });
});

describe('exporting', () => {
  it('waits for an erasure that is not carried out: what is to go is in no archive', async () => {
    const later = copied(world);
    const who = await aliceOf(processOn(later).ports);
    await erase(processOn(later).ports, who, 'hr');
    // The fact is put, and whoever follows it does not come.
    const { ports } = memoryPorts({ world: later });
    await erase(ports, who, 'hr-2');
    const refusal = await refusalOf(exportBook(ports, { book: company, withSealed: true }));
    expect(refusal.code).toBe('ledger-busy');
    expect(refusal.detail.en).toContain("'communs erase' again");
    expect(await erase(ports, who, 'hr-2')).toMatchObject({ already: true });
    expect((await exportBook(ports, { book: company, withSealed: true })).size).toBeGreaterThan(10);
  });
});

describe('restoring', () => {
  it('says so where all of it stands there, and goes on wherever it died', async () => {
    const files = archives.get(company)!;
    const whole = memoryPorts({ world: memoryWorld('elsewhere') });
    const { digest, facts } = await restoreBook(whole.ports, files);
    const steps = [...whole.steps];
    expect(await restoreBook(whole.ports, files)).toMatchObject({ already: facts, digest });
    for (let at = 0; at < steps.length; at += 5) {
      const into = memoryWorld('elsewhere');
      await expect(
        restoreBook(memoryPorts({ world: into, faults: { at, when: 'after' } }).ports, files),
        steps[at],
      ).rejects.toThrow(Died);
      const { ports } = memoryPorts({ world: into });
      expect(await restoreBook(ports, files), steps[at]).toMatchObject({ digest });
      const { findings, behind } = await checkLedger(ports, { book: company });
      expect([findings.filter(({ what }) => what !== 'statement'), behind], steps[at]).toEqual([[], []]);
    }
  }, 120_000);

  it('refuses to put a book over another one of that name', async () => {
    const later = copied(world);
    const { ports } = processOn(later);
    await erase(ports, await aliceOf(ports), 'hr');
    const refusal = await refusalOf(restoreBook(ports, archives.get(company)!));
    expect(refusal.code).toBe('book-differs');
  });

  const doctored: readonly (readonly [string, (files: Map<string, Uint8Array>) => void])[] = [
    ['a fact changed', (files) => void files.set(names.facts, edited(files.get(names.facts)!, '"R', '"S'))],
    [
      'a salt changed',
      (files) => void files.set(names.facts, edited(files.get(names.facts)!, '{"salt":"', '{"salt":"0')),
    ],
    ['a chunk changed', (files) => flip(files, /^chunks\//)],
    ['a chunk missing', (files) => void files.delete([...files.keys()].find((name) => name.startsWith('chunks/'))!)],
    ['a signed text changed', (files) => flip(files, /\.jws$/)],
    ['a rule set changed', (files) => flip(files, /^objects\/rule/)],
    ['a sealed file changed', (files) => flip(files, /^sealed\//)],
    ...['objects/digests', 'sealed', 'chunks'].map(
      (folder) =>
        [
          `a file of ${folder} that no fact names`,
          (files: Map<string, Uint8Array>) => void files.set(`${folder}/${'0'.repeat(64)}`, new Uint8Array(1)),
        ] as const,
    ),
    ['a fact less', (files) => void files.set(names.facts, cut(files.get(names.facts)!))],
  ];
  const decoder = new TextDecoder();
  const edited = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
    const text = decoder.decode(bytes);
    const at = text.indexOf(from) < 0 ? text.length - 40 : text.indexOf(from);
    const after = text.indexOf(from) < 0 ? 'x' : to;
    return new TextEncoder().encode(
      `${text.slice(0, at)}${after}${text.slice(at + (after === 'x' ? 1 : from.length))}`,
    );
  };
  const cut = (bytes: Uint8Array): Uint8Array =>
    new TextEncoder().encode(
      decoder
        .decode(bytes)
        .split('\n')
        .slice(0, -2)
        .map((line) => `${line}\n`)
        .join(''),
    );
  const flip = (files: Map<string, Uint8Array>, which: RegExp): void => {
    const name = [...files.keys()].find((one) => which.test(one) && one !== names.head)!;
    const bytes = Uint8Array.from(files.get(name)!);
    bytes[bytes.length - 1]! ^= 1;
    files.set(name, bytes);
  };

  it.each(doctored)('refuses an archive with %s, even with a manifest that fits', async (_what, change) => {
    const files = changed(archives.get(company)!, change);
    const { ports } = memoryPorts({ world: memoryWorld('elsewhere') });
    expect((await refusalOf(restoreBook(ports, files))).code).toBe('archive-changed');
    expect((await readBook(ports, company)).head.seq).toBe(-1);
  });

  it.each(doctored)('refuses an archive with %s and its manifest as it was', async (_what, change) => {
    const files = new Map(archives.get(company)!);
    change(files);
    const { ports } = memoryPorts({ world: memoryWorld('elsewhere') });
    expect((await refusalOf(restoreBook(ports, files))).code).toBe('archive-changed');
  });
});

it('a ledger that somebody changed is not exported', async () => {
  const wronged = copied(world);
  const [key, item] = [...wronged.table.items()].find(([{ pk }]) => pk === `book#${company}`)!;
  await wronged.table.put(key, { ...item, s: new Uint8Array(32) });
  const refusal = await refusalOf(exportBook(processOn(wronged).ports, { book: company, withSealed: true }));
  expect(refusal.code).toBe('ledger-flawed');
  expect((await refusalOf(exportBook(processOn(world).ports, { book: 'company/nobody', withSealed: true }))).code).toBe(
    'unknown-book',
  );
});
