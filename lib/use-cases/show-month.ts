// A developer's own month, day by day: what is declared, what became of it, the traces found, her identities, and who saw her hours.
import type { ProfileView } from '../ledger/views/company-views.ts';
import { type TracesOfHerOwn, tracesOfHerOwn } from '../matching/match.ts';
import { explain, leftOutTexts } from '../matching/sentences.ts';
import { addDays, type Day, daysBetween, isoWeekday, isWithin, type Month, type Period } from '../model/calendar.ts';
import type { Contribution } from '../model/contribution.ts';
import { Refusal } from '../model/refusal.ts';
import type { Project } from '../model/registry.ts';
import type { Bilingual } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { workingCalendar } from '../rules/holidays/public-holidays.ts';
import { ruleSet } from '../rules/rule-set.ts';
import { inTurn } from './batches.ts';
import { type BookState, readBook } from './book-state.ts';
import { profileOn } from './company-profile.ts';
import { type TracePorts, tracesFor } from './corroborate.ts';
import { declaredTime, standingAmount, timeOf, wholeMonth } from './declared-time.ts';
import { entriesSeen, isAsked, type Seen, type SeenEntry, shownParts } from './entries-seen.ts';
import { sourceOf } from './entry-source.ts';
import { freshnessOf } from './freshness.ts';
import { looksAt } from './hours-seen.ts';
import { identitiesOf, identityNames, proposalsOf } from './identities.ts';
import { companyName, personName } from './names.ts';
import { companyBook, registryBook } from './people.ts';
import { monthState } from './show-months.ts';
import { projectsOf, secondmentsOf } from './statement-sources.ts';
import { traceCounts } from './trace-counts.ts';

type MonthPorts = TracePorts & Pick<Ports, 'accessList' | 'clock'>;

interface Asked {
  readonly company: string;
  /** Her own alias. */
  readonly developer: string;
  readonly month: Month;
}

interface Traced {
  /** Whose traces were looked at. */
  readonly repositories: readonly string[];
  readonly byId: ReadonlyMap<string, Contribution>;
  readonly own: TracesOfHerOwn;
}

/** Beyond this from the month, no trace reaches into it (matching/policy.ts: working days, holidays between). */
const reachDays = 14;

/** Shown to her alone, never to her employer. */
async function tracesOf(ports: MonthPorts, state: BookState, { company, developer, month }: Asked): Promise<Traced> {
  const { from, to } = wholeMonth(month);
  const around: Period = { from: addDays(from, -reachDays), to: addDays(to, reachDays) };
  const { entries } = await declaredTime(ports, state, around, developer);
  const standing = entries.filter((entry) => standingAmount(entry) > 0);
  // Her own projects: what she does elsewhere is no business of this page.
  const secondments = (await secondmentsOf(state)).filter((one) => one.developer === developer);
  const own = new Set([...secondments.flatMap((one) => one.projects), ...standing.map(({ project }) => project)]);
  const { input } = await tracesFor(ports, company, state, standing, [developer], { from, to }, own);
  const repositories = [...new Set(input.projects.flatMap((one) => one.repositories))].sort();
  const byId = new Map(input.contributions.map((contribution) => [contribution.id, contribution]));
  const near = input.contributions.filter(({ authorDay }) => isWithin(authorDay, around));
  const isOfMonth = (day: Day): boolean => isWithin(day, { from, to });
  const { withoutHours, leftOut } = tracesOfHerOwn({ ...input, contributions: near }, developer);
  return {
    ...{ repositories, byId },
    own: {
      withoutHours: withoutHours.filter(({ day }) => isOfMonth(day)),
      leftOut: leftOut.filter(({ contribution }) => isOfMonth(byId.get(contribution)!.authorDay)),
    },
  };
}

