// Whom a company has on secondment in a month, and whose time of it is declared.
import type { CompleteView, MonthView, PostingView } from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import type { Month } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import { lastDay } from '../rules/refusals/secondment.ts';
import { inTurn } from './batches.ts';
import type { BookState } from './book-state.ts';
import { wholeMonth } from './declared-time.ts';
import { requireNobodyErased } from './not-erased.ts';
import { secondmentsOf } from './statement-sources.ts';

/** @returns the developers with a secondment on some day of the month, in order, each once */
export async function secondedIn(state: BookState, month: Month): Promise<readonly string[]> {
  const { from, to } = wholeMonth(month);
  const secondments = (await secondmentsOf(state)).filter((one) => one.from <= to && (lastDay(one) ?? to) >= from);
  return [...new Set(secondments.map(({ developer }) => developer))].sort();
}

/** @returns the last word on a developer's month; null: nobody said anything, and it is open */
export const completionOf = async (state: BookState, month: Month, developer: string): Promise<CompleteView | null> =>
  (await state.get(`complete/${month}/${developer}`)) as unknown as CompleteView | null;

/** @returns whether some posting stands with time of hers in the month */
async function hasTime(state: BookState, month: Month, developer: string): Promise<boolean> {
  const view = (await state.get(`months/${month}/${developer}`)) as unknown as MonthView | null;
  const stands = await inTurn(
    view?.postings ?? [],
    async (seq) => ((await state.get(`postings/${seqName(seq)}`)) as unknown as PostingView).undone === null,
  );
  return stands.includes(true);
}

/** @returns the developers on secondment in a month for whom no posting stands, and nobody said that there is no time */
export async function peopleWithoutTime(state: BookState, month: Month): Promise<readonly string[]> {
  const seconded = await secondedIn(state, month);
  const settled = await inTurn(
    seconded,
    async (developer) =>
      (await hasTime(state, month, developer)) || (await completionOf(state, month, developer))?.complete === true,
  );
  return seconded.filter((_, i) => !settled[i]);
}

/** @throws Refusal `unknown-developer` unless the company has enrolled somebody under this alias, and has not erased her */
export async function requireEnrolled(state: BookState, developer: string): Promise<void> {
  if ((await state.get(`developers/${developer}`)) === null) throw unknownDeveloper();
  await requireNobodyErased(state, new Set([developer]));
}

const unknownDeveloper = (): Refusal =>
  new Refusal('unknown-developer', {
    fr: 'Cette personne n’est pas connue de cette société. Revenez à la page Feuilles de temps et choisissez-la dans la liste du mois.',
    en: 'This company knows nobody by that name. Go back to the page Timesheets and choose her from the list of the month.',
  });
