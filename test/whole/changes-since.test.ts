// What came since a statement was closed, act by act: the changes of declared time add up to what the ledger says otherwise.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MemoryWorld, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { PreparedView } from '../../lib/ledger/views/company-views.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import type { Ports } from '../../lib/ports.ts';
import { type BookState, readBook } from '../../lib/use-cases/book-state.ts';
import { type Change, changesSince } from '../../lib/use-cases/changes-since.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { declaredTime, timeOf } from '../../lib/use-cases/declared-time.ts';
import { companyBook, companyOf, developerOf, enrolLogin, registryBook } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { undoTimesheet } from '../../lib/use-cases/undo-timesheet.ts';
import { beforeTime, openForge, siren } from './acts.ts';
import { copied } from './after-the-term.ts';
import { processOn } from './process.ts';

/** Half of what is said is about days that the statement does not cover. */
const period = { from: '2025-03-01', to: '2025-03-31' };
const days = ['2025-03-04', '2025-04-01'] as const;

type Said =
  | { readonly act: 'post'; readonly lines: readonly (readonly [who: number, day: number, quarters: number])[] }
  | { readonly act: 'undo'; readonly which: number }
  | { readonly act: 'correct'; readonly who: number; readonly day: number; readonly quarters: number };

const who = fc.constantFrom(1, 2);
const day = fc.constantFrom(0, 1);
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({
    act: fc.constant('post' as const),
    lines: fc.array(fc.tuple(who, day, fc.integer({ min: 1, max: 12 })), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ act: fc.constant('undo' as const), which: fc.nat({ max: 3 }) }),
  fc.record({ act: fc.constant('correct' as const), who, day, quarters: fc.integer({ min: -8, max: 4 }) }),
);

interface Ledger {
  readonly ports: Ports;
  readonly company: string;
  readonly by: string;
  readonly timesheets: number[];
}

const frenchDay = (at: string): string => at.split('-').reverse().join('/');

async function post({ ports, company, by, timesheets }: Ledger, lines: (Said & { act: 'post' })['lines'], n: number) {
  const rows = lines.map(([person, at, quarters]) => {
    const hours = `${Math.floor(quarters / 4)},${['00', '25', '50', '75'][quarters % 4]}`;
    return `R-${person};${frenchDay(days[at]!)};Points;${hours}`;
  });
  // The last line makes each file another one.
  const text = ['Matricule;Date;Projet;Heures', ...new Set(rows), `R-1;${frenchDay(days[1])};Points;0,${n + 10}`];
  const file = { name: 'temps.csv', bytes: new TextEncoder().encode(text.join('\n')) };
  const answer = await postTimesheet(ports, { company, by, year: 2025, accept: [], file });
  if ('receipt' in answer) timesheets.push(answer.receipt.timesheet);
}

async function carryOut(ledger: Ledger, one: Said, n: number): Promise<void> {
  const { ports, company, by, timesheets } = ledger;
  if (one.act === 'post') return post(ledger, one.lines, n);
  if (one.act === 'undo') {
    const timesheet = timesheets[one.which];
    if (timesheet !== undefined) await undoTimesheet(ports, { company, by, timesheet });
    return;
  }
  const { developer } = await developerOf(ports, company, `R-${one.who}`);
  await correctTime(ports, {
    ...{ company, by, developer, day: days[one.day]!, project: 'points', unit: 'minute' },
    ...{ delta: 15 * one.quarters, reason: `Relevé ${n}` },
  });
}

const refused = (error: unknown): void => {
  if (!(error instanceof Refusal)) throw error;
};

/** As a preparation would pin its heads now. */
function closedAt(...states: readonly BookState[]): PreparedView {
  const heads = states.map(({ book, head: { seq, digest } }) => ({ book, seq, digest }));
  const nothing = { root: '0'.repeat(64), count: 0 };
  return {
    ...{ seq: 0, at: '2026-01-01T00:00:00.000Z', by: 'nobody', fiscalYear: 2025, scheme: 'none', reading: null },
    ...{ period, computation: nothing.root, ruleSet: nothing.root, supersedes: null, heads, otherHeads: nothing },
  };
}

async function ledgerOn(world: MemoryWorld): Promise<Ledger> {
  const { ports } = processOn(world);
  const company = await companyOf(ports, siren);
  return { ports, company, by: (await enrolLogin(ports, 'hr')).id, timesheets: [] };
}

/** @returns the changes since the second part began, and both states of the time in the period */
async function since(world: MemoryWorld, acts: readonly Said[], closing: number) {
  const ledger = await ledgerOn(copied(world));
  const { ports, company } = ledger;
  const read = () => readBook(ports, companyBook(company));
  const time = async () => timeOf((await declaredTime(ports, await read(), period)).entries);
  let n = 0;
  const all = async (some: readonly Said[]): Promise<void> => {
    for (const one of some) await carryOut(ledger, one, n++).catch(refused);
  };
  await all(acts.slice(0, closing));
  const before = await time();
  const prepared = closedAt(await read(), await readBook(ports, registryBook));
  await all(acts.slice(closing));
  const changes = await changesSince(ports, { company, number: '2025-0001', prepared, stated: [] });
  return { before, changes, after: await time() };
}

const minutesOf = (changes: readonly Change[]): number[] => changes.map(({ time }) => time?.minutes ?? 0);

async function world(): Promise<MemoryWorld> {
  const made = memoryWorld('changes');
  openForge(made);
  await beforeTime(processOn(made).ports);
  return made;
}

describe('the changes since closing', () => {
  it('of a timesheet undone after a part of it was corrected take back what was left of it', async () => {
    const acts: Said[] = [
      { act: 'post', lines: [[1, 0, 12]] },
      { act: 'correct', who: 1, day: 0, quarters: -4 },
      { act: 'undo', which: 0 },
    ];
    const { before, changes, after } = await since(await world(), acts, 1);
    expect(before.minutes).toBe(180);
    expect(after.minutes).toBe(0);
    expect(changes.map(({ kind }) => kind)).toEqual(['correction-posted', 'timesheet-undone']);
    expect(minutesOf(changes)).toEqual([-60, -120]);
  });

  it('add up to the difference of the two states, whatever was posted, corrected and undone', {
    timeout: 60_000,
  }, async () => {
    const start = await world();
    let moved = 0;
    let undone = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 2, maxLength: 9 }), fc.nat({ max: 8 }), async (acts, closing) => {
        const { before, changes, after } = await since(start, acts, closing % acts.length);
        moved += changes.length;
        undone += changes.filter(({ kind }) => kind === 'timesheet-undone').length;
        expect(minutesOf(changes).reduce((sum, minutes) => sum + minutes, 0)).toBe(after.minutes - before.minutes);
      }),
      { numRuns: 60, seed: 7 },
    );
    expect(moved).toBeGreaterThan(50);
    expect(undone).toBeGreaterThan(5);
  });
});
