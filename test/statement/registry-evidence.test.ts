// What the registry says, signed by its registrar: each level of trust reached by a real bundle, and every changed twin refused or lowered.
import { beforeAll, describe, expect, it } from 'vitest';
import { primitives } from '../../lib/adapters/primitives.ts';
import { canonicalText, type Json } from '../../lib/ledger/canonical.ts';
import { parseCheckpoint } from '../../lib/ledger/log/checkpoint.ts';
import { formatSignatureLine } from '../../lib/ledger/log/note.ts';
import { formatVkey, keyTypes } from '../../lib/ledger/log/vkey.ts';
import { joinBytes } from '../../lib/model/bytes.ts';
import { toHex } from '../../lib/model/hashing.ts';
import { encodeBase64url } from '../../lib/statement/base64url.ts';
import { linesBytes, linesOf } from '../../lib/statement/bundle/text-lines.ts';
import { registryEvidence } from '../../lib/statement/bundle/verify-registry.ts';
import { derToRaw } from '../../lib/statement/ecdsa-form.ts';
import { jwksText, statementKeys } from '../../lib/statement/keys.ts';
import type { StatementPayload } from '../../lib/statement/payload.ts';
import type { Verification } from '../../lib/statement/verify.ts';
import { type FilesToVerify, verifyFile } from '../../lib/statement/verify-file.ts';
import { addCosignature } from '../../lib/use-cases/log/add-cosignature.ts';
import { readStatement } from '../../lib/use-cases/read-statement.ts';
import { statementFiles } from '../../lib/use-cases/statement-files.ts';
import { cosign, madeKey } from '../ledger/log/made-log.ts';
import { processOn } from '../whole/process.ts';
import { type Files, smallBundles } from './small-bundle.ts';

const { sha256 } = primitives;
const witness = madeKey('witness.example/w1', keyTypes.cosignature);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const name = 'registry.jsonl';

let made: Awaited<ReturnType<typeof smallBundles>>;
let files: Files;
let pdf: Uint8Array;
let registrar: { readonly jwks: unknown };

beforeAll(async () => {
  made = await smallBundles('registry evidence');
  const { world } = made;
  world.witnesses = { keys: [witness.key], submitting: [] };
  const { note } = parseCheckpoint((await made.at('totals')).get('checkpoint')!)!;
  const line = cosign(witness, note.text, Date.parse('2026-03-02T10:00:00.000Z') / 1000);
  await addCosignature(processOn(world).ports, utf8(`${formatSignatureLine(line)}\n`));
  const asked = { company: made.company, number: '2025-0001', level: 'totals', language: 'fr', by: made.by } as const;
  const all = await statementFiles(processOn(world).ports, asked);
  pdf = all.get('statement.pdf')!;
  files = new Map([...all].filter(([file]) => file !== 'MANIFEST' && file !== 'statement.pdf'));
  registrar = { jwks: JSON.parse(jwksText(await made.ports.registrar.publicKeys())) };
}, 60_000);

type Pins = Partial<Pick<FilesToVerify, 'registrar'>> & { readonly keys?: boolean; readonly witness?: boolean };
const verify = (file: Files, pins: Pins): Promise<Verification> =>
  verifyFile(
    {
      file,
      jwks: pins.keys ? file.get('jwks.json')! : null,
      keysPinned: pins.keys ?? false,
      vkey: Uint8Array.of(
        ...file.get('log.vkey')!,
        ...(pins.witness ? utf8(`${formatVkey(witness.key)}\n`) : new Uint8Array(0)),
      ),
      registrar: pins.registrar ?? null,
    },
    primitives,
  );

type Fact = { kind: string; seq: number; data: Record<string, Json>; signed?: { kid: string; digest: string } };
const factsIn = (): Fact[] => linesOf(files.get(name)!)!.map((line) => JSON.parse(line) as Fact);
const withFacts = (facts: readonly object[]): Files =>
  new Map([...files, [name, linesBytes(facts.map((fact) => canonicalText(fact as Json)))]]);
const changed = (kind: string, change: (fact: Fact) => object): Files =>
  withFacts(factsIn().map((fact) => (fact.kind === kind ? change(fact) : fact)));
