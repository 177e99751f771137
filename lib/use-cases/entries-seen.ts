// Declared lines with all that is known of each, as its readers see them: where every part ended, what was said, what the traces say.
import type { ProfileView } from '../ledger/views/company-views.ts';
import { isWithin, type Period } from '../model/calendar.ts';
import type { CheckRow, ConfirmationRow } from '../model/confirmation.ts';
import type { Corroboration } from '../model/corroboration.ts';
import type { Duration } from '../model/duration.ts';
import { Refusal } from '../model/refusal.ts';
import type { Bilingual } from '../model/text.ts';
import type { Part } from '../rules/assessment.ts';
import { awaitingTexts } from '../rules/awaiting.ts';
import { entryRefusalTexts, isEntryRefusalCode } from '../rules/refusals/refusal-codes.ts';
import { assessCompany } from './assess-company.ts';
import type { BookPorts, BookState } from './book-state.ts';
import { claimsElsewhere } from './claims-elsewhere.ts';
import { profileOn } from './company-profile.ts';
import { type DeclaredEntry, standingAmount } from './declared-time.ts';
import type { Said } from './month-words.ts';
import type { DirectoryPorts } from './people.ts';
import { projectsOf, statementSources } from './statement-sources.ts';

export interface SeenEntry {
  readonly declared: DeclaredEntry;
  /** They add up to the entry. */
  readonly parts: readonly Part[];
  /** Days beyond the delay; null = in time. */
  readonly lateDays: number | null;
  readonly corroboration: Corroboration | null;
  readonly check: Said<CheckRow> | null;
  readonly answer: Said<ConfirmationRow> | null;
}

export interface Seen {
  readonly entries: readonly SeenEntry[];
  /** Why nothing could be assessed (no figures for the period): then all that stands waits. */
  readonly notAssessed: Bilingual | null;
}

/** What is shown where no rule is known for the days: it waits, on nobody. */
function unassessed(entry: DeclaredEntry): Part[] {
  const { developer, project, day, unit } = entry;
  const part = { entry: entry.entry, developer, project, day, unit, code: null, ground: null, awaits: null };
  const ends = { ...part, since: null, trace: null, lateDays: null };
  const parts: Part[] = [
    { ...ends, amount: entry.withdrawnAmount, state: 'withdrawn' },
    { ...ends, amount: standingAmount(entry), state: 'awaiting' },
  ];
  return parts.filter(({ amount }) => amount > 0);
}

/**
 * @param states of the company's and the registry's book: now, or as a statement read them
 * @param developer one person, or null for all
 * @returns lines of the period, in order of posting and leaf
 */
export async function entriesSeen(
  ports: BookPorts & DirectoryPorts,
  company: string,
  states: { readonly company: BookState; readonly registry: BookState },
  period: Period,
  developer: string | null,
): Promise<Seen> {
  const sources = await statementSources(ports, states.company, period, developer);
  const { region } = profileOn((await states.company.get('profile')) as unknown as ProfileView | null, period.to);
  const developers = [...new Set(sources.declared.entries.map((entry) => entry.developer))].sort();
  const { others } = await claimsElsewhere(ports, company, developers);
  let notAssessed: Bilingual | null = null;
  let parts: readonly Part[];
  try {
    ({ parts } = assessCompany(sources, await projectsOf(states.registry), region, others));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    notAssessed = error.detail;
    parts = sources.declared.entries.flatMap(unassessed);
  }
  const partsOf = Map.groupBy(parts, ({ entry }) => entry);
  const entries = sources.declared.entries
    .filter(({ day }) => isWithin(day, period))
    .map((declared): SeenEntry => {
      const { entry } = declared;
      const own = partsOf.get(entry) ?? [];
      return {
        declared,
        parts: own,
        lateDays: own[0]?.lateDays ?? null,
        corroboration: sources.corroborationOf.get(entry) ?? null,
        check: sources.checkOf.get(entry) ?? null,
        answer: sources.answerOf.get(entry) ?? null,
      };
    });
  return { entries, notAssessed };
}

/** A part as pages show it. */
interface ShownPart {
  readonly state: Part['state'];
  readonly time: Duration;
  readonly text: Bilingual | null;
}

function textOf({ state, code }: Part, notAssessed: Bilingual | null): Bilingual | null {
  if (code === null) return state === 'awaiting' ? notAssessed : null;
  return isEntryRefusalCode(code) ? entryRefusalTexts[code] : awaitingTexts[code];
}

export const shownParts = ({ parts }: SeenEntry, notAssessed: Bilingual | null): ShownPart[] =>
  parts.map((part) => ({
    state: part.state,
    time: { unit: part.unit, amount: part.amount },
    text: textOf(part, notAssessed),
  }));
