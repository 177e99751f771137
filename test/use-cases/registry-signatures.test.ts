// What the registrar decides carries its signature, whoever writes it; and the full check names a fact of the registry that does not.
import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { memorySigner } from '../../lib/adapters/memory/memory-keys.ts';
import { copyOfWorld, type MemoryWorld, memoryPorts } from '../../lib/adapters/memory/memory-ports.ts';
import { seededRandom } from '../../lib/adapters/memory/seeded-random.ts';
import { type AnyFact, dataBytes, digestOf, type Fact, factBytes, noFactYet } from '../../lib/ledger/fact.ts';
import { isRegistrarKind, registrarKinds } from '../../lib/ledger/kinds.ts';
import type { Signer } from '../../lib/ports/keys.ts';
import type { Ports } from '../../lib/ports.ts';
import { decodeBase64url, encodeBase64url } from '../../lib/statement/base64url.ts';
import { derToRaw } from '../../lib/statement/ecdsa-form.ts';
import { append } from '../../lib/use-cases/append.ts';
import { appendSigned } from '../../lib/use-cases/append-signed.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { enrolLogin } from '../../lib/use-cases/people.ts';
import { rebuildViews } from '../../lib/use-cases/rebuild-views.ts';
import { register } from '../../lib/use-cases/register.ts';
import { signHead } from '../../lib/use-cases/sign-head.ts';
import { hexOf, sha256 } from '../ledger/bytes.ts';
import { goldenFact } from '../ledger/golden-facts.ts';
import { appendAny } from './any-fact.ts';
import { factsOf, jsonFile, testLedger } from './ledger.ts';
import { registryFile } from './organisation.ts';

const send = async (ports: Ports): Promise<void> => {
  await register(ports, { by: (await enrolLogin(ports, 'ursule')).id, file: jsonFile(registryFile) });
};

/** By node, not by the code that signed. */
const isSignedBy = async (fact: AnyFact, signer: Signer): Promise<boolean> => {
  const { kty, crv, x, y } = (await signer.publicKeys()).find(({ kid }) => kid === fact.signed?.kid)!;
  const key = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
  const raw = decodeBase64url(fact.signed!.signature)!;
  return verify('sha256', dataBytes(factBytes(fact)), { key, dsaEncoding: 'ieee-p1363' }, raw);
};

describe('what the registrar decides', () => {
  it('is signed over its data, by a key that was published before', async () => {
    const { ports } = testLedger();
    await send(ports);
    const facts = await factsOf(ports, 'registry');
    const [key, ...decided] = facts;
    expect(key).toMatchObject({ kind: 'key-published', data: { use: 'registrar', test: true } });
    expect(decided).toHaveLength(6);
    for (const fact of decided) {
      expect(registrarKinds).toContain(fact.kind);
      expect(fact.signed?.digest).toBe(hexOf(new TextDecoder().decode(dataBytes(factBytes(fact)))));
      expect(await isSignedBy(fact, ports.registrar), fact.kind).toBe(true);
    }
  });

  it.each(registrarKinds)(
    '%s is written with its signature, and the same act again answers with the same bytes',
    async (kind) => {
      const { ports } = testLedger();
      const first = await appendAny(ports, { book: 'registry', kind, n: 1 });
      expect(await isSignedBy(first.fact, ports.registrar)).toBe(true);
      expect(await appendAny(ports, { book: 'registry', kind, n: 1 })).toEqual({ ...first, already: true });
    },
  );

  it.each(registrarKinds)('%s is not written without one, whoever forgets it', async (kind) => {
    const { ports } = testLedger();
    const draft = { kind, by: 'pe-1', data: goldenFact(kind).data };
    const intended = { book: 'registry', cause: hexOf(kind), dependsOn: [] };
    await expect(append(ports, intended, async () => draft)).rejects.toThrow(`${kind}: nobody signed it`);
    expect(await factsOf(ports, 'registry')).toEqual([]);
  });

  it('is not written where another key answers than the one that is published', async () => {
    const { ports } = testLedger();
    const other = memorySigner(seededRandom('another'), 'registrar');
    const registrar = { ...ports.registrar, signDigest: other.signDigest };
    const draft = { kind: 'tie-declared', by: 'pe-1', data: goldenFact('tie-declared').data } as const;
    const appended = appendSigned(
      { ...ports, registrar },
      { book: 'registry', cause: hexOf('tie'), dependsOn: [] },
      async () => draft,
    );
    await expect(appended).rejects.toThrow(/does not verify what the signer answered/);
    expect((await factsOf(ports, 'registry')).map(({ kind }) => kind)).toEqual(['key-published']);
  });

  it('is signed for nobody else: a company’s fact, or a key, with such a signature is none', () => {
    const { signed } = { signed: { digest: hexOf('x'), kid: 'k'.repeat(43), signature: `${'s'.repeat(85)}A` } };
    expect(factBytes({ ...goldenFact('tie-declared'), signed }).length).toBeGreaterThan(0);
    for (const kind of ['key-published', 'key-retired', 'company-enrolled'] as const) {
      expect(() => factBytes({ ...goldenFact(kind), signed })).toThrow(/not the registrar’s to sign/);
    }
    for (const wrong of [{ digest: 'x' }, { kid: 'k' }, { signature: `${'s'.repeat(85)}B` }, { more: 1 }]) {
      expect(() => factBytes({ ...goldenFact('tie-declared'), signed: { ...signed, ...wrong } })).toThrow(/signed/);
    }
  });
});