const codes = ({ problems }: Verification): string[] => [...new Set(problems.map(({ code }) => code))];
const outcome = ({ checked }: Verification): string | undefined =>
  checked.find(({ check }) => check === 'registry')?.outcome;
const texts = ({ notProven }: Verification): string => notProven.map(({ en }) => en).join('\n');

describe('a bundle', () => {
  it('holds the facts of the registry that its statement rests on, at every level the same, and nobody’s name', async () => {
    const kinds = factsIn().map(({ kind }) => kind);
    for (const kind of [
      'key-published',
      'foundation-registered',
      'project-registered',
      'licence-changed',
      'signatory-appointed',
    ]) {
      expect(kinds).toContain(kind);
    }
    for (const level of ['lines', 'names'] as const) expect((await made.at(level)).get(name)).toEqual(files.get(name));
    for (const fact of factsIn()) expect(fact.seq <= headSeq() || fact.kind.startsWith('key-'), fact.kind).toBe(true);
  });

  it('is `self` by the registrar’s keys that came along, which prove consistency only', async () => {
    const answer = await verify(files, { keys: true, witness: true });
    expect(answer).toMatchObject({ result: 'authentic', trust: 'self', registrar: 'nobody' });
    expect(outcome(answer)).toBe('holds');
    expect(texts(answer)).toMatch(/no signature of an independent registrar/);
  });

  it('is `witnessed` where the registrar and a witness are pinned', async () => {
    const answer = await verify(files, { registrar, witness: true });
    expect(answer).toMatchObject({
      ...{ result: 'authentic', trust: 'witnessed', registrar: 'independent' },
      seenAt: '2026-03-02T10:00:00.000Z',
    });
    expect(texts(answer)).toMatch(/That the registrar decided nothing else/);
    expect(texts(answer)).not.toMatch(/no signature of an independent registrar/);
  });

  it('gives its PDF what the registrar signed, so that the PDF alone reaches the level of the bundle', async () => {
    const asked = { file: pdf, jwks: files.get('jwks.json')!, keysPinned: true, vkey: files.get('log.vkey')! };
    expect(await verifyFile({ ...asked, registrar }, primitives)).toMatchObject({
      ...{ result: 'authentic', trust: 'third-party', registrar: 'independent' },
    });
    expect(await verifyFile(asked, primitives)).toMatchObject({ trust: 'self', registrar: 'nobody' });
  });

  it('is `self` beside a PDF whose seal does not cover it: nobody vouches for what is refused', async () => {
    const longer = joinBytes([pdf, Uint8Array.of(0x0a)]);
    const beside = new Map([...files, ['statement.pdf', longer]]);
    for (const file of [longer, beside]) {
      const vkey = files.get('log.vkey')!;
      const asked = { file, jwks: files.get('jwks.json')!, keysPinned: true, vkey, registrar };
      const answer = await verifyFile(asked, primitives);
      expect([answer.result, codes(answer)]).toEqual(['invalid', ['seal-wrong']]);
      expect(answer).toMatchObject({ trust: 'self', seenAt: null, registrar: 'nobody' });
    }
  });

  it('is `third-party` where the keys of an operator that is not the claimant are pinned too', async () => {
    expect(await verify(files, { registrar, keys: true })).toMatchObject({ result: 'authentic', trust: 'third-party' });
    expect((await verify(files, { registrar })).trust).toBe('self');
  });

  it('is `self` where the registrar is the company, or signs by the operator’s own key', async () => {
    const { siren } = JSON.parse(new TextDecoder().decode(files.get('statement.json')!)).company;
    expect(await verify(files, { registrar: { ...registrar, siren }, keys: true, witness: true })).toMatchObject({
      ...{ result: 'authentic', trust: 'self', registrar: 'claimant' },
    });
    const both = { keys: [...(registrar.jwks as { keys: object[] }).keys] };
    const statementKeys = JSON.parse(new TextDecoder().decode(files.get('jwks.json')!)) as { keys: object[] };
    const mixed = new Map([
      ...files,
      ['jwks.json', utf8(JSON.stringify({ keys: [...statementKeys.keys, ...both.keys] }))],
    ]);
    expect(await verify(mixed, { registrar, witness: true })).toMatchObject({ trust: 'self', registrar: 'claimant' });
  });
});

