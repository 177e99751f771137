// What awaits a foundation's word, over all companies that lend to it, and what was answered last. No pay is read here.
import type { SignatoryView } from '../ledger/views/registry-views.ts';
import { type Day, type Month, monthOf, parisDayOf } from '../model/calendar.ts';
import type { TraceVerdict } from '../model/corroboration.ts';
import type { Duration } from '../model/duration.ts';
import { Refusal } from '../model/refusal.ts';
import type { Project } from '../model/registry.ts';
import type { Bilingual } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { foundationTenant } from './agree-secondments.ts';
import { inTurn } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { standingAmount, wholeMonth } from './declared-time.ts';
import { entriesSeen, type SeenEntry } from './entries-seen.ts';
import { noteLook } from './hours-seen.ts';
import { companyName, developerName } from './names.ts';
import { companyBook, type DirectoryPorts, registryBook } from './people.ts';
import { authorityOf, covers } from './signatory.ts';
import { foundationName, projectsOf } from './statement-sources.ts';
import { type TraceCount, traceCounts } from './trace-counts.ts';

type ConfirmationPorts = BookPorts & DirectoryPorts & Pick<Ports, 'clock'>;

/** Older months are answered by command; the page shows what can still be remembered. */
const monthsShown = 24;
const answersShown = 50;

/** One person, project and month in one unit: what one answer covers. */
interface Share {
  readonly developer: string;
  readonly project: string;
  readonly month: Month;
  readonly entries: readonly SeenEntry[];
}

function sharesOf(entries: readonly SeenEntry[]): Share[] {
  const groups = Map.groupBy(entries, ({ declared }) =>
    [monthOf(declared.day), declared.developer, declared.project, declared.unit].join(' '),
  );
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ofShare]) => {
      const { developer, project, day } = ofShare[0]!.declared;
      return { developer, project, month: monthOf(day), entries: ofShare };
    });
}

/** What no rule decided and nobody answered; what the developer contests, or two employers claim, is settled first. */
const awaits = ({ entries }: Share): boolean =>
  entries.some(
    ({ parts, answer }) =>
      answer === null &&
      parts.some(({ state, code }) => state === 'awaiting' && (code === null || code === 'not-confirmed')),
  );

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

function latest(days: readonly (number | null)[]): number | null {
  const late = days.flatMap((each) => each ?? []);
  return late.length === 0 ? null : Math.max(...late);
}

interface Asked {
  readonly foundation: string;
  /** The signatory, `pe-…`. */
  readonly by: string;
}

/** @returns why she may not answer for this person's time; null if she may */
async function blockedFor(registry: BookState, asked: Asked, company: string, share: Share, today: Day) {
  const { developer, project } = share;
  const who = { person: asked.by, foundation: asked.foundation, project, company, developer };
  try {
    await authorityOf(registry, who, today);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.detail;
    throw error;
  }
}

interface ShareNames {
  readonly company: { readonly id: string; readonly name: string };
  readonly developer: { readonly id: string; readonly name: string };
  readonly project: { readonly id: string; readonly name: string };
  readonly month: Month;
}

interface AwaitingShare extends ShareNames {
  readonly time: Duration;
  readonly entries: readonly string[];
  readonly split: readonly { readonly verdict: TraceVerdict; readonly time: Duration }[];
  readonly traces: readonly TraceCount[];
  readonly lateDays: number | null;
  readonly isChecked: boolean;
  readonly blocked: Bilingual | null;
}

type Answered = ReturnType<typeof answeredOf>[number];

/** The last answers of this foundation, one for each that still speaks of a line. */
function answeredOf(shares: readonly (ShareNames & { readonly of: Share })[], foundation: string) {
  return shares.flatMap(({ of, ...names }) => {
    const answers = new Map(
      of.entries.flatMap(({ answer }) => (answer === null ? [] : [[answer.cause, answer] as const])),
    );
    const { unit } = of.entries[0]!.declared;
    return [...answers.values()]
      .filter((answer) => answer.foundation === foundation)
      .map(({ answer, confirmedAmount, comment, at }) => ({
        ...names,
        ...{ answer, comment, at },
        confirmed: confirmedAmount === null ? null : { unit, amount: confirmedAmount },
      }));
  });
}

