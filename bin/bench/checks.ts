// A month's end: everybody checks her month at the same moment, and all of it goes into one company's book.
import { join } from 'node:path';
import { jobs } from '../../functions/jobs.ts';
import { openEmbedded } from '../../lib/edge/embedded.ts';
import type { Job } from '../../lib/edge/job.ts';
import type { Json } from '../../lib/ledger/canonical.ts';
import { causeOf, parseFact } from '../../lib/ledger/fact.ts';
import { toHex } from '../../lib/model/hashing.ts';
import type { TimeEntry } from '../../lib/model/time-entry.ts';
import type { AppendBooks } from '../../lib/ports/books.ts';
import type { Ports } from '../../lib/ports.ts';
import { append } from '../../lib/use-cases/append.ts';
import { readRows } from '../../lib/use-cases/batches.ts';
import { type CheckMonth, checkMonth } from '../../lib/use-cases/check-month.ts';
import { wholeMonth } from '../../lib/use-cases/declared-time.ts';
import { companyBook, developerKeyOwner } from '../../lib/use-cases/people.ts';
import { type Bench, type BenchCase, stopwatch } from './bench-case.ts';
import { project } from './made-company.ts';

const company = 'co-banc';
const book = companyBook(company);
const months = Array.from({ length: 10 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`);

/** One file a month, with one line for each developer. Nobody is enrolled: a check asks for declared time and nothing else. */
async function postMonth(ports: Ports, month: string, developers: readonly string[]): Promise<void> {
  const { sha256 } = ports.primitives;
  const original = new TextEncoder().encode(`${month}\n`);
  const file = toHex(sha256(original));
  await ports.sealedFiles.put(book, file, original);
  const rows = await Promise.all(
    developers.map(async (developer, i) => {
      const source = { sheet: null, row: i + 2, cell: null };
      const row: TimeEntry = {
        ...{ developer, day: `${month}-03`, project, unit: 'minute', amount: 420, source, written: null },
      };
      const key = await ports.saltKeys.of(developerKeyOwner(company, developer));
      return { row: row as unknown as Json, position: String(i), key };
    }),
  );
  const cause = causeOf(sha256, { actor: 'pe-banc', act: 'bench', on: { month }, after: null });
  await append(ports, { book, cause, dependsOn: [] }, async (_state, store) => ({
    kind: 'timesheet-posted' as const,
    by: 'pe-banc',
    data: {
      ...{
        file,
        year: 2025,
        format: 'csv',
        period: wholeMonth(month),
        accepted: [],
        choices: null,
        leftOut: 0,
        reasons: null,
        unexplained: [],
        halfDays: 0,
      },
      ...{ bytes: original.length, minutes: 420 * rows.length, batch: await store(rows) },
    },
  }));
}

interface Crowd {
  readonly ports: Ports;
  /** As many as asked for, of developers who have declared time in those months. */
  readonly checks: readonly CheckMonth[];
  /** Puts of facts so far at which another one was first. */
  readonly puts: { lost: number };
}

const counted = (appendBooks: AppendBooks, puts: Crowd['puts']): AppendBooks => ({
  put: async (fact) => {
    const outcome = await appendBooks.put(fact);
    if (outcome === 'taken') puts.lost += 1;
    return outcome;
  },
});

/** On an embedded ledger in the folder of the bench. */
export async function makeCrowd({ folder, afterwards }: Bench, size: number): Promise<Crowd> {
  const puts = { lost: 0 };
  const countedJobs = jobs.map(
    (job): Job => ({
      ...job,
      wake: (ports, woken, messages) =>
        job.wake({ ...ports, appendBooks: counted(ports.appendBooks, puts) }, woken, messages),
    }),
  );
  const { ports, close } = await openEmbedded(countedJobs, { dataDirectory: join(folder, 'data'), environment: {} });
  afterwards(close);
  const developers = Array.from(
    { length: Math.ceil(size / months.length) },
    (_, i) => `de-${String(i).padStart(5, '0')}`,
  );
  for (const month of months) await postMonth(ports, month, developers);
  const checks = developers
    .flatMap((developer) => months.map((month) => ({ developer, month })))
    .slice(0, size)
    .map(
      ({ developer, month }): CheckMonth => ({
        ...{ company, by: developer, developer, month, answer: 'checked', entries: null, comment: null },
      }),
    );
  return { ports, checks, puts };
}

/** @returns the causes of the checks in the book, and the number of facts that hold them */
export async function checksIn(ports: Ports): Promise<{ readonly facts: number; readonly causes: readonly string[] }> {
  const causes: string[] = [];
  let facts = 0;
  for await (const { bytes } of ports.readBooks.facts(book, -1)) {
    const fact = parseFact(bytes);
    if (fact.kind !== 'months-checked') continue;
    facts += 1;
    for (const { row } of await readRows(ports, book, fact.data.batch)) causes.push((row as { cause: string }).cause);
  }
  return { facts, causes };
}

export const checksCase: BenchCase = {
  summary: {
    fr: 'vérifications de mois qui arrivent toutes au même instant au livre d’une société',
    en: 'checks of months that all arrive at one company’s book at the same moment',
  },
  sizes: [10_000],
  run: async (size, bench) => {
    const { ports, checks, puts } = await makeCrowd(bench, size);
    const watch = stopwatch();
    const handed = await Promise.all(checks.map((check) => checkMonth(ports, check)));
    const seconds = watch();
    const { facts, causes } = await checksIn(ports);
    const once = new Set(causes);
    const lost = handed.filter(({ cause }) => !once.has(cause)).length;
    if (lost > 0 || causes.length !== size)
      throw new Error(`checks: ${lost} lost, ${causes.length} of ${size} written`);
    return {
      seconds,
      figures: {
        written: {
          label: { fr: 'vérifications écrites, chacune une fois', en: 'checks written, once each' },
          value: once.size,
        },
        facts: { label: { fr: 'faits', en: 'facts' }, value: facts },
        lostPuts: { label: { fr: 'écritures perdues et refaites', en: 'puts lost and done again' }, value: puts.lost },
      },
    };
  },
};
