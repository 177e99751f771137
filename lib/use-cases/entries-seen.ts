// Declared lines with all that is known of each, as its readers see them: where every part ended, what was said, what the traces say.
import type { ProfileView } from '../ledger/views/company-views.ts';
import { isWithin, type Period } from '../model/calendar.ts';
import type { CheckRow, ConfirmationRow, WorkEvidenceRow } from '../model/confirmation.ts';
import type { Corroboration } from '../model/corroboration.ts';
import type { Duration } from '../model/duration.ts';
import { Refusal } from '../model/refusal.ts';
import type { Bilingual } from '../model/text.ts';
import type { Part } from '../rules/assessment.ts';
import { awaitingTexts } from '../rules/awaiting.ts';
import { noFiguresFor } from '../rules/figures/no-figures.ts';
import { holdsYearOf } from '../rules/holidays/public-holidays.ts';
import { type EntryRefusalCode, isEntryRefusalCode } from '../rules/refusals/refusal-codes.ts';
import { claimedElsewhereText, refusalText } from '../rules/refusals/refusal-text.ts';
import { ruleSet } from '../rules/rule-set.ts';
import { type Triage, triage } from '../rules/triage.ts';
import { assessCompany, type OtherClaims } from './assess-company.ts';
import type { BookPorts, BookState } from './book-state.ts';
import { claimsElsewhere } from './claims-elsewhere.ts';
import { profileOn } from './company-profile.ts';
import { type DeclaredEntry, standingAmount } from './declared-time.ts';
import type { Said } from './month-words.ts';
import type { DirectoryPorts } from './people.ts';
import { type Registered, registeredOf, type StatementSources, statementSources } from './statement-sources.ts';

export interface SeenEntry {
  readonly declared: DeclaredEntry;
  /** They add up to the entry. */
  readonly parts: readonly Part[];
  /** Days beyond the delay; null = in time. */
  readonly lateDays: number | null;
  readonly corroboration: Corroboration | null;
  readonly check: Said<CheckRow> | null;
  readonly answer: Said<ConfirmationRow> | null;
  /** What she gave to show this work, in the order in which she gave it. */
  readonly workEvidence: readonly Said<WorkEvidenceRow>[];
  /** Who needs to be asked, and why. */
  readonly triage: Triage;
}

export interface Seen {
  readonly entries: readonly SeenEntry[];
  /** Why nothing could be assessed (no figures for the period): then all that stands waits. */
  readonly notAssessed: Bilingual | null;
}

/** What is shown where no rule is known for the days: it waits, on nobody. */
function unassessed(entry: DeclaredEntry): Part[] {
  const { developer, project, day, unit } = entry;
  const part = {
    entry: entry.entry,
    developer,
    project,
    day,
    unit,
    code: null,
    ground: null,
    about: null,
    awaits: null,
  };
  const ends = { ...part, since: null, trace: null, lateDays: null };
  const parts: Part[] = [
    { ...ends, amount: entry.withdrawnAmount, state: 'withdrawn' },
    { ...ends, amount: standingAmount(entry), state: 'awaiting' },
  ];
  return parts.filter(({ amount }) => amount > 0);
}

interface Assessed {
  readonly parts: readonly Part[];
  readonly codesOf: ReadonlyMap<string, readonly EntryRefusalCode[]>;
  /** Entries that no rule was asked about, and why. */
  readonly without: ReadonlySet<string>;
  readonly notAssessed: Bilingual | null;
}

/** Days of a year without rules keep no others from being assessed. */
function assessSeen(sources: StatementSources, registered: Registered, region: string, others: OtherClaims): Assessed {
  const { entries } = sources.declared;
  const isCovered = ({ day }: DeclaredEntry): boolean => holdsYearOf(ruleSet.holidays, day);
  const covered = entries.filter(isCovered);
  const rest = entries.filter((entry) => !isCovered(entry));
  const notAssessed = rest[0] === undefined ? null : noFiguresFor('holidays', rest[0].day).detail;
  const declared = { ...sources.declared, entries: covered };
  try {
    const { parts, allReasons } = assessCompany({ ...sources, declared }, registered, region, others, 'none');
    return {
      parts: [...parts, ...rest.flatMap(unassessed)],
      codesOf: new Map(allReasons.map(({ entry, codes }) => [entry, codes])),
      without: new Set(rest.map(({ entry }) => entry)),
      notAssessed,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const without = new Set(entries.map(({ entry }) => entry));
    return { parts: entries.flatMap(unassessed), codesOf: new Map(), without, notAssessed: error.detail };
  }
}

/** What no rule was asked about is never clear, whatever the traces say. */
function triageOf(seen: Omit<SeenEntry, 'triage'>, { codesOf, without }: Assessed): Triage {
  const { entry } = seen.declared;
  if (without.has(entry)) return { decision: 'question', reasons: seen.corroboration?.reasons ?? [] };
  return triage({
    refusals: (codesOf.get(entry) ?? []).filter((code) => code !== 'foundation-refused'),
    repeatAwaitsEmployer: false,
    heldByConflict: seen.parts.some(({ code }) => code === 'conflict-of-claims'),
    corroboration: seen.corroboration,
  });
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
  const assessed = assessSeen(sources, await registeredOf(states.registry), region, others);
  const partsOf = Map.groupBy(assessed.parts, ({ entry }) => entry);
  const entries = sources.declared.entries
    .filter(({ day }) => isWithin(day, period))
    .map((declared): SeenEntry => {
      const { entry } = declared;
      const own = partsOf.get(entry) ?? [];
      const seen = {
        declared,
        parts: own,
        lateDays: own[0]?.lateDays ?? null,
        corroboration: sources.corroborationOf.get(entry) ?? null,
        check: sources.checkOf.get(entry) ?? null,
        answer: sources.answerOf.get(entry) ?? null,
        workEvidence: sources.workEvidenceOf.get(entry) ?? [],
      };
      return { ...seen, triage: triageOf(seen, assessed) };
    });
  return { entries, notAssessed: assessed.notAssessed };
}

const onFoundation: readonly Part['code'][] = [null, 'not-confirmed', 'cannot-tell'];

/** A line on which the foundation's word is awaited; what HR or two employers settle first is none. */
export const isAsked = ({ parts }: SeenEntry): boolean =>
  parts.some(({ state, code }) => state === 'awaiting' && onFoundation.includes(code));

/** A part as pages show it. */
interface ShownPart {
  readonly state: Part['state'];
  readonly time: Duration;
  readonly text: Bilingual | null;
}

function textOf({ state, code, about }: Part, notAssessed: Bilingual | null): Bilingual | null {
  if (state === 'counted') return about === null ? null : claimedElsewhereText(about);
  if (code === null) return state === 'awaiting' ? notAssessed : null;
  return isEntryRefusalCode(code) ? refusalText(code, about) : awaitingTexts[code];
}

export const shownParts = ({ parts }: SeenEntry, notAssessed: Bilingual | null): ShownPart[] =>
  parts.map((part) => ({
    state: part.state,
    time: { unit: part.unit, amount: part.amount },
    text: textOf(part, notAssessed),
  }));
