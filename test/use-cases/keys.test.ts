// Keys over time: a new one signs, the former one is told and still verifies, and is retired by whoever keeps the registry.
import { describe, expect, it } from 'vitest';
import { verifyFile } from '../../lib/statement/verify-file.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { listKeys, publishAllKeys, retireKey } from '../../lib/use-cases/keys.ts';
import { sequenceLog } from '../../lib/use-cases/log/sequence-log.ts';
import { enrolLogin } from '../../lib/use-cases/people.ts';
import { readStatement } from '../../lib/use-cases/read-statement.ts';
import { giveRoles } from '../../lib/use-cases/roles.ts';
import { statementFiles } from '../../lib/use-cases/statement-files.ts';
import { smallBundles } from '../statement/small-bundle.ts';
import { processOn } from '../whole/process.ts';
import { appendAny } from './any-fact.ts';
import { refusalOf } from './ledger.ts';

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
  }, 60_000);
});

describe('a key', () => {
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
});
