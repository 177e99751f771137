// HR's page: what was sent for a year, and who on secondment has no hours yet.
import type { PostingView } from '../ledger/views/company-views.ts';
import { type Month, parisDayOf } from '../model/calendar.ts';
import type { Ports } from '../ports.ts';
import { inTurn } from './batches.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { uploadName } from './keep-upload.ts';
import { companyName, developerName, personName } from './names.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { peopleWithoutTime } from './seconded.ts';

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

/**
 * @param asked `companies`: where she is HR; `company`: one of them; `year`: of the days, null = that of last month
 * @throws Refusal `unknown-company`
 */
export async function showTimesheets(
  ports: TimesheetPorts,
  asked: { readonly companies: readonly string[]; readonly company: string; readonly year: number | null },
) {
  const { companies, company } = asked;
  const today = parisDayOf(ports.clock.now());
  const year = asked.year ?? Number(monthBefore(today).slice(0, 4));
  const state = await readBook(ports, companyBook(company));
  const postings = (await state.list('postings')).map(({ value }) => value as unknown as PostingView);
  const month = monthLookedAt(year, today);
  const { seconded, without } = await peopleWithoutTime(state, month);
  const ofYear = postings.filter((posting) => posting.kind === 'timesheet' && posting.year === year).toReversed();
  return {
    companies: await inTurn(companies, (each) => companyName(ports, each)),
    company: await companyName(ports, company),
    years: yearsToChoose(postings, today),
    ...{ year, month },
    months: [month],
    people: await inTurn([...without, ...seconded.filter((one) => !without.includes(one))], async (developer) => ({
      developer,
      name: await developerName(ports, company, developer),
      time: { minutes: 0, halfDays: 0 },
      state: without.includes(developer) ? ('nothing' as const) : ('open' as const),
      declared: null,
    })),
    absences: null,
    filter: { state: null, by: null, period: null },
    posters: [],
    periods: [],
    timesheets: await inTurn(ofYear, async ({ seq, file, period, batch, minutes, halfDays, by, at, undone }) => ({
      timesheet: String(seq),
      fileName: await uploadName(ports, company, file!),
      period: period!,
      lines: batch.rows,
      time: { minutes, halfDays },
      by: await personName(ports, by),
      at,
      state: undone === null ? ('posted' as const) : ('undone' as const),
    })),
  };
}
