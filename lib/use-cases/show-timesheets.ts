// HR's page: what was sent for a year, and who on secondment has no hours yet.
import type { PostingView } from '../ledger/views/company-views.ts';
import { type Month, monthOf, monthsOf, parisDayOf } from '../model/calendar.ts';
import type { Ports } from '../ports.ts';
import { absenceFile } from './absences-on-file.ts';
import { inTurn } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { declaredTime, standingAmount, timeOf, wholeMonth } from './declared-time.ts';
import { uploadName } from './keep-upload.ts';
import { companyName, developerName, personName } from './names.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { completionOf, secondedIn } from './seconded.ts';

type TimesheetPorts = BookPorts & DirectoryPorts & Pick<Ports, 'clock'>;

const monthBefore = (day: string): Month => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
};

/** The last month of the year that is over; its first where none is. */
function monthLookedAt(year: number, today: string): Month {
  const last = monthBefore(today);
  if (`${year}` < last.slice(0, 4)) return `${year}-12`;
  return `${year}` === last.slice(0, 4) ? last : `${year}-01`;
}

/** @returns calendar years that were sent, and those that may well be: this one and the four before, newest first */
export function yearsToChoose(postings: readonly PostingView[], today: string): number[] {
  const now = Number(today.slice(0, 4));
  const sent = postings.flatMap(({ year }) => year ?? []);
  return [...new Set([now, now - 1, now - 2, now - 3, now - 4, ...sent])].sort((a, b) => b - a);
}

export const lastMonth = (ports: Pick<Ports, 'clock'>): Month => monthBefore(parisDayOf(ports.clock.now()));

/** What of the history is asked for; null: all. */
interface HistoryFilter {
  readonly state: 'posted' | 'undone' | null;
  /** Id of a person. */
  readonly by: string | null;
  /** With time in this month. */
  readonly period: Month | null;
}

export interface TimesheetsAsked {
  /** Where she is HR, and the one of them that she looks at. */
  readonly companies: readonly string[];
  readonly company: string;
  /** Of the days; null = that of last month. */
  readonly year: number | null;
  /** Whose people are looked at; null = the last month of the year that is over. */
  readonly month: Month | null;
  readonly filter: HistoryFilter;
}

const order = { nothing: 0, open: 1, complete: 2 } as const;

/** Everybody on secondment in the month, and what is declared of it: those first who have nothing. */
async function peopleOfMonth(ports: TimesheetPorts, state: BookState, company: string, month: Month) {
  const { entries } = await declaredTime(ports, state, wholeMonth(month));
  const byDeveloper = Map.groupBy(
    entries.filter((entry) => standingAmount(entry) > 0),
    ({ developer }) => developer,
  );
  const people = await inTurn(await secondedIn(state, month), async (developer) => {
    const own = byDeveloper.get(developer) ?? [];
    const completion = await completionOf(state, month, developer);
    const isComplete = completion?.complete === true;
    return {
      developer,
      name: await developerName(ports, company, developer),
      time: timeOf(own),
      state: isComplete ? ('complete' as const) : own.length === 0 ? ('nothing' as const) : ('open' as const),
      declared: isComplete ? { by: await personName(ports, completion.by), at: completion.at } : null,
    };
  });
  return people.sort((a, b) => order[a.state] - order[b.state] || a.name.localeCompare(b.name, 'fr'));
}

const touches = ({ period }: PostingView, month: Month): boolean =>
  period !== null && monthOf(period.from) <= month && month <= monthOf(period.to);

/** Newest first. */
const monthsOfYear = (year: number): Month[] => monthsOf({ from: `${year}-01-01`, to: `${year}-12-31` }).reverse();

/** @throws Refusal `unknown-company` */
export async function showTimesheets(ports: TimesheetPorts, asked: TimesheetsAsked) {
  const { companies, company, filter } = asked;
  const today = parisDayOf(ports.clock.now());
  const ofMonth = asked.month === null ? null : Number(asked.month.slice(0, 4));
  const year = asked.year ?? ofMonth ?? Number(monthBefore(today).slice(0, 4));
  const month = asked.month !== null && ofMonth === year ? asked.month : monthLookedAt(year, today);
  const state = await readBook(ports, companyBook(company));
  const postings = (await state.list('postings')).map(({ value }) => value as unknown as PostingView);
  const ofYear = postings.filter((posting) => posting.kind === 'timesheet' && posting.year === year).toReversed();
  const shown = ofYear.filter(
    (posting) =>
      (filter.state === null || (posting.undone === null) === (filter.state === 'posted')) &&
      (filter.by === null || posting.by === filter.by) &&
      (filter.period === null || touches(posting, filter.period)),
  );
  return {
    companies: await inTurn(companies, (each) => companyName(ports, each)),
    company: await companyName(ports, company),
    years: yearsToChoose(postings, today),
    ...{ year, month, filter },
    months: monthsOfYear(year),
    people: await peopleOfMonth(ports, state, company, month),
    absences: await absenceFile(ports, company, year),
    timesheets: await inTurn(shown, async ({ seq, file, period, batch, minutes, halfDays, by, at, undone }) => ({
      timesheet: String(seq),
      fileName: await uploadName(ports, company, file!),
      period: period!,
      lines: batch.rows,
      time: { minutes, halfDays },
      by: await personName(ports, by),
      at,
      state: undone === null ? ('posted' as const) : ('undone' as const),
    })),
    posters: await inTurn([...new Set(ofYear.map(({ by }) => by))].sort(), async (id) => ({
      id,
      name: await personName(ports, id),
    })),
    periods: monthsOfYear(year).filter((each) => ofYear.some((posting) => touches(posting, each))),
  };
}
