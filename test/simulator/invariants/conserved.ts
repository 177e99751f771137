// I3: minutes and cents are conserved from the rows of the ledger to the lines of a statement, counted by a second, plain reckoning.
import type { Amounts, StatementPayload, TimeByState } from '../../../lib/statement/payload.ts';
import { batchOf, type PlainFact, rowsIn } from '../read-world.ts';
import { type Simulation, violate } from '../simulation.ts';
import { type IssuedText, issuedIn } from './issued.ts';

interface TimeRow {
  readonly developer: string;
  readonly day: string;
  readonly project: string;
  readonly unit: string;
  readonly amount: number;
}

interface Period {
  readonly from: string;
  readonly to: string;
}

const timeKinds: ReadonlySet<string> = new Set(['timesheet-posted', 'correction-posted']);

/** Minutes declared, and those of them that no longer stand, over all and for each person’s project. */
export interface Reckoned {
  readonly all: { declared: number; withdrawn: number };
  readonly byLine: Map<string, { declared: number; withdrawn: number }>;
}

/** Event after event: a correction takes the latest lines back first, an undo takes what is left of its own. */
async function reckon(
  sim: Simulation,
  book: string,
  facts: readonly PlainFact[],
  { from, to }: Period,
): Promise<Reckoned> {
  const lines: { posting: number; row: TimeRow; left: number }[] = [];
  for (const fact of facts) {
    if (fact.kind === 'timesheet-undone') {
      for (const line of lines) if (line.posting === fact.data.timesheet) line.left = 0;
      continue;
    }
    const batch = batchOf(fact);
    if (batch === null || !timeKinds.has(fact.kind)) continue;
    for (const row of (await rowsIn(sim.world, book, batch)) as unknown as TimeRow[]) {
      if (row.amount > 0) {
        lines.push({ posting: fact.seq, row, left: row.amount });
        continue;
      }
      let less = -row.amount;
      const same = lines.filter(
        (line) => line.row.developer === row.developer && line.row.day === row.day && line.row.project === row.project,
      );
      for (const line of same.toReversed()) {
        const part = Math.min(less, line.left);
        line.left -= part;
        less -= part;
      }
      if (less > 0) violate(sim, 'I3', `${book} ${fact.seq}: ${less} minutes more were taken back than stood there`);
    }
  }
  const reckoned: Reckoned = { all: { declared: 0, withdrawn: 0 }, byLine: new Map() };
  for (const { row, left } of lines) {
    if (row.day < from || row.day > to) continue;
    const key = `${row.developer} ${row.project}`;
    const line = reckoned.byLine.get(key) ?? { declared: 0, withdrawn: 0 };
    reckoned.byLine.set(key, line);
    for (const sum of [reckoned.all, line]) {
      sum.declared += row.amount;
      sum.withdrawn += row.amount - left;
    }
  }
  return reckoned;
}

const total = ({ counted, awaiting, withdrawn }: Amounts, refused: TimeByState['refused']): number =>
  counted.agrees +
  counted.partly +
  counted.noTrace +
  awaiting +
  withdrawn +
  refused.reduce((sum, { minutes }) => sum + minutes, 0);

const sumOf = (parts: readonly TimeByState[], pick: (part: TimeByState) => number): number =>
  parts.reduce((sum, part) => sum + pick(part), 0);

function checkSums(sim: Simulation, what: string, { payload, lines, isWhole }: IssuedText): void {
  const parts = { projects: payload.projects, ...(isWhole ? { lines } : {}) };
  const flaw = (said: string): void => violate(sim, 'I3', `${what}: ${said}`);
  for (const time of [payload, ...payload.projects, ...lines]) {
    if (total(time.minutes, time.refused) !== time.minutes.declared)
      flaw('the states do not add up to what was declared');
  }
  for (const [name, of] of Object.entries(parts)) {
    for (const state of ['declared', 'awaiting', 'withdrawn'] as const) {
      if (sumOf(of, ({ minutes }) => minutes[state]) !== payload.minutes[state])
        flaw(`${name}: ${state} does not add up`);
    }
    for (const trace of ['agrees', 'partly', 'noTrace'] as const) {
      const sum = sumOf(of, ({ minutes }) => minutes.counted[trace]);
      if (sum !== payload.minutes.counted[trace]) flaw(`${name}: ${trace} does not add up`);
    }
    const costs = (of as readonly { readonly costCents?: number | undefined }[]).map(({ costCents }) => costCents ?? 0);
    const cents = costs.reduce((sum, cost) => sum + cost, 0);
    if (payload.cost !== undefined && cents !== payload.cost.cents)
      flaw(`${name}: ${cents} cents of ${payload.cost.cents}`);
  }
}

function checkReckoned(
  sim: Simulation,
  what: string,
  { payload, lines, developers }: IssuedText,
  found: Reckoned,
): void {
  const { declared, withdrawn } = payload.minutes;
  if (declared !== found.all.declared || withdrawn !== found.all.withdrawn) {
    violate(
      sim,
      'I3',
      `${what}: ${declared} declared, ${withdrawn} withdrawn; by the rows ${JSON.stringify(found.all)}`,
    );
  }
  for (const line of lines) {
    const own = found.byLine.get(`${developers[line.person - 1]} ${line.project}`);
    if (own?.declared !== line.minutes.declared || own.withdrawn !== line.minutes.withdrawn) {
      violate(sim, 'I3', `${what}: line ${line.person} ${line.project} is not what its rows say`);
    }
  }
}

const touch = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;

export async function checkConserved(sim: Simulation, books: ReadonlyMap<string, readonly PlainFact[]>): Promise<void> {
  for (const [book, facts] of books) {
    if (!book.startsWith('company/')) continue;
    const issued = await issuedIn(sim, book, facts);
    for (const one of issued) {
      const what = `${book} ${one.number}`;
      checkSums(sim, what, one);
      const head = one.payload.heads.find((each: StatementPayload['heads'][number]) => each.book === book);
      const upTo = facts.slice(0, (head?.seq ?? -1) + 1);
      // Rows of somebody in it are gone: what it says of their sums stays signed.
      if (one.isWhole) checkReckoned(sim, what, one, await reckon(sim, book, upTo, one.payload.period));
    }
    const numbers = issued.map(({ number }) => number);
    if (new Set(numbers).size < numbers.length) violate(sim, 'I3', `${book}: a number was given twice`);
    const current = issued.filter(({ isCurrent, payload }) => isCurrent && payload.scheme.code !== 'none');
    for (const [at, one] of current.entries()) {
      const twice = current.slice(at + 1).find((other) => touch(one.payload.period, other.payload.period));
      if (twice !== undefined)
        violate(sim, 'I3', `${book}: ${one.number} and ${twice.number} both count days of one period`);
    }
  }
}
