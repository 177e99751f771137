// All that is held on a developer: every row about her, who saw it, until when; nothing of anybody else; and nobody else asks.
import { beforeAll, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { type Held, held } from '../../lib/use-cases/held.ts';
import { developerOf } from '../../lib/use-cases/people.ts';
import { aliceOf, asPerson, copied, erase, worldAfterTheTerm } from '../whole/after-the-term.ts';
import { everything } from '../whole/everything.ts';
import { processOn } from '../whole/process.ts';
import { refusalOf } from './ledger.ts';

let world: MemoryWorld;
let who: { readonly company: string; readonly developer: string };
let all: Held;
let text: string;

beforeAll(async () => {
  world = await worldAfterTheTerm();
  const { ports } = processOn(world);
  who = await aliceOf(ports);
  all = await held(ports, { ...who, by: who.developer });
  text = JSON.stringify(all);
}, 120_000);

describe('what is held on a developer', () => {
  it('has every row that names her, wherever it is stored', async () => {
    const stored = (await everything(world, processOn(world).ports))
      .flatMap((one) => one.split('\n'))
      .flatMap((line) => /^[0-9a-f]{64} (\{.*\})$/.exec(line)?.[1] ?? [])
      .filter((row) => row.includes(`"developer":"${who.developer}"`));
    expect(stored.length).toBeGreaterThan(8);
    const given = new Set(all.rows.map(({ row }) => JSON.stringify(row)));
    for (const row of new Set(stored)) expect(given.has(JSON.stringify(JSON.parse(row))), row).toBe(true);
  });

  it('tells time with its cell, pay, the statement with her own name, traces, and who looked', () => {
    expect(all.time.entries[0]).toMatchObject({ day: '2025-03-04', amount: 420, source: { row: 2 } });
    expect(all.time.corrections).toMatchObject([{ delta: -60, reason: 'Formation interne.' }]);
    expect(all.rows.some(({ kind }) => kind === 'pay-recorded')).toBe(true);
    expect(all.statements).toMatchObject([{ number: '2025-0001' }]);
    const [line, name] = all.statements[0]!.disclosed;
    expect([line?.claim, name?.claim]).toEqual([expect.stringMatching(/^line-/), expect.stringMatching(/^name-/)]);
    expect(name?.value).toMatchObject({ name: 'Alice Vernois' });
    expect(all.traces.map(({ sha }) => sha)).toEqual(['b'.repeat(40)]);
    expect(all.identities).toMatchObject([{ shown: 'alice@rail.example', author: { name: 'Alice Vernois' } }]);
    expect(all.seenBy).toMatchObject([{ by: 'Human Resources' }]);
    // What ended the loan names the loan alone, and is about her all the same.
    const kinds = all.facts.map(({ kind }) => kind);
    expect(kinds).toEqual(['developer-enrolled', 'secondment-agreed', 'secondment-ended']);
    expect(all.secondments).toMatchObject([{ to: null, endedOn: '2025-12-31' }]);
  });

  it('tells until when each piece is kept, by which text, and that nothing must be once the last day is over', async () => {
    const lastDay = copied(world);
    lastDay.nowMs = Date.UTC(2032, 0, 15, 9);
    const then = await held(processOn(lastDay).ports, { ...who, by: who.developer });
    expect([then.keeping.until, all.keeping.until]).toEqual(['2032-01-15', null]);
    expect(all.keeping.evidence.at(-1)).toMatchObject({ until: '2032-01-15', text: 'LPF L. 102 B' });
    for (const { text: by, says } of all.keeping.evidence) expect([by, says.fr, says.en]).not.toContain('');
  });

  it('has nothing of anybody else', async () => {
    const { ports } = processOn(world);
    const { developer } = await developerOf(ports, who.company, 'R-2');
    for (const other of ['Corvoisier', 'bastien@', developer, 'R-2']) expect(text).not.toContain(other);
  });

  it('is for herself alone', async () => {
    const { ports } = processOn(world);
    const refusal = await refusalOf(held(ports, { ...who, by: await asPerson(ports, 'hr') }));
    expect(refusal.code).toBe('not-allowed');
  });

  it('tells that erasure was asked for', async () => {
    const later = copied(world);
    const { ports } = processOn(later);
    await erase(ports, who, 'hr');
    const { keeping } = await held(ports, { ...who, by: who.developer });
    expect(keeping.asked).toMatchObject({ ground: 'request' });
  });

  it('is nothing any more once she was erased, and says so to whoever still has her page open', async () => {
    const later = copied(world);
    const { ports } = processOn(later);
    for (const login of ['hr', 'hr-2']) await erase(ports, who, login);
    const { code, detail } = await refusalOf(held(ports, { ...who, by: who.developer }));
    expect([code, detail.en]).toEqual(['unknown-developer', expect.stringContaining('you were erased')]);
  });
});