/** @returns how many answers await this foundation, over all companies */
export async function awaitingFoundation(ports: ConfirmationPorts, foundation: string): Promise<number> {
  const registry = await readBook(ports, registryBook);
  const projects = (await projectsOf(registry)).filter((project) => project.foundation === foundation);
  let count = 0;
  for await (const { key: company } of ports.directory.list(foundationTenant(foundation), 'lender')) {
    count += (await sharesAt(ports, registry, company, projects)).filter(({ of }) => awaits(of)).length;
  }
  return count;
}

async function sharesAt(
  ports: ConfirmationPorts,
  registry: BookState,
  company: string,
  projects: readonly Project[],
): Promise<readonly (ShareNames & { readonly of: Share })[]> {
  const state = await readBook(ports, companyBook(company));
  const months = (await state.list('month-names')).map(({ name }) => name.slice(name.lastIndexOf('/') + 1));
  const shown = months.sort().slice(-monthsShown);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const period = { from: wholeMonth(first).from, to: wholeMonth(last).to };
  const { entries } = await entriesSeen(ports, company, { company: state, registry }, period, null);
  const own = entries.filter(
    ({ declared }) => standingAmount(declared) > 0 && projects.some(({ id }) => id === declared.project),
  );
  const { id, name } = await companyName(ports, company);
  return inTurn(sharesOf(own), async (of) => ({
    company: { id, name },
    developer: { id: of.developer, name: await developerName(ports, company, of.developer) },
    project: { id: of.project, name: projects.find((each) => each.id === of.project)!.name },
    month: of.month,
    of,
  }));
}

async function capacityOf(registry: BookState, { foundation, by }: Asked, today: Day): Promise<string> {
  const view = (await registry.get(`signatories/${foundation}/${by}`)) as unknown as SignatoryView | null;
  return view?.find((one) => covers(one, today))?.capacity ?? '–';
}

/** Everybody whose hours are on the page finds it on her own. */
export async function showConfirmations(ports: ConfirmationPorts & Pick<Ports, 'accessList'>, asked: Asked) {
  const { foundation, by } = asked;
  const today = parisDayOf(ports.clock.now());
  const registry = await readBook(ports, registryBook);
  const projects = (await projectsOf(registry)).filter((project) => project.foundation === foundation);
  const awaiting: AwaitingShare[] = [];
  const answered: Answered[] = [];
  for await (const { key: company } of ports.directory.list(foundationTenant(foundation), 'lender')) {
    const shares = await sharesAt(ports, registry, company, projects);
    for (const { of, ...names } of shares.filter((share) => awaits(share.of))) {
      awaiting.push({
        ...names,
        time: totalOf(of.entries),
        entries: of.entries.map(({ declared }) => declared.entry),
        split: splitOf(of.entries),
        traces: traceCounts(
          of.entries.flatMap(({ corroboration }) => corroboration?.contributions ?? []),
          projects,
        ),
        lateDays: latest(of.entries.map(({ lateDays }) => lateDays)),
        isChecked: of.entries.every(({ check }) => check?.answer === 'checked'),
        blocked: await blockedFor(registry, asked, company, of, today),
      });
    }
    const given = answeredOf(shares, foundation);
    answered.push(...given);
    const seen = [...awaiting, ...given].filter((line) => line.company.id === company);
    await noteLook(ports, company, [...new Set(seen.map(({ developer }) => developer.id))], { by, act: 'to-confirm' });
  }
  return {
    foundation: { id: foundation, name: await foundationName(registry, foundation) },
    capacity: await capacityOf(registry, asked, today),
    awaiting,
    answered: answered.sort((a, b) => (a.at > b.at ? -1 : 1)).slice(0, answersShown),
  };
}
