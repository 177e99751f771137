// A statement goes from prepared to issued, then to superseded or revoked, and no other way, whatever people do in whatever order.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { StatementView } from '../../lib/ledger/views/company-views.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import type { Ports } from '../../lib/ports.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { declareYear } from '../../lib/use-cases/declare-year.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { companyBook, companyOf, enrolPerson } from '../../lib/use-cases/people.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { revokeStatement } from '../../lib/use-cases/revoke-statement.ts';
import { beforePreparing, openForge, siren } from '../whole/acts.ts';
import { processOn } from '../whole/process.ts';
import { jsonFile } from './ledger.ts';

const asked = { fiscalYear: 2025, scheme: 'digital-commons-investor' } as const;
const period = { from: '2025-01-01', to: '2025-12-31' };

interface Cast {
  readonly ports: Ports;
  readonly company: string;
  readonly people: readonly [string, string];
}

async function openYear(seed: string): Promise<Cast> {
  const world = memoryWorld(seed);
  openForge(world);
  const { ports } = processOn(world);
  await beforePreparing(ports);
  const [first, second] = [await enrolPerson(ports, 'finance-1', 'a'), await enrolPerson(ports, 'finance-2', 'b')];
  return { ports, company: await companyOf(ports, siren), people: [first.id, second.id] };
}

type Act =
  | { readonly act: 'prepare'; readonly who: 0 | 1 }
  | { readonly act: 'issue'; readonly who: 0 | 1 }
  | { readonly act: 'revoke'; readonly who: 0 | 1; readonly place: number }
  | { readonly act: 'say'; readonly cents: number };

const anyAct = fc.oneof(
  fc.record({ act: fc.constant('prepare' as const), who: fc.constantFrom(0 as const, 1 as const) }),
  fc.record({ act: fc.constant('issue' as const), who: fc.constantFrom(0 as const, 1 as const) }),
  fc.record({
    act: fc.constant('revoke' as const),
    who: fc.constantFrom(0 as const, 1 as const),
    place: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ act: fc.constant('say' as const), cents: fc.integer({ min: 1, max: 3 }) }),
);

async function carryOut({ ports, company, people }: Cast, act: Act): Promise<string> {
  if (act.act === 'say') {
    const counterparts = { answer: 'yes', amount: `${act.cents},00` };
    await declareYear(ports, { company, by: people[0], file: jsonFile({ period, counterparts }) });
    return 'done';
  }
  const by = people[act.who];
  try {
    if (act.act === 'prepare') await prepareStatement(ports, { company, ...asked, by });
    else if (act.act === 'issue') await issueStatement(ports, { company, ...asked, by });
    else await revokeStatement(ports, { company, by, number: `2025-000${act.place}` });
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

async function statesOf({ ports, company }: Cast): Promise<ReadonlyMap<string, StatementView>> {
  const views = await (await readBook(ports, companyBook(company))).list('statements');
  return new Map(
    views.map(({ value }) => value as unknown as StatementView).map((statement) => [statement.number, statement]),
  );
}

const allowed = [
  '- issued',
  'issued issued',
  'issued superseded',
  'issued revoked',
  'superseded superseded',
  'revoked revoked',
];

it('takes no other way, is never issued by who prepared it, and one at most stands', { timeout: 240_000 }, async () => {
  const seen = new Map<string, number>();
  const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 6, maxLength: 14 }), fc.nat(), async (list, seed) => {
      const cast = await openYear(`states ${seed}`);
      let before = await statesOf(cast);
      for (const act of list) {
        count(`${act.act}: ${await carryOut(cast, act)}`);
        const after = await statesOf(cast);
        for (const [number, { state, replacedBy, supersedes }] of after) {
          const way = `${before.get(number)?.state ?? '-'} ${state}`;
          expect(allowed).toContain(way);
          if (way !== `${state} ${state}`) count(way);
          expect(replacedBy === null).toBe(state !== 'superseded');
          if (replacedBy !== null) expect(after.get(replacedBy)?.supersedes).toBe(number);
          if (supersedes !== null) expect(after.get(supersedes)?.replacedBy).toBe(number);
        }
        // Nothing leaves the list.
        for (const number of before.keys()) expect(after.has(number)).toBe(true);
        expect([...after.values()].filter(({ state }) => state === 'issued').length).toBeLessThanOrEqual(1);
        before = after;
      }
    }),
    // What makes each way likely comes first; chance does the rest.
    {
      numRuns: 25,
      seed: 7,
      examples: [
        [
          [
            { act: 'prepare', who: 0 },
            { act: 'issue', who: 0 },
            { act: 'issue', who: 1 },
            { act: 'say', cents: 2 },
            { act: 'prepare', who: 0 },
            { act: 'issue', who: 1 },
            { act: 'revoke', who: 0, place: 1 },
            { act: 'revoke', who: 0, place: 2 },
            { act: 'revoke', who: 1, place: 2 },
          ],
          1,
        ],
      ],
    },
  );
  console.info(
    [...seen]
      .sort()
      .map(([what, times]) => `${what}: ${times}`)
      .join('\n'),
  );
  for (const what of [
    '- issued',
    'issued superseded',
    'issued revoked',
    'issue: same-person',
    'revoke: statement-replaced',
  ])
    expect(seen.get(what) ?? 0, what).toBeGreaterThan(0);
});
