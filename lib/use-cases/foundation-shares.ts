// Declared time on a foundation's projects, cut as its signatory answers: one person, project and month, company by company.
import { type Month, monthOf } from '../model/calendar.ts';
import type { Project } from '../model/registry.ts';
import { foundationTenant } from './agree-secondments.ts';
import { inTurn } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { standingAmount, wholeMonth } from './declared-time.ts';
import { entriesSeen, type SeenEntry } from './entries-seen.ts';
import { companyName, developerName } from './names.ts';
import { companyBook, type DirectoryPorts, registryBook } from './people.ts';
import { projectsOf } from './statement-sources.ts';

export type SharePorts = BookPorts & DirectoryPorts;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What one answer covers: its lines are all in one unit and all stand. */
export interface Share {
  readonly names: {
    readonly company: Named;
    readonly developer: Named;
    readonly project: Named;
    readonly month: Month;
  };
  readonly entries: readonly SeenEntry[];
}

/** Older months are answered by command; the page shows what can still be remembered. */
const monthsShown = 24;

/** What no rule decided and nobody answered; what the developer contests, or two employers claim, is settled first. */
export const awaitsAnswer = ({ entries }: Share): boolean =>
  entries.some(
    ({ parts, answer }) =>
      answer === null &&
      parts.some(({ state, code }) => state === 'awaiting' && (code === null || code === 'not-confirmed')),
  );

/** In order of month, then person and project. */
function grouped(entries: readonly SeenEntry[]): (readonly SeenEntry[])[] {
  const groups = Map.groupBy(entries, ({ declared }) =>
    [monthOf(declared.day), declared.developer, declared.project, declared.unit].join(' '),
  );
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ofShare]) => ofShare);
}

async function sharesAt(
  ports: SharePorts,
  registry: BookState,
  company: string,
  projects: readonly Project[],
): Promise<readonly Share[]> {
  const state = await readBook(ports, companyBook(company));
  const months = (await state.list('month-names')).map(({ name }) => name.slice(name.lastIndexOf('/') + 1));
  const shown = months.sort().slice(-monthsShown);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const period = { from: wholeMonth(first).from, to: wholeMonth(last).to };
  const { entries } = await entriesSeen(ports, company, { company: state, registry }, period, null);
  const nameOf = new Map(projects.map(({ id, name }) => [id, name]));
  const own = entries.filter(({ declared }) => standingAmount(declared) > 0 && nameOf.has(declared.project));
  const { name } = await companyName(ports, company);
  return inTurn(grouped(own), async (ofShare) => {
    const { developer, project, day } = ofShare[0]!.declared;
    return {
      names: {
        company: { id: company, name },
        developer: { id: developer, name: await developerName(ports, company, developer) },
        project: { id: project, name: nameOf.get(project)! },
        month: monthOf(day),
      },
      entries: ofShare,
    };
  });
}

/** @returns the foundation's projects, and for each company that lends to it what its people declared on them */
export async function foundationShares(
  ports: SharePorts,
  foundation: string,
): Promise<{
  readonly registry: BookState;
  readonly projects: readonly Project[];
  readonly lenders: readonly { readonly company: string; readonly shares: readonly Share[] }[];
}> {
  const registry = await readBook(ports, registryBook);
  const projects = (await projectsOf(registry)).filter((project) => project.foundation === foundation);
  const lenders: { company: string; shares: readonly Share[] }[] = [];
  for await (const { key: company } of ports.directory.list(foundationTenant(foundation), 'lender')) {
    lenders.push({ company, shares: await sharesAt(ports, registry, company, projects) });
  }
  return { registry, projects, lenders };
}