describe('a changed twin', () => {
  const pins = () => ({ registrar, keys: true, witness: true });
  const refused = async (file: Files, of: Pins = pins()): Promise<void> => {
    const answer = await verify(file, of);
    expect([answer.result, codes(answer), outcome(answer)]).toEqual(['invalid', ['registry-wrong'], 'fails']);
    expect(answer).toMatchObject({ trust: 'self', registrar: 'nobody' });
  };

  it('with a fact that says something else is refused, its digest made to fit or not, by any keys', async () => {
    for (const kind of ['project-registered', 'foundation-registered', 'eligibility-decided']) {
      const other = (fact: Fact): Fact => ({ ...fact, data: { ...fact.data, country: 'BE', name: 'Autre' } });
      const fitted = (fact: Fact): Fact => {
        const { data, ...rest } = other(fact);
        const digest = toHex(primitives.sha256(utf8(canonicalText(data))));
        return { ...rest, data, signed: { ...fact.signed!, digest } };
      };
      await refused(changed(kind, other));
      await refused(changed(kind, fitted));
      await refused(changed(kind, fitted), {});
    }
  });

  it('is told by its line, in both languages, be it no fact or a signature that does not hold', async () => {
    const line = factsIn().findIndex(({ kind }) => kind === 'eligibility-decided') + 1;
    const told = [`registry.jsonl ne donne pas ce que dit l’état (ligne ${line}).`, `(line ${line}).`];
    const unread = changed('eligibility-decided', (fact) => ({ ...fact, book: 'company/x' }));
    const unsigned = changed('eligibility-decided', (fact) => ({ ...fact, data: { ...fact.data, note: 'autre' } }));
    for (const file of [unread, unsigned]) {
      const { detail } = (await verify(file, pins())).problems[0]!;
      expect([detail.fr, detail.en]).toEqual(told.map((text) => expect.stringContaining(text)));
    }
  });

  it('without a fact that the statement rests on is refused: project, foundation, licence, mandate, eligibility', async () => {
    const stated = ['project-registered', 'foundation-registered', 'licence-changed', 'signatory-appointed'];
    for (const kind of [...stated, 'eligibility-decided']) {
      await refused(withFacts(factsIn().filter((fact) => fact.kind !== kind)));
    }
  });

  it('with a later decision that takes back what it rests on is refused, signed as all others: eligibility, a mandate that ended', async () => {
    const payload = JSON.parse(new TextDecoder().decode(files.get('statement.json')!)) as StatementPayload;
    const [{ kid } = { kid: '' }] = await made.ports.registrar.publicKeys();
    const [key] = statementKeys(JSON.parse(new TextDecoder().decode(files.get('jwks.json')!)), sha256).values();
    /** What is found with one fact more, where the statement was made of a registry that has it. */
    const withLater = async (kind: string, change: Record<string, Json>) => {
      const data = { ...factsIn().findLast((fact) => fact.kind === kind)!.data, ...change };
      const digest = sha256(utf8(canonicalText(data)));
      const signature = encodeBase64url(derToRaw(await made.ports.registrar.signDigest(digest)));
      const last = { ...factsIn().at(-1)!, seq: 100, kind, data, signed: { kid, digest: toHex(digest), signature } };
      const file = withFacts([...factsIn(), last]);
      const heads = [{ book: 'registry', seq: 101, digest: toHex(digest) }];
      const found = await registryEvidence(
        { payload: { ...payload, heads }, key: key! },
        file,
        new Map(),
        registrar,
        primitives,
      );
      return [found.registrar, found.problems.map(({ about }) => about)];
    };
    const [{ id } = { id: '' }] = payload.projects;
    const later = { from: '2031-01-01', to: null };
    expect(await withLater('eligibility-decided', { eligible: false, ...later })).toEqual(['independent', []]);
    expect(await withLater('eligibility-decided', { eligible: false })).toEqual(['nobody', [id]]);
    expect(await withLater('signatory-appointed', later)).toEqual(['independent', []]);
    expect(await withLater('signatory-appointed', { to: '2024-06-01' })).toEqual(['nobody', [`${id}: signatory`]]);
  });

  it('with a fact twice, out of order, of another book, above the head, or that is none is refused', async () => {
    const facts = factsIn();
    const last = facts.findLast(({ kind }) => !kind.startsWith('key-'))!;
    await refused(withFacts(facts.flatMap((fact) => (fact === last ? [fact, fact] : [fact]))));
    await refused(withFacts(facts.toReversed()));
    await refused(changed('eligibility-decided', (fact) => ({ ...fact, book: 'company/x' })));
    await refused(withFacts([...facts, { ...last, seq: 10_000 }]));
    await refused(new Map([...files, [name, utf8('{}\nnothing\n')]]));
    await refused(new Map([...files, [name, utf8('null\n')]]));
    await refused(new Map([...files, [name, Uint8Array.of(0xff)]]));
    await refused(changed('project-registered', (fact) => ({ ...fact, data: null })));
    await refused(changed('project-registered', (fact) => ({ ...fact, signed: null })));
    await refused(withFacts([...facts.filter((fact) => fact !== last), { ...last, seq: `${last.seq}` }]));
  });

  it('with what was signed of a project told as its foundation, which then has the project’s name, is refused', async () => {
    const project = factsIn().find(({ kind }) => kind === 'project-registered')!;
    const foundation = { id: project.data.foundation, name: project.data.name };
    const payload = JSON.parse(new TextDecoder().decode(files.get('statement.json')!)) as StatementPayload;
    const projects = payload.projects.map((each) => ({ ...each, foundation })) as StatementPayload['projects'];
    const bytes = linesBytes(
      factsIn().map((fact) =>
        canonicalText(
          (fact.kind === 'foundation-registered' ? { ...project, seq: fact.seq } : fact) as unknown as Json,
        ),
      ),
    );
    const told = new TextDecoder()
      .decode(bytes)
      .replace('"kind":"project-registered"', '"kind":"foundation-registered"');
    const key = statementKeys(JSON.parse(new TextDecoder().decode(files.get('jwks.json')!)), sha256)
      .values()
      .next().value!;
    const found = await registryEvidence(
      { payload: { ...payload, projects }, key },
      new Map([[name, utf8(told)]]),
      new Map(),
      registrar,
      primitives,
    );
    expect(found.problems.map(({ about }) => about)).toEqual([project.data.project]);
    expect(found.registrar).toBe('nobody');
  });

  it('without the signatures, or without the file, falls back to `self`', async () => {
    const unsigned = withFacts(
      factsIn()
        .map(({ signed: _, ...fact }) => fact)
        .filter(({ seq }) => seq !== headSeq()),
    );
    const stripped = await verify(unsigned, pins());
    expect(stripped.trust).toBe('self');
    expect(stripped.registrar).toBe('nobody');
    const without = new Map([...files].filter(([file]) => file !== name));
    expect(await verify(without, pins())).toMatchObject({ result: 'authentic', trust: 'self', registrar: 'nobody' });
  });

  it('signed by another registrar than the pinned one is refused, and the key is named', async () => {
    const stranger = await smallBundles('another registrar');
    const jwks = { keys: await stranger.ports.registrar.publicKeys() };
    const answer = await verify(files, { ...pins(), registrar: { jwks } });
    const [{ kid } = { kid: '' }] = await made.ports.registrar.publicKeys();
    expect([answer.result, codes(answer), outcome(answer)]).toEqual(['invalid', ['registrar-key-unknown'], 'fails']);
    expect(answer.problems[0]?.detail.fr).toContain(kid);
    const offCurve = { keys: jwks.keys.map((key) => ({ ...key, y: key.x })) };
    expect(codes(await verify(files, { ...pins(), registrar: { jwks: offCurve } }))).toEqual(['registrar-key-unknown']);
  }, 60_000);

  it('with a pin that does not read is refused, and never held against the keys that came along', async () => {
    const answer = await verify(files, { ...pins(), registrar: { jwks: null } });
    expect(answer).toMatchObject({ result: 'invalid', trust: 'self', registrar: 'nobody' });
    const [{ kid } = { kid: '' }] = await made.ports.registrar.publicKeys();
    expect(answer.problems.map(({ code, about }) => [code, about])).toEqual([['registrar-key-unknown', kid]]);
  });

  it('whose registrar’s key was retired before it signed is refused', async () => {
    const [first, ...rest] = factsIn();
    const retired = { ...first!, kind: 'key-retired', data: { kid: first!.data.kid! }, seq: first!.seq };
    expect(first).toMatchObject({ kind: 'key-published', data: { use: 'registrar' } });
    await refused(withFacts([retired, ...rest]));
  });
});