async function identitiesShown(ports: MonthPorts, { company, developer }: Asked) {
  const known = await identitiesOf(ports, company, developer);
  const linked = new Set(known.filter((one) => one.linked).map(({ author }) => author));
  const proposals = await proposalsOf(ports, company, developer);
  const proposed = proposals.filter(({ author, vouchedAt }) => linked.has(author) || vouchedAt !== null);
  const own = [...linked].filter((author) => !proposals.some((one) => one.author === author));
  const names = await identityNames(ports, company, developer);
  return [
    ...(await inTurn(proposed, async ({ author, address, by, refusedAt }) => ({
      identity: author,
      shown: address,
      proposedBy: await personName(ports, by),
      state: linked.has(author)
        ? ('linked' as const)
        : refusedAt === undefined
          ? ('proposed' as const)
          : ('refused' as const),
    }))),
    // Proved by herself, or linked through another employer: which one is nobody's business here.
    ...own.map((author) => ({
      identity: author,
      shown: names.get(author) ?? author.slice(0, 12),
      proposedBy: '–',
      state: 'linked' as const,
    })),
  ];
}

const holidayName: Bilingual = { fr: 'Jour férié', en: 'Public holiday' };

/** @returns null too where no calendar is known */
function holidayOn(day: Day, region: string): Bilingual | null {
  try {
    return isoWeekday(day) < 6 && !workingCalendar(ruleSet.holidays, region)(day) ? holidayName : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function entryShown(
  ports: MonthPorts,
  company: string,
  seen: SeenEntry,
  notAssessed: Seen['notAssessed'],
  traced: Traced,
  projects: readonly Project[],
) {
  const { declared, corroboration, check, lateDays } = seen;
  const { entry, project, unit, amount } = declared;
  return {
    entry,
    project: projects.find(({ id }) => id === project)?.name ?? project,
    time: { unit, amount },
    source: await sourceOf(ports, company, declared),
    verdict: corroboration?.verdict ?? null,
    why: corroboration === null ? null : explain(corroboration, traced.byId),
    traces: traceCounts(corroboration?.contributions ?? [], projects),
    lateDays,
    parts: shownParts(seen, notAssessed),
    decision: isAsked(seen) ? seen.triage.decision : null,
    workEvidence: seen.workEvidence.map(({ cause, comment, link }) => ({ id: cause, text: comment ?? '', link })),
    contested: check?.answer === 'contested' ? { comment: check.comment ?? '', at: check.at } : null,
  };
}

/** @throws Refusal `unknown-company` */
export async function showMonth(ports: MonthPorts, asked: Asked) {
  const { company, developer, month } = asked;
  const state = await readBook(ports, companyBook(company));
  const registry = await readBook(ports, registryBook);
  const period = wholeMonth(month);
  const seen = await entriesSeen(ports, company, { company: state, registry }, period, developer);
  const traced = await tracesOf(ports, state, asked);
  const projects = await projectsOf(registry);
  const { region } = profileOn((await state.get('profile')) as unknown as ProfileView | null, period.to);
  const standing = seen.entries.filter(({ declared }) => standingAmount(declared) > 0);
  const lines = standing.map(({ declared, check }) => ({ entry: declared.entry, check: check?.answer ?? null }));
  const checks = seen.entries.flatMap(({ check }) => (check?.answer === 'checked' ? [check.at] : [])).sort();
  const days = Array.from({ length: daysBetween(period.from, period.to) + 1 }, (_, i) => addDays(period.from, i));
  return {
    company: await companyName(ports, company),
    month,
    state: monthState(lines),
    checkedAt: checks.at(-1) ?? null,
    declared: timeOf(standing.map(({ declared }) => declared)),
    days: await inTurn(days, async (day) => ({
      day,
      holiday: holidayOn(day, region),
      isWeekend: isoWeekday(day) > 5,
      entries: await inTurn(
        seen.entries.filter(({ declared }) => declared.day === day),
        (one) => entryShown(ports, company, one, seen.notAssessed, traced, projects),
      ),
    })),
    tracesWithoutHours: traced.own.withoutHours.map(({ day, projects: of, contributions }) => ({
      day,
      project: of.map((id) => projects.find((one) => one.id === id)?.name ?? id).join(', '),
      traces: traceCounts(contributions, projects),
    })),
    tracesLeftOut: [...Map.groupBy(traced.own.leftOut, ({ reason }) => reason)].map(([reason, of]) => ({
      reason: leftOutTexts[reason],
      traces: traceCounts(
        of.map(({ contribution }) => contribution),
        projects,
      ),
    })),
    freshness: await freshnessOf(ports, traced.repositories),
    identities: await identitiesShown(ports, asked),
    access: await looksAt(ports, company, developer),
  };
}
