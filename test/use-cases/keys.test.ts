// Keys over time: a new one signs, the former one is told and still verifies, and is retired by whoever keeps the registry.
import { describe, expect, it } from 'vitest';
import { type AnyFact, factBytes } from '../../lib/ledger/fact.ts';
import { toHex } from '../../lib/model/hashing.ts';
import type { StoredFact } from '../../lib/ports/books.ts';
import { encodeBase64url } from '../../lib/statement/base64url.ts';
import { verificationLines } from '../../lib/statement/verification-text.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { statementKeyWatch } from '../../lib/use-cases/check-statement-keys.ts';
import { jwsObject } from '../../lib/use-cases/issued-payload.ts';
import { listKeys, publishAllKeys, retireKey } from '../../lib/use-cases/keys.ts';
import { sequenceLog } from '../../lib/use-cases/log/sequence-log.ts';
import { companyBook, enrolLogin, registryBook } from '../../lib/use-cases/people.ts';
import { publishKeys, publishLogKeys } from '../../lib/use-cases/publish-keys.ts';
import { readStatement } from '../../lib/use-cases/read-statement.ts';
import { giveRoles } from '../../lib/use-cases/roles.ts';
import { statementFiles } from '../../lib/use-cases/statement-files.ts';
import { smallBundles } from '../statement/small-bundle.ts';
import { acts } from '../whole/acts.ts';
import { processOn } from '../whole/process.ts';
import { appendAny } from './any-fact.ts';
import { factsOf, refusalOf } from './ledger.ts';

const decoder = new TextDecoder();

type Rotating = { readonly rotate: () => Promise<void> };

describe('after every key was rotated', () => {
  it('all are listed, what was signed before verifies, the log goes on, and the full check finds nothing', async () => {
    const made = await smallBundles('rotated keys');
    const before = await made.at('totals');
    const { world } = made;
    const first = await listKeys(made.ports);
    expect(first.map(({ use, isCurrent }) => [use, isCurrent])).toEqual([
      ['log', true],
      ['registrar', true],
      ['statement', true],
    ]);
    for (const key of [world.signer, world.logSigner, world.registrar]) await (key as unknown as Rotating).rotate();
    const { ports, catchUp } = processOn(world);
    await publishAllKeys(ports);
    await appendAny(ports, { book: 'registry', kind: 'tie-declared', n: 1 });
    await catchUp();
    await sequenceLog(ports);
    const keys = await listKeys(ports);
    expect(keys).toHaveLength(6);
    for (const { kid, published } of first)
      expect(keys).toContainEqual(expect.objectContaining({ kid, published, isCurrent: false }));
    expect(keys.filter(({ isCurrent, published }) => isCurrent && published !== null)).toHaveLength(3);

    const { verification } = await readStatement(ports, made.company, '2025-0001', 'totals');
    expect(verification).toMatchObject({ result: 'authentic', kid: first.find(({ use }) => use === 'statement')!.kid });
    const asked = { company: made.company, number: '2025-0001', level: 'totals', language: 'fr', by: made.by } as const;
    const after = await statementFiles(ports, asked);
    // Today’s keys verify the bundle of yesterday, and its own keys are all in that of today.
    for (const [name, kept] of [
      ['jwks.json', 2],
      ['log.vkey', 2],
    ] as const) {
      const of = (file: Uint8Array): string[] =>
        new TextDecoder().decode(file).match(/"kid": "[^"]+"|^\S+\+\S+$/gm) ?? [];
      expect(of(after.get(name)!)).toHaveLength(kept);
      expect(of(after.get(name)!)).toEqual(expect.arrayContaining(of(before.get(name)!)));
    }
    const pins = { jwks: after.get('jwks.json')!, keysPinned: true, vkey: after.get('log.vkey')! };
    const registrar = { jwks: { keys: await ports.registrar.publicKeys() } };
    for (const file of [before, after]) {
      const answer = await verifyFile({ file: new Map(file), ...pins, registrar }, ports.primitives);
      expect([answer.result, answer.problems, answer.trust]).toEqual(['authentic', [], 'third-party']);
    }
    expect((await checkLedger(ports)).findings).toEqual([]);

    // Retired, it is told with its dates, and the statement stands.
    const { kid, published } = first.find(({ use }) => use === 'statement')!;
    const { id: keeper } = await enrolLogin(ports, 'keeper');
    await giveRoles(ports, keeper, null, ['registrar']);
    const { retired } = await retireKey(ports, { by: keeper, kid });
    const keyDates = { published, retired };
    expect((await readStatement(ports, made.company, '2025-0001', 'totals')).verification).toMatchObject({
      ...{ result: 'authentic', kid, keyDates },
    });
    const answer = await verifyFile({ file: new Map(await statementFiles(ports, asked)), ...pins }, ports.primitives);
    expect(answer).toMatchObject({ result: 'authentic', keyDates });
    expect(verificationLines(answer, 'en')).toContain(`Key: ${kid}, published on ${published}, retired on ${retired}`);
  }, 60_000);
});