const headSeq = (): number => {
  const { heads } = JSON.parse(new TextDecoder().decode(files.get('statement.json')!)) as {
    heads: { book: string; seq: number }[];
  };
  return heads.find(({ book }) => book === 'registry')!.seq;
};

const namedRegistrar = (siren: string | null) => {
  const { ports } = processOn(made.world);
  return { ...ports, installation: { ...ports.installation, registrar: { name: 'Teneur Exemple', siren } } };
};
const pageSays = async (ports: ReturnType<typeof namedRegistrar>): Promise<Verification> =>
  (await readStatement(ports, made.company, '2025-0001', 'totals')).verification;

it('the pages of the installation count the registrar that its settings name, unless it is the company', async () => {
  const said = (siren: string | null): Promise<Verification> => pageSays(namedRegistrar(siren));
  const company = JSON.parse(new TextDecoder().decode(files.get('statement.json')!)).company.siren as string;
  expect(await said(null)).toMatchObject({ result: 'authentic', registrar: 'nobody', trust: 'self' });
  expect(await said('000000018')).toMatchObject({
    result: 'authentic',
    registrar: 'independent',
    trust: 'third-party',
  });
  expect(await said(company)).toMatchObject({ result: 'authentic', registrar: 'claimant', trust: 'self' });
});

