// Until when what is held on a developer must be kept, and by which text: each piece of evidence with the last day of its term.
import type {
  BatchView,
  CompleteView,
  MonthView,
  PostingView,
  ReturnView,
  StatementView,
} from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import { type Day, overlap, type Period, parisDayOf } from '../model/calendar.ts';
import type { Pay } from '../model/pay.ts';
import { lastDay } from '../rules/refusals/secondment.ts';
import { keptUntil, type RetentionTerm, type TermCode, termOn } from '../rules/retention.ts';
import { inTurn, readGroup } from './batches.ts';
import type { BookPorts, BookState } from './book-state.ts';
import { wholeMonth } from './declared-time.ts';
import { giftScheme } from './gift-sources.ts';
import { secondmentsOf } from './statement-sources.ts';

export interface KeptEvidence {
  readonly what: 'time' | 'words' | 'traces' | 'pay' | 'statement';
  /** Seq of the fact in the company's book; a statement's number. */
  readonly name: string;
  readonly term: TermCode;
  /** From which its term is counted, and its last day. */
  readonly since: Day;
  readonly until: Day;
}

export interface Retention {
  /** Earliest end first. */
  readonly evidence: readonly KeptEvidence[];
  /** The last day on which something must be kept; null: nothing must. */
  readonly until: Day | null;
  /** She is lent to this day and on, or to a day to come: null where she is not. `to` null: no end is known. */
  readonly lent: { readonly to: Day | null } | null;
}

const dayOfFact = ({ at }: { readonly at: string }): Day => parisDayOf(Date.parse(at));

const kept = (what: KeptEvidence['what'], name: string | number, term: TermCode, since: Day): KeptEvidence => ({
  ...{ what, name: String(name), term, since },
  until: keptUntil(term, since),
});

/** Months of the company in which something was said of her. */
async function monthsOfHers(state: BookState, developer: string) {
  const names = (await state.list('month-names')).map(({ name }) => name.slice(name.lastIndexOf('/') + 1));
  const found = await inTurn(names, async (month) => ({
    month,
    view: (await state.get(`months/${month}/${developer}`)) as unknown as MonthView | null,
  }));
  return found.flatMap(({ month, view }) => (view === null ? [] : [{ month, view }]));
}

/** @returns whole months in which time of hers was ever posted */
export const monthsDeclared = async (state: BookState, developer: string): Promise<Period[]> =>
  (await monthsOfHers(state, developer))
    .filter(({ view }) => view.postings.length > 0)
    .map(({ month }) => wholeMonth(month));

/** Of a statement: its date, and what the tax years it speaks of are still open to. A return that is not declared is taken to be filed the year after. */
export async function termsOfStatement(
  state: BookState,
  { number, at, fiscalYear, scheme, period }: StatementView,
): Promise<KeptEvidence[]> {
  const declared = (await state.get(`returns/${period.from}..${period.to}/${scheme}`)) as unknown as ReturnView | null;
  const filedIn = Math.max(fiscalYear + 1, Number(declared?.entered?.filedOn.slice(0, 4) ?? 0));
  const issued = dayOfFact({ at });
  const yearEnd: Day = `${fiscalYear}-12-31`;
  const ofScheme =
    scheme === giftScheme
      ? [kept('statement', number, 'gift-carry', yearEnd)]
      : [kept('statement', number, 'special-return', `${filedIn}-12-31`)];
  return [
    kept('statement', number, 'tax-evidence', issued),
    kept('statement', number, 'corporate-tax', yearEnd),
    ...(scheme === 'none' ? [] : ofScheme),
  ];
}

export const statementsTouching = async (state: BookState, periods: readonly Period[]): Promise<StatementView[]> =>
  (await state.list('statements'))
    .map(({ value }) => value as unknown as StatementView)
    .filter(({ period }) => periods.some((one) => overlap(one, period)));

/**
 * @param state of the company's book
 * @param today in Paris
 */
export async function retentionOf(
  ports: BookPorts,
  state: BookState,
  developer: string,
  today: Day,
): Promise<Retention> {
  const evidence: KeptEvidence[] = [];
  const months = await monthsOfHers(state, developer);
  const written = async (partition: string, seq: number) =>
    (await state.get(`${partition}/${seqName(seq)}`)) as unknown as (BatchView & PostingView) | null;
  const seen = new Set<string>();
  for (const { month, view } of months) {
    const lastOfMonth = wholeMonth(month).to;
    if (view.postings.length > 0) evidence.push(kept('time', month, 'working-time', lastOfMonth));
    const facts = [
      ...view.postings.map((seq) => ['time', 'postings', seq] as const),
      ...view.checks.map(({ seq }) => ['words', 'checks', seq] as const),
      ...view.answers.map(({ seq }) => ['words', 'answers', seq] as const),
      ...(view.evidence === null ? [] : [['traces', 'evidence', view.evidence] as const]),
    ];
    for (const [what, partition, seq] of facts) {
      const name = `${partition} ${seq}`;
      const fact = seen.has(name) ? null : await written(partition, seq);
      seen.add(name);
      if (fact !== null) evidence.push(kept(what, seq, 'tax-evidence', dayOfFact(fact)));
    }
    const complete = (await state.get(`complete/${month}/${developer}`)) as unknown as CompleteView | null;
    if (complete !== null) evidence.push(kept('words', complete.seq, 'tax-evidence', dayOfFact(complete)));
  }
  for (const { value } of await state.list('pay')) {
    const { seq, at, batch } = value as unknown as BatchView;
    const rows = (await readGroup(ports, state.book, batch, `${developer} `)).flatMap(({ row }) =>
      row === null ? [] : [row as unknown as Pay],
    );
    for (const { period } of rows) evidence.push(kept('pay', seq, 'pay-records', period.to));
    if (rows.length > 0) evidence.push(kept('pay', seq, 'tax-evidence', dayOfFact({ at })));
  }
  const declared = months.filter(({ view }) => view.postings.length > 0).map(({ month }) => wholeMonth(month));
  for (const statement of await statementsTouching(state, declared)) {
    evidence.push(...(await termsOfStatement(state, statement)));
  }
  evidence.sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : a.name < b.name ? -1 : 1));

  const running = (await secondmentsOf(state))
    .filter((one) => one.developer === developer)
    .map(lastDay)
    .filter((end) => end === null || end >= today);
  const lent = running.length === 0 ? null : { to: running.includes(null) ? null : running.toSorted().at(-1)! };
  return { evidence, until: evidence.at(-1)?.until ?? null, lent };
}

/** As she and HR are told it: `until` null once it is over, `lentTo` a day, `open`, or null where she is not lent. */
export const keptToday = ({ until, lent }: Retention, today: Day) => ({
  until: until !== null && until >= today ? until : null,
  lentTo: lent === null ? null : (lent.to ?? ('open' as const)),
});

/** The text by which the last piece of evidence is kept. */
export const textOfTerm = ({ term, since }: KeptEvidence): RetentionTerm => termOn(term, since);