describe('the full check', () => {
  let world: MemoryWorld;
  let registrar: Signer;
  beforeAll(async () => {
    const made = testLedger();
    await send(made.ports);
    registrar = made.ports.registrar;
    await signHead(made.ports, 'registry');
    world = made.world;
  });

  /** Whoever holds the table and the key of heads makes the whole chain again around one change. */
  const remade = async (
    change: (facts: AnyFact[]) => Promise<readonly AnyFact[]> | readonly AnyFact[],
  ): Promise<Ports> => {
    const copy = copyOfWorld(world, world.random);
    const { ports } = memoryPorts({ world: copy });
    const facts = await change(await factsOf(ports, 'registry'));
    for (const [key] of [...copy.table.items()]) {
      if (/^(?:book|view)#registry/.test(key.pk)) await copy.table.remove(key);
    }
    let prev = noFactYet;
    for (const [seq, fact] of facts.entries()) {
      const bytes = factBytes({ ...fact, seq, prev } as AnyFact);
      await ports.appendBooks.put({ book: 'registry', seq, bytes, salt: new Uint8Array(32) });
      prev = digestOf(sha256, bytes);
    }
    copy.heads.clear();
    await signHead(ports, 'registry');
    await rebuildViews(ports, { book: 'registry' });
    return ports;
  };
  const found = async (ports: Ports): Promise<unknown[]> => {
    const { findings } = await checkLedger(ports);
    for (const { detail } of findings) expect(detail.en).toMatch(/ask the registrar/);
    return findings.map(({ book, seq, what, detail }) => [
      book,
      seq,
      what,
      /\b(is|carries)\b.*?\./.exec(detail.en)?.[0],
    ]);
  };
  const unsigned = ({ signed: _, ...fact }: AnyFact): AnyFact => fact as AnyFact;
  const at = (facts: AnyFact[], kind: AnyFact['kind']): number => facts.findIndex((fact) => fact.kind === kind);

  it('finds nothing where all is as the registrar signed it, nor in facts from before it had a key', async () => {
    expect(await found(await remade((facts) => facts))).toEqual([]);
    const older = await remade(([key, first, ...rest]) => [unsigned(first!), key!, ...rest]);
    expect(await found(older)).toEqual([]);
  });

  it('names a fact that says something else than was signed, though chain, head and views were made to fit', async () => {
    const ports = await remade((facts) =>
      facts.map((fact) =>
        fact.kind === 'licence-changed' ? { ...fact, data: { ...fact.data, from: '2001-01-01' } } : fact,
      ),
    );
    const seq = at(await factsOf(ports, 'registry'), 'licence-changed');
    expect(await found(ports)).toEqual([['registry', seq, 'signature', expect.stringMatching(/not of what it says/)]]);
  });

  it('names a fact whose digest was made to fit too', async () => {
    const ports = await remade((facts) =>
      facts.map((fact) => {
        if (fact.kind !== 'tie-declared') return fact;
        const other = { ...fact, data: { ...fact.data, to: '2030-01-01' } };
        const digest = digestOf(sha256, dataBytes(factBytes(other)));
        return { ...other, signed: { ...fact.signed!, digest } };
      }),
    );
    const seq = at(await factsOf(ports, 'registry'), 'tie-declared');
    expect(await found(ports)).toEqual([['registry', seq, 'signature', expect.stringMatching(/not of what it says/)]]);
  });

  it('names a fact without a signature that came after the key', async () => {
    const ports = await remade((facts) =>
      facts.map((fact) => (fact.kind === 'signatory-appointed' ? unsigned(fact) : fact)),
    );
    const seq = at(await factsOf(ports, 'registry'), 'signatory-appointed');
    expect(await found(ports)).toEqual([['registry', seq, 'signature', expect.stringMatching(/not signed/)]]);
  });

  it('names what another key signed in the name of the registrar’s, though the registry was made to hold it under that name', async () => {
    const other = memorySigner(seededRandom('another'), 'registrar');
    const [{ x, y } = { x: '', y: '' }] = await other.publicKeys();
    const ports = await remade(async (facts) => {
      const last = facts.at(-1)!;
      const key = facts[0] as Fact<'key-published'>;
      const renamed = { ...key, at: last.at, data: { ...key.data, publicKey: { kty: 'EC', crv: 'P-256', x, y } } };
      const signature = encodeBase64url(derToRaw(await other.signDigest(sha256(dataBytes(factBytes(last))))));
      return [
        ...facts.slice(0, -1),
        renamed as AnyFact,
        { ...last, signed: { ...last.signed!, signature } } as AnyFact,
      ];
    });
    const { seq } = (await factsOf(ports, 'registry')).at(-1)!;
    expect(await found(ports)).toEqual([['registry', seq, 'signature', expect.stringMatching(/not of what it says/)]]);
  });

  it('names facts of a key that nobody published, of one published for something else, and of one retired before', async () => {
    const none = await remade(([_key, ...facts]) => facts);
    const decided = (await factsOf(none, 'registry')).filter(({ kind }) => isRegistrarKind(kind));
    expect(await found(none)).toEqual(
      decided.map(({ seq }) => ['registry', seq, 'signature', expect.stringMatching(/not published/)]),
    );
    const other = await remade((facts) =>
      facts.map((fact) =>
        fact.kind === 'key-published' ? { ...fact, data: { ...fact.data, use: 'statement' } } : fact,
      ),
    );
    expect(await found(other)).toHaveLength(decided.length);
    const [{ kid } = { kid: '' }] = await registrar.publicKeys();
    const retired = await remade((facts) => {
      const last = facts.at(-1)!;
      const retirement = { ...goldenFact('key-retired'), at: last.at, data: { kid } };
      return [...facts.slice(0, -1), retirement, last];
    });
    const { seq } = (await factsOf(retired, 'registry')).at(-1)!;
    expect(await found(retired)).toEqual([['registry', seq, 'signature', expect.stringMatching(/already retired/)]]);
  });
});