describe('a key', () => {
  it('that signs a statement after it was retired, was never published, or did not sign it, is named by the full check', async () => {
    const { world, company } = await smallBundles('signed by a retired key');
    const [{ kid } = { kid: '' }] = await world.signer.publicKeys();
    const findings = async () => (await checkLedger(processOn(world).ports)).findings;
    expect(await findings()).toEqual([]);
    const { ports } = processOn(world);
    const issued = (await factsOf(ports, companyBook(company))).find((fact) => fact.kind === 'statement-issued')!;
    const registry = (await factsOf(ports, registryBook)).filter(({ kind }) => kind.startsWith('key-'));

    /** What is said where an operator made the registry again, with other events of the key, and the company’s book. */
    const saidWith = async (
      events: readonly AnyFact[],
      book: readonly AnyFact[] = [issued],
      text: Uint8Array | null = null,
    ): Promise<readonly string[]> => {
      const facts = async function* (): AsyncGenerator<StoredFact> {
        for (const fact of events)
          yield { book: registryBook, seq: fact.seq, bytes: factBytes(fact), salt: new Uint8Array(32) };
      };
      const get = async (name: string) => text ?? ports.objects.get(name);
      const objects = { ...ports.objects, get };
      const watch = statementKeyWatch({ ...ports, objects, readBooks: { ...ports.readBooks, facts } });
      for (const fact of book) watch.take(fact);
      const found = await watch.findings();
      expect(found.every(({ book: where, seq }) => where === issued.book && seq === issued.seq)).toBe(true);
      return found.map(({ detail }) => detail.en.slice(0, detail.en.indexOf('.')));
    };
    const retiredAt = (at: string): AnyFact => {
      const { signed: _, ...last } = registry.at(-1)!;
      return { ...last, v: 1, seq: last.seq + 1, at, kind: 'key-retired', data: { kid } } as AnyFact;
    };
    expect(await saidWith(registry)).toEqual([]);
    expect(await saidWith([...registry, retiredAt(issued.at)])).toEqual([]);
    const earlier = new Date(Date.parse(issued.at) - 1).toISOString();
    expect(await saidWith([...registry, retiredAt(earlier)])).toEqual([
      'Statement 2025-0001 is signed with a key that was already retired',
    ]);
    const others = registry.filter(({ data }) => (data as { readonly kid: string }).kid !== kid);
    expect(others).toHaveLength(registry.length - 1);
    expect(await saidWith(others)).toEqual([
      'Statement 2025-0001 is signed with a key that the registry had not published for this use',
    ]);

    // Whoever signs with another key may write the name of a good one into the text.
    const { sha256 } = ports.primitives;
    const [head, payload] = decoder.decode((await ports.objects.get(jwsObject(issued.data.jws)))!).split('.');
    for (const forged of [`${head}.${payload}.${encodeBase64url(new Uint8Array(64).fill(1))}`, 'no signed text']) {
      const text = new TextEncoder().encode(forged);
      const fact = { ...issued, data: { ...issued.data, jws: toHex(sha256(text)) } };
      expect(await saidWith(registry, [fact], text)).toEqual([
        'Statement 2025-0001 carries a signature that is not of what it says',
      ]);
    }

    // What it says to do is enough: a statement that was revoked, or that another one replaced, is not named any more.
    const late = [...registry, retiredAt(earlier)];
    const { seq, data } = issued;
    const revoked = { ...issued, seq: seq + 1, kind: 'statement-revoked', data: { number: data.number } } as AnyFact;
    expect(await saidWith(late, [issued, revoked])).toEqual([]);
    const again = { ...data, number: '2025-0002', supersedes: data.number };
    const replaced = { ...issued, seq: seq + 1, at: earlier, data: again } as AnyFact;
    expect(await saidWith(late, [issued, replaced])).toEqual([]);
  }, 60_000);

  it('signs for one use: the registrar’s facts are not written with the key of the operator’s statements', async () => {
    const { ports } = processOn((await smallBundles('one key for two uses')).world);
    const same = { ...ports, registrar: ports.signer };
    await expect(appendAny(same, { book: 'registry', kind: 'tie-declared', n: 1 })).rejects.toThrow(
      /is published for statement already: registrar needs a key of its own/,
    );
  });

  it('signs no more once it is retired, in a program that runs since before: nothing is written, and the log goes on', async () => {
    const { world } = await smallBundles('retired under a running program');
    const running = processOn(world).ports;
    const former = { statement: await running.signer.publicKeys(), registrar: await running.registrar.publicKeys() };
    const logKeys = await running.logKeys.publicKeys();
    for (const key of [world.signer, world.logSigner, world.registrar]) await (key as unknown as Rotating).rotate();
    const { ports } = processOn(world);
    await publishAllKeys(ports);
    const by = (await enrolLogin(ports, 'keeper')).id;
    await giveRoles(ports, by, null, ['registrar']);
    for (const { kid, isCurrent } of await listKeys(ports)) if (!isCurrent) await retireKey(ports, { by, kid });
    const since = {
      ...ports,
      signer: { ...ports.signer, publicKeys: async () => former.statement },
      registrar: { ...ports.registrar, publicKeys: async () => former.registrar },
      logKeys: { ...ports.logKeys, publicKeys: async () => logKeys },
    };
    const facts = await factsOf(ports, registryBook);
    const decided = appendAny(since, { book: 'registry', kind: 'tie-declared', n: 1 });
    for (const refused of [publishKeys(since), decided]) {
      expect(await refusalOf(refused)).toMatchObject({
        code: 'signing-key-retired',
        detail: { fr: expect.stringContaining('relance'), en: expect.stringContaining('again') },
      });
    }
    await publishLogKeys(since);
    expect(await factsOf(ports, registryBook)).toEqual(facts);
    await publishKeys(ports);
  }, 60_000);

  it('is retired once, by whoever keeps the registry, and never while it signs', async () => {
    const { world } = await smallBundles('retired keys');
    const { ports } = processOn(world);
    const [keeper, stranger] = [(await enrolLogin(ports, 'keeper')).id, (await enrolLogin(ports, 'stranger')).id];
    await giveRoles(ports, keeper, null, ['registrar']);
    const [{ kid } = { kid: '' }] = await ports.registrar.publicKeys();
    const code = async (by: string, of: string) => (await refusalOf(retireKey(ports, { by, kid: of }))).code;
    expect(await code(keeper, kid)).toBe('key-in-use');
    expect(await code(keeper, 'none')).toBe('unknown-signing-key');
    await (world.registrar as unknown as Rotating).rotate();
    await publishAllKeys(ports);
    expect(await code(stranger, kid)).toBe('not-allowed');
    const retired = await retireKey(ports, { by: keeper, kid });
    expect(retired).toMatchObject({ kid, use: 'registrar', isCurrent: false, retiredBy: keeper });
    expect(retired.retired).not.toBeNull();
    world.nowMs += 60_000;
    expect(await retireKey(ports, { by: keeper, kid })).toEqual(retired);
    // What it signed before stays good.
    expect((await checkLedger(ports)).findings).toEqual([]);
  }, 60_000);

  it('is retired no earlier than the last statement that it signed, whatever the clock says since', async () => {
    const { world, company } = await smallBundles('retired by a slow clock');
    const [{ kid } = { kid: '' }] = await world.signer.publicKeys();
    const before = processOn(world).ports;
    world.nowMs += 60_000;
    // What was corrected since the first statement is in a second one.
    for (const name of ['prepare', 'issue']) await acts.find((act) => act.name === name)!.carryOut(before);
    const { at } = (await factsOf(before, companyBook(company))).findLast(({ kind }) => kind === 'statement-issued')!;
    world.nowMs -= 60_000;
    await (world.signer as unknown as Rotating).rotate();
    const { ports } = processOn(world);
    await publishAllKeys(ports);
    const by = (await enrolLogin(ports, 'keeper')).id;
    await giveRoles(ports, by, null, ['registrar']);
    expect(await retireKey(ports, { by, kid })).toMatchObject({ retired: at });
    expect((await readStatement(ports, company, '2025-0002', 'totals')).verification.result).toBe('authentic');
    expect((await checkLedger(ports)).findings).toEqual([]);
  }, 60_000);
});