it('the pages read the company’s book once, and the registry whole once: then what was signed, checked at each look', async () => {
  const ports = namedRegistrar('000000018');
  const { readBooks, readViews } = ports;
  const read: string[] = [];
  const counting = {
    ...ports,
    readBooks: {
      ...readBooks,
      settled: (book: string) => {
        read.push(`all of ${book}`);
        return readBooks.settled(book);
      },
    },
    readViews: {
      ...readViews,
      get: (book: string, item: string) => {
        if (item === 'cursor') read.push(`head of ${book.split('/')[0]}`);
        return readViews.get(book, item);
      },
    },
  };
  const look = async () => {
    read.length = 0;
    const { result, trust } = await pageSays(counting);
    return [result, trust, ...read];
  };
  const { objects } = made.world;
  const kept = (): string => [...objects.names()].find((each) => each.endsWith('.registry.jsonl'))!;
  await objects.remove(kept());
  const once = ['authentic', 'third-party', 'head of company', 'head of registry'];
  expect(await look()).toEqual([...once, 'all of registry']);
  expect(await look()).toEqual(once);
  expect(await objects.get(kept())).toEqual(files.get(name));

  // A copy that was changed proves nothing: not that the registrar signed, nor that it did not.
  const whole = linesOf(files.get(name)!)!;
  const other = whole.map((line) => line.replace(/"signature":"./, '"signature":"_'));
  for (const lines of [other, whole.map((line) => line.replace(/,"signed":\{[^}]*\}/, '')), whole.slice(0, 3), []]) {
    await objects.replace(kept(), linesBytes(lines));
    expect(await look()).toEqual([...once, 'all of registry']);
  }
  await objects.replace(kept(), files.get(name)!);
  // Nor does a sound one once the installation knows no such key of the registrar’s.
  const list = (book: string, partition: string) =>
    partition === 'keys' ? (async function* () {})() : readViews.list(book, partition);
  const unknown = await pageSays({ ...ports, readViews: { ...readViews, list } });
  expect(unknown).toMatchObject({ result: 'invalid', registrar: 'nobody', trust: 'self' });
});
