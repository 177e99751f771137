// What changed in a company's book since finance last exported a workbook of the same fiscal year: both values of each month, and what was done.
import type { AnyFact } from '../ledger/fact.ts';
import type { ProfileView, StatementView } from '../ledger/views/company-views.ts';
import { isWithin, monthOf } from '../model/calendar.ts';
import type { CorrectedMonth, Corrections, Included } from '../statement/corrections.ts';
import { assessCompany } from './assess-company.ts';
import { type BookPorts, type BookState, emptyHead, factsAfter, foldBook, readBook } from './book-state.ts';
import { claimsElsewhere } from './claims-elsewhere.ts';
import { profileOfYear } from './company-profile.ts';
import { standingAmount } from './declared-time.ts';
import { type MonthAct, type Moved, movedBy, movingKinds } from './moving-facts.ts';
import { companyBook, type DirectoryPorts, registryBook } from './people.ts';
import { issuedScheme } from './statement-asked.ts';
import type { StatementContent } from './statement-content.ts';
import { type Registered, registeredOf, statementSources } from './statement-sources.ts';

export type CorrectionPorts = BookPorts & DirectoryPorts;

/** The statement that is exported. */
export interface Exported {
  readonly number: string;
  readonly content: StatementContent;
  /** The head of the company's book at which it was prepared. */
  readonly closing: number;
}

/** Workbooks are what finance works on from then on; other files of a statement hold no sheet of corrections. */
export const isWorkbook = (rendering: string): boolean => /(?:^|\/)xlsx\//.test(rendering);

interface Walked {
  /** Facts that may move a year, oldest first. */
  readonly moving: readonly AnyFact[];
  /** Workbooks of the same fiscal year, oldest first. */
  readonly exports: readonly { readonly seq: number; readonly at: string; readonly number: string }[];
  readonly closedAt: string;
}

async function walk(ports: CorrectionPorts, state: BookState, { content, closing }: Exported): Promise<Walked> {
  const statements = (await state.list('statements')).map(({ value }) => value as unknown as StatementView);
  const ofYear = statements.filter(({ fiscalYear }) => fiscalYear === content.fiscalYear);
  const numbers = new Set(ofYear.map(({ number }) => number));
  const moving: AnyFact[] = [];
  const exports: { seq: number; at: string; number: string }[] = [];
  let closedAt = '';
  for await (const { fact } of factsAfter(ports, emptyHead(state.book))) {
    if (fact.seq === closing) closedAt = fact.at;
    if (movingKinds.has(fact.kind)) moving.push(fact);
    if (fact.kind !== 'rendering-stored') continue;
    const { number, rendering } = fact.data;
    if (numbers.has(number) && isWorkbook(rendering)) exports.push({ seq: fact.seq, at: fact.at, number });
  }
  return { moving, exports, closedAt };
}

interface Found {
  readonly since: Corrections['since'] & { readonly seq: number };
  /** Of the last fact that moves the year, or of the closing head where none came later: what an export rests on. */
  readonly moved: number;
  readonly acts: Moved;
}

/**
 * Since the last export that came before the last change: a second language or preset of the same export says the same as the first.
 * Rows are read from the newest fact on, and no further back than they are told.
 */
async function changesSince(ports: CorrectionPorts, state: BookState, asked: Exported): Promise<Found> {
  const { number, content, closing } = asked;
  const { moving, exports, closedAt } = await walk(ports, state, asked);
  const months: MonthAct[] = [];
  const year: Moved['year'][number][] = [];
  let last: number | null = null;
  let base = exports.at(-1) ?? null;
  for (const fact of moving.toReversed()) {
    if (last !== null && fact.seq <= (base?.seq ?? closing)) break;
    const moved = await movedBy(ports, state, fact, content.period);
    // That it was itself issued is no change to it.
    const others = moved.year.filter((act) => act.kind !== 'statement-issued' || act.number !== number);
    if (moved.months.length + others.length === 0) continue;
    if (last === null) {
      last = fact.seq;
      base = exports.findLast(({ seq }) => seq < fact.seq) ?? null;
      if (fact.seq <= (base?.seq ?? closing)) break;
    }
    months.unshift(...moved.months);
    year.unshift(...others);
  }
  const since =
    base === null || last === null
      ? { kind: 'closing' as const, number, at: closedAt, seq: closing }
      : { kind: 'export' as const, ...base };
  return { since, moved: Math.max(closing, last ?? closing), acts: { months, year } };
}

/** Standing and counted time by person, project, month and unit. */
type TimeByKey = ReadonlyMap<string, { readonly declared: number; readonly counted: number }>;

