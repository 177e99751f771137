// HR says that all the time of people's months is declared, or opens such a month again. Until then an empty month means nothing.
import type { Json } from '../ledger/canonical.ts';
import { causeOf, digestOf, parseFact } from '../ledger/fact.ts';
import { type Month, monthOf, parisDayOf } from '../model/calendar.ts';
import type { CompletionRow } from '../model/completion.ts';
import { Refusal } from '../model/refusal.ts';
import { type Bilingual, typedText } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { type Appended, type AppendPorts, append } from './append.ts';
import { inTurn } from './batches.ts';
import { type BookState, readBook } from './book-state.ts';
import { companyBook, type DirectoryPorts, developerKeyOwner } from './people.ts';
import { requireAtCompany } from './roles.ts';
import { completionOf, secondedIn } from './seconded.ts';

export interface CompleteMonths {
  readonly company: string;
  readonly by: string;
  readonly month: Month;
  /** Her people, by their aliases. */
  readonly developers: readonly string[];
  readonly complete: boolean;
  /** Why a month is opened again; not asked where it is complete. */
  readonly reason: string | null;
}

/** Those of the people whose month is not yet as it shall be, with the last word on each. All must be on secondment in it. */
async function toSay(state: BookState, { month, developers, complete }: CompleteMonths) {
  const seconded = new Set(await secondedIn(state, month));
  if (developers.length === 0 || developers.some((developer) => !seconded.has(developer))) throw notSeconded(month);
  const words = await inTurn([...new Set(developers)].sort(), async (developer) => ({
    developer,
    last: await completionOf(state, month, developer),
  }));
  return { words, pending: words.filter(({ last }) => (last?.complete ?? false) !== complete) };
}

/**
 * One fact for all of them. Said again while it stands, it answers with the last fact that said it.
 * @throws Refusal `not-allowed`, `reason-needed` to open a month again without one, `nothing-to-complete`
 */
export async function completeMonths(
  ports: AppendPorts & DirectoryPorts & Pick<Ports, 'saltKeys'>,
  asked: CompleteMonths,
): Promise<Appended> {
  const { company, by, month, complete } = asked;
  await requireAtCompany(ports, company, by, ['hr']);
  const reason = complete ? null : typedText(asked.reason ?? '').trim();
  if (reason === '') throw reasonNeeded(month);
  if (complete && month > monthOf(parisDayOf(ports.clock.now()))) throw notBegun(month);
  const book = companyBook(company);
  const { words, pending } = await toSay(await readBook(ports, book), asked);
  const { sha256 } = ports.primitives;
  if (pending.length === 0) {
    const seq = Math.max(...words.map(({ last }) => last?.seq ?? -1));
    const stored = seq < 0 ? null : await ports.readBooks.fact(book, seq);
    if (stored === null) throw nothingToOpen(month);
    return { fact: parseFact(stored.bytes), digest: digestOf(sha256, stored.bytes), already: true };
  }
  // What it overturns makes it the act that it is: to close what was opened in between is another one.
  const on = { month, complete, words: pending.map(({ developer, last }) => [developer, last?.seq ?? -1]) };
  const cause = causeOf(sha256, { actor: company, act: 'complete-months', on, after: null });
  return append(ports, { book, cause, dependsOn: ['months-completed'] }, async (state, store) => {
    const rows = await inTurn((await toSay(state, asked)).pending, async ({ developer }) => {
      const row: CompletionRow = { developer, month, complete, reason };
      const key = await ports.saltKeys.of(developerKeyOwner(company, developer));
      return { row: row as unknown as Json, position: '', key };
    });
    if (rows.length === 0) throw complete ? completeMeanwhile(month) : nothingToOpen(month);
    return { kind: 'months-completed', by, data: { batch: await store(rows) } };
  });
}

const notSeconded = (month: Month): Refusal =>
  new Refusal('nothing-to-complete', {
    fr: `Un mois se déclare complet pour des personnes mises à disposition en ${month} : l’une des personnes choisies ne l’est pas, ou aucune n’est choisie. Revenez à la page Feuilles de temps et choisissez-les dans la liste.`,
    en: `A month is declared complete for people on secondment in ${month}: one of those chosen is not, or nobody is chosen. Go back to the page Timesheets and choose them from the list.`,
  });

const notBegun = (month: Month): Refusal =>
  new Refusal('nothing-to-complete', {
    fr: `${month} n’a pas commencé : personne ne sait encore ce qui y sera déclaré. Revenez quand le mois sera fini.`,
    en: `${month} has not begun: nobody knows yet what will be declared in it. Come back when the month is over.`,
  });

/** Somebody else said it of all of them at the same moment. */
const completeMeanwhile = (month: Month): Refusal =>
  new Refusal('nothing-to-complete', {
    fr: `Quelqu’un vient de déclarer ${month} complet pour ces personnes : il n’y a plus rien à faire.`,
    en: `Somebody has just declared ${month} complete for these people: there is nothing left to do.`,
  });

const nothingToOpen = (month: Month): Refusal =>
  new Refusal('nothing-to-complete', {
    fr: `${month} est déjà ouvert pour ces personnes : il n’y a rien à rouvrir.`,
    en: `${month} is open for these people already: there is nothing to open again.`,
  });

const reasonNeeded = (month: Month): Refusal =>
  new Refusal('reason-needed', {
    fr: `Pour rouvrir ${month}, dites pourquoi : le motif reste visible. Rien n’a été changé.`,
    en: `To open ${month} again, say why: the reason stays visible. Nothing was changed.`,
  });

/** @returns why nothing may be posted or taken back in the months of these rows; null if all of them are open */
export async function closedMonth(
  state: BookState,
  rows: readonly { readonly developer: string; readonly day: string }[],
): Promise<Bilingual | null> {
  const months = new Map(rows.map(({ developer, day }) => [`${developer} ${monthOf(day)}`, { developer, day }]));
  const closed = await inTurn([...months.values()], async ({ developer, day }) => {
    const view = await completionOf(state, monthOf(day), developer);
    return view?.complete === true ? [monthOf(day)] : [];
  });
  const [month] = closed.flat();
  if (month === undefined) return null;
  return {
    fr: `${month} est déclaré complet pour une personne de cette feuille : on n’y ajoute ni n’en annule plus rien. Corrigez la ligne avec son motif, ou rouvrez d’abord le mois (page Feuilles de temps).`,
    en: `${month} was declared complete for somebody on this timesheet: nothing more is added or undone. Correct the line with its reason, or open the month again first (page Timesheets).`,
  };
}

/** @throws Refusal `month-complete` */
export async function requireOpen(state: BookState, rows: Parameters<typeof closedMonth>[1]): Promise<void> {
  const why = await closedMonth(state, rows);
  if (why !== null) throw new Refusal('month-complete', why);
}
