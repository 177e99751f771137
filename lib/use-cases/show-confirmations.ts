// What awaits a foundation's word, over all companies that lend to it, and what was answered last. No pay is read here.
import type { SignatoryView } from '../ledger/views/registry-views.ts';
import { type Day, parisDayOf } from '../model/calendar.ts';
import type { TraceVerdict } from '../model/corroboration.ts';
import type { Duration } from '../model/duration.ts';
import { Refusal } from '../model/refusal.ts';
import { covers } from '../model/registry.ts';
import type { Ports } from '../ports.ts';
import { inTurn } from './batches.ts';
import type { BookState } from './book-state.ts';
import { standingAmount } from './declared-time.ts';
import { isAsked, type SeenEntry } from './entries-seen.ts';
import { awaitsAnswer, foundationShares, type Share, type SharePorts } from './foundation-shares.ts';
import { freshnessOf, repositoryIdsOf } from './freshness.ts';
import { noteLook } from './hours-seen.ts';
import type { DirectoryPorts } from './people.ts';
import { authorityOf } from './signatory.ts';
import { foundationName } from './statement-sources.ts';
import { traceCounts } from './trace-counts.ts';

const answersShown = 50;

const totalOf = (entries: readonly SeenEntry[]): Duration => ({
  unit: entries[0]!.declared.unit,
  amount: entries.reduce((sum, { declared }) => sum + standingAmount(declared), 0),
});

const verdicts: readonly TraceVerdict[] = ['agrees', 'partly', 'no-public-trace', 'conflict'];

function splitOf(entries: readonly SeenEntry[]): { verdict: TraceVerdict; time: Duration }[] {
  return verdicts.flatMap((verdict) => {
    const of = entries.filter(({ corroboration }) => corroboration?.verdict === verdict);
    return of.length === 0 ? [] : [{ verdict, time: totalOf(of) }];
  });
}

/** A line that is put to her as a question: the rules pass, and the traces do not carry it. */
const questionsOf = (entries: readonly SeenEntry[]) =>
  entries
    .filter((seen) => isAsked(seen) && seen.triage.decision === 'question')
    .map(({ declared, corroboration, workEvidence }) => ({
      day: declared.day,
      time: { unit: declared.unit, amount: standingAmount(declared) },
      verdict: corroboration?.verdict ?? null,
      workEvidence: workEvidence.map(({ cause, comment, link }) => ({ id: cause, text: comment ?? '', link })),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));

/** What needs no question: the rules pass and the traces agree. */
function clearTime(entries: readonly SeenEntry[]): Duration | null {
  const clear = entries.filter((seen) => isAsked(seen) && seen.triage.decision === 'clear');
  return clear.length === 0 ? null : totalOf(clear);
}

function latest(entries: readonly SeenEntry[]): number | null {
  const late = entries.flatMap(({ lateDays }) => lateDays ?? []);
  return late.length === 0 ? null : Math.max(...late);
}

interface Asked {
  readonly foundation: string;
  /** The signatory, `pe-…`. */
  readonly by: string;
}

/** @returns why she may not answer for this person's time; null if she may */
async function blockedFor(
  ports: DirectoryPorts,
  registry: BookState,
  { foundation, by }: Asked,
  { names }: Share,
  today: Day,
) {
  const [project, company, developer] = [names.project.id, names.company.id, names.developer.id];
  try {
    await authorityOf(ports, registry, { person: by, foundation, project, company, developer }, today);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.detail;
    throw error;
  }
}

/** The last answers of this foundation about these lines. */
function answersOf({ names, entries }: Share, foundation: string) {
  const answers = new Map(entries.flatMap(({ answer }) => (answer === null ? [] : [[answer.cause, answer] as const])));
  const { unit } = entries[0]!.declared;
  return [...answers.values()]
    .filter((answer) => answer.foundation === foundation)
    .map(({ answer, confirmedAmount, comment, at }) => ({
      ...names,
      ...{ answer, comment, at },
      confirmed: confirmedAmount === null ? null : { unit, amount: confirmedAmount },
    }));
}

async function capacityOf(registry: BookState, { foundation, by }: Asked, today: Day): Promise<string> {
  const view = (await registry.get(`signatories/${foundation}/${by}`)) as unknown as SignatoryView | null;
  return view?.find((one) => covers(one, today))?.capacity ?? '–';
}

/** Everybody whose hours are on the page finds it on her own. */
export async function showConfirmations(ports: SharePorts & Pick<Ports, 'clock' | 'accessList'>, asked: Asked) {
  const { foundation, by } = asked;
  const today = parisDayOf(ports.clock.now());
  const { registry, projects, lenders } = await foundationShares(ports, foundation);
  const awaiting = lenders.flatMap(({ shares }) => shares.filter(awaitsAnswer));
  const answered = lenders
    .flatMap(({ shares }) => shares.flatMap((share) => answersOf(share, foundation)))
    .sort((a, b) => (a.at > b.at ? -1 : 1))
    .slice(0, answersShown);
  const lines = [...awaiting.map(({ names }) => names), ...answered];
  for (const { company } of lenders) {
    const own = lines.filter((line) => line.company.id === company).map(({ developer }) => developer.id);
    await noteLook(ports, company, [...new Set(own)], { by, act: 'to-confirm' });
  }
  return {
    foundation: { id: foundation, name: await foundationName(registry, foundation) },
    capacity: await capacityOf(registry, asked, today),
    freshness: await freshnessOf(ports, repositoryIdsOf(projects)),
    awaiting: await inTurn(awaiting, async (share) => ({
      ...share.names,
      time: totalOf(share.entries),
      entries: share.entries.map(({ declared }) => declared.entry),
      split: splitOf(share.entries),
      clear: clearTime(share.entries),
      questions: questionsOf(share.entries),
      traces: traceCounts(
        share.entries.flatMap(({ corroboration }) => corroboration?.contributions ?? []),
        projects,
      ),
      lateDays: latest(share.entries),
      isChecked: share.entries.every(({ check }) => check?.answer === 'checked'),
      blocked: await blockedFor(ports, registry, asked, share, today),
    })),
    answered,
  };
}