const keyOf = (developer: string, project: string, month: string, unit: 'minute' | 'half-day'): string =>
  JSON.stringify([project, month, developer, unit === 'minute' ? 'minutes' : 'halfDays']);

/** The book as it stood, under the registry and the other employers of now: what is compared is what this company did. */
async function timeAt(
  ports: CorrectionPorts,
  company: BookState,
  content: StatementContent,
  registered: Registered,
): Promise<TimeByKey> {
  const { period, fiscalYear } = content;
  const sources = await statementSources(ports, company, period);
  const profile = profileOfYear((await company.get('profile')) as unknown as ProfileView | null, fiscalYear);
  const scheme = issuedScheme(content.scheme.code, { corporateTax: true });
  const developers = [...new Set(sources.declared.entries.map(({ developer }) => developer))].sort();
  const { others } = await claimsElsewhere(ports, content.company.id, developers);
  const { parts } = assessCompany(sources, registered, profile.region, others, scheme);
  const time = new Map<string, { declared: number; counted: number }>();
  const at = (key: string): { declared: number; counted: number } => {
    const found = time.get(key) ?? { declared: 0, counted: 0 };
    time.set(key, found);
    return found;
  };
  for (const entry of sources.declared.entries) {
    if (!isWithin(entry.day, period)) continue;
    at(keyOf(entry.developer, entry.project, monthOf(entry.day), entry.unit)).declared += standingAmount(entry);
  }
  for (const { developer, project, day, unit, state, amount } of parts) {
    if (state === 'counted' && isWithin(day, period))
      at(keyOf(developer, project, monthOf(day), unit)).counted += amount;
  }
  return time;
}

function includedOf(acts: readonly { readonly seq: number }[], closing: number): Included {
  const within = acts.filter(({ seq }) => seq <= closing).length;
  return within === acts.length ? 'yes' : within === 0 ? 'no' : 'partly';
}

const timeActs: ReadonlySet<string> = new Set(['timesheet-posted', 'timesheet-undone', 'correction-posted']);

/** Months whose time is another one, and those on which time was posted, taken back or corrected, even to the same. */
function correctedMonths(
  before: TimeByKey,
  after: TimeByKey,
  acts: Moved,
  { content, closing }: Exported,
): CorrectedMonth[] {
  const ordinal = new Map(content.people.map(({ developer }, i) => [developer, i + 1]));
  const none = { declared: 0, counted: 0 };
  const byMonth = Map.groupBy(acts.months, ({ developer, month }) => `${developer} ${month}`);
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key): CorrectedMonth[] => {
    const [project, month, developer, unit] = JSON.parse(key) as [string, string, string, CorrectedMonth['unit']];
    const [then, now] = [before.get(key) ?? none, after.get(key) ?? none];
    const own = (byMonth.get(`${developer} ${month}`) ?? []).filter(
      (act) => act.project === null || act.project === project,
    );
    const isMoved = then.declared !== now.declared || then.counted !== now.counted;
    if (!isMoved && !own.some(({ kind }) => timeActs.has(kind))) return [];
    return [
      {
        person: ordinal.get(developer) ?? null,
        ...{ project, month, unit },
        declared: { before: then.declared, after: now.declared },
        counted: { before: then.counted, after: now.counted },
        acts: own.map(({ kind, at, reason }) => ({ kind, at, reason })),
        // What moved it without naming the month was done to the whole year.
        included: includedOf(own.length > 0 ? own : acts.year, closing),
      },
    ];
  });
}

/** @returns the corrections, with the seq of the last fact that they rest on */
export async function correctionsSince(
  ports: CorrectionPorts,
  asked: Exported,
): Promise<{ readonly corrections: Corrections; readonly moved: number }> {
  const { content, closing } = asked;
  const book = companyBook(content.company.id);
  const state = await readBook(ports, book);
  const { since, moved, acts } = await changesSince(ports, state, asked);
  const { seq: from, ...shown } = since;
  let months: CorrectedMonth[] = [];
  if (acts.months.length + acts.year.length > 0) {
    const registered = await registeredOf(await readBook(ports, registryBook));
    const before = await timeAt(ports, await foldBook(ports, book, from), content, registered);
    const after = await timeAt(ports, state, content, registered);
    months = correctedMonths(before, after, acts, asked);
  }
  return {
    moved,
    corrections: {
      since: shown,
      upTo: state.head.at,
      months,
      others: acts.year.map(({ kind, at, number, seq }) => ({
        ...{ kind, at, number },
        included: includedOf([{ seq }], closing),
      })),
    },
  };
}
