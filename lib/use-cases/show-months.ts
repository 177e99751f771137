// A developer's months at one company: what is declared in each, and where each stands with her.
import { type Month, monthOf, monthsOf } from '../model/calendar.ts';
import type { CheckAnswer } from '../model/confirmation.ts';
import type { Ports } from '../ports.ts';
import { lastDay } from '../rules/refusals/secondment.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { declaredTime, standingAmount, timeOf, wholeMonth } from './declared-time.ts';
import { lastWordOf, monthWords } from './month-words.ts';
import { companyName } from './names.ts';
import { companyBook } from './people.ts';
import { lastMonth } from './show-timesheets.ts';
import { secondmentsOf } from './statement-sources.ts';

type MonthState = 'to-check' | 'checked' | 'contested' | 'nothing-declared';

/** A line that still stands, and her last word on it. */
interface OwnLine {
  readonly entry: string;
  readonly check: CheckAnswer | null;
}

/** One line that she has not seen makes it `to-check` again. */
export function monthState(standing: readonly OwnLine[]): MonthState {
  if (standing.length === 0) return 'nothing-declared';
  if (standing.some(({ check }) => check === null)) return 'to-check';
  return standing.some(({ check }) => check === 'contested') ? 'contested' : 'checked';
}

/** Months that have a view of hers, and those of her secondments that are over. */
async function monthsToShow(state: BookState, developer: string, last: Month): Promise<Month[]> {
  const months = new Set<Month>();
  for (const { name } of await state.list('month-names')) {
    const month = name.slice(name.lastIndexOf('/') + 1);
    if ((await state.get(`months/${month}/${developer}`)) !== null) months.add(month);
  }
  for (const secondment of (await secondmentsOf(state)).filter((one) => one.developer === developer)) {
    const end = lastDay(secondment) ?? wholeMonth(last).to;
    const to = monthOf(end) < last ? end : wholeMonth(last).to;
    if (secondment.from <= to) for (const month of monthsOf({ from: secondment.from, to })) months.add(month);
  }
  return [...months].sort().reverse();
}

/** @returns the lines of one month that stand, and her last word on each */
export async function ownLines(
  ports: BookPorts,
  { company, developer, month }: { readonly company: string; readonly developer: string; readonly month: Month },
): Promise<OwnLine[]> {
  const state = await readBook(ports, companyBook(company));
  const { entries } = await declaredTime(ports, state, wholeMonth(month), developer);
  const { checks } = await monthWords(ports, state, [month], developer);
  const checkOf = lastWordOf(checks);
  return entries
    .filter((entry) => standingAmount(entry) > 0)
    .map(({ entry }) => ({ entry, check: checkOf.get(entry)?.answer ?? null }));
}

/** @returns newest first */
export async function showMonths(
  ports: BookPorts & Pick<Ports, 'clock'>,
  { company, developer }: { readonly company: string; readonly developer: string },
) {
  const state = await readBook(ports, companyBook(company));
  const months = await monthsToShow(state, developer, lastMonth(ports));
  const [newest, oldest] = [months[0], months.at(-1)];
  if (newest === undefined || oldest === undefined) return [];
  const period = { from: wholeMonth(oldest).from, to: wholeMonth(newest).to };
  const { entries } = await declaredTime(ports, state, period, developer);
  const { checks } = await monthWords(ports, state, months, developer);
  const checkOf = lastWordOf(checks);
  const { id, name } = await companyName(ports, company);
  return months.map((month) => {
    const standing = entries.filter((entry) => monthOf(entry.day) === month && standingAmount(entry) > 0);
    const lines = standing.map(({ entry }) => ({ entry, check: checkOf.get(entry)?.answer ?? null }));
    return { company: { id, name }, month, time: timeOf(standing), state: monthState(lines) };
  });
}
