// A registry file as facts, in an order in which each refers to what stands before it; and what the registry says of each now.
import type { DeclaredProject, RegistryDeclaration } from '../intake/declarations/registry.ts';
import { canonicalBytes, type Json } from '../ledger/canonical.ts';
import { maxFactBytes } from '../ledger/fact.ts';
import type { FactData, FactKind } from '../ledger/kinds.ts';
import {
  type ProjectView,
  registeredProject,
  type SignatoryView,
  type StandingsView,
  type TiesView,
} from '../ledger/views/registry-views.ts';
import { Refusal } from '../model/refusal.ts';
import type { EligibilityDecision } from '../model/registry.ts';
import { repositoryId } from '../model/repository.ts';
import type { Ports } from '../ports.ts';
import { type ReadingPorts, readRow } from './batches.ts';
import type { BookState } from './book-state.ts';
import type { Declared } from './declare.ts';
import { bookKeyOwner, registryBook } from './people.ts';

/** Logins and SIREN of a file to the ids that facts carry. */
export interface Outsiders {
  readonly people: ReadonlyMap<string, string>;
  readonly companies: ReadonlyMap<string, string>;
}

type FactPorts = ReadingPorts & Pick<Ports, 'saltKeys'>;
/** Of any one kind, told apart by `kind`. */
export type RegistryFact = { [K in FactKind]: Declared<K> }[FactKind];

const projectView = async (registry: BookState, project: string): Promise<ProjectView | null> =>
  (await registry.get(`projects/${project}`)) as unknown as ProjectView | null;

const startsOn =
  (from: string) =>
  (one: { readonly from: string }): boolean =>
    one.from === from;

/** The decision that stands, if its reason is the same too. */
async function standingDecision(
  ports: ReadingPorts,
  registry: BookState,
  project: string,
  { from, eligible, reason }: EligibilityDecision,
): Promise<object | null> {
  const decisions = (await projectView(registry, project))?.decisions ?? [];
  const found = decisions.find((one) => one.from === from && one.eligible === eligible);
  if (found === undefined) return null;
  const { batch, seq: _seq, ...decision } = found;
  const row = (await readRow(ports, registryBook, batch, 0)) as { readonly reason: string } | null;
  return row?.reason === reason ? decision : null;
}

/** What a fact has around its data: digests, book, instant, who, the registrar's signature. */
const envelopeBytes = 700;

/** A fact is one item of 4 kB: more repositories than it holds are more than one project. */
function requireRoom(data: FactData<'project-registered'>): void {
  if (canonicalBytes(data as unknown as Json).length + envelopeBytes <= maxFactBytes) return;
  const { project, repositories } = data;
  throw new Refusal('problems-block', {
    fr: `Le projet « ${project} » a trop de dépôts pour une inscription (${repositories.length}) : partagez-le en plusieurs projets, d’une quarantaine de dépôts au plus. Rien n’a été inscrit au registre.`,
    en: `The project '${project}' has too many repositories for one entry (${repositories.length}): part it into several projects of about forty at most. Nothing was entered in the registry.`,
  });
}

function projectFacts(
  ports: FactPorts,
  said: { readonly book: string; readonly by: string },
  declared: DeclaredProject,
  people: Outsiders['people'],
  key: Uint8Array,
): RegistryFact[] {
  const { id: project, name, foundation, successorOf } = declared;
  const repositories = declared.repositories.map(({ url, branch, path }) => ({
    id: repositoryId(url, ports.primitives.sha256),
    url,
    ...(branch === null ? {} : { branch }),
    ...(path === null ? {} : { path }),
  }));
  const registered = { project, name, foundation, repositories, successorOf };
  requireRoom(registered);
  return [
    {
      ...said,
      kind: 'project-registered',
      data: registered,
      standing: async (registry) => {
        const view = await projectView(registry, project);
        return view === null ? null : registeredProject(view);
      },
    },
    ...declared.licences.map(
      (licence): Declared<'licence-changed'> => ({
        ...said,
        kind: 'licence-changed',
        data: { project, ...licence },
        standing: async (registry) =>
          (await projectView(registry, project))?.licences.find(startsOn(licence.from)) ?? null,
      }),
    ),
    ...declared.eligibility.map((decision): Declared<'eligibility-decided'> => {
      const { eligible, from, to, reason } = decision;
      return {
        ...said,
        kind: 'eligibility-decided',
        data: { project, eligible, from, to, decidedBy: decision.decidedBy.map((login) => people.get(login)!) },
        rows: [{ row: { project, from, eligible, reason }, position: `${project} ${from}`, key }],
        standing: (registry) => standingDecision(ports, registry, project, decision),
      };
    }),
  ];
}

function foundationFacts(
  said: { readonly book: string; readonly by: string },
  declared: RegistryDeclaration['foundations'][number],
  people: Outsiders['people'],
): RegistryFact[] {
  const { id: foundation, name, country, registration, kind: category, address, purpose } = declared;
  return [
    {
      ...said,
      kind: 'foundation-registered',
      data: {
        ...{ foundation, name, country, registration, category },
        ...(address === undefined ? {} : { address }),
        ...(purpose === undefined ? {} : { purpose }),
      },
      standing: async (registry) => (await registry.get(`foundations/${foundation}`)) as object | null,
    },
    ...declared.standings.map(
      (one): Declared<'standing-decided'> => ({
        ...said,
        kind: 'standing-decided',
        data: {
          ...{ ...one, foundation, country, criteria: [...one.criteria] },
          decidedBy: one.decidedBy.map((login) => people.get(login)!),
        },
        standing: async (registry) => {
          const view = (await registry.get(`standings/${foundation}`)) as unknown as StandingsView | null;
          return view?.find(({ from, standing }) => from === one.from && standing === one.standing) ?? null;
        },
      }),
    ),
  ];
}

export async function registryFacts(
  ports: FactPorts,
  by: string,
  declaration: RegistryDeclaration,
  { people, companies }: Outsiders,
): Promise<readonly RegistryFact[]> {
  const said = { book: registryBook, by };
  const key = await ports.saltKeys.of(bookKeyOwner(registryBook));
  return [
    ...declaration.foundations.flatMap((foundation) => foundationFacts(said, foundation, people)),
    ...declaration.projects.flatMap((project) => projectFacts(ports, said, project, people, key)),
    ...declaration.signatories.map((signatory): Declared<'signatory-appointed'> => {
      const { foundation, capacity, from, to } = signatory;
      const person = people.get(signatory.person)!;
      const ties = signatory.ties.map((siren) => companies.get(siren)!);
      return {
        ...said,
        kind: 'signatory-appointed',
        data: { person, foundation, capacity, from, to, ties },
        standing: async (registry) => {
          const view = (await registry.get(`signatories/${foundation}/${person}`)) as unknown as SignatoryView | null;
          return view?.find(startsOn(from)) ?? null;
        },
      };
    }),
    ...declaration.ties.map((tie): Declared<'tie-declared'> => {
      const { from, to } = tie;
      const person = people.get(tie.person)!;
      const company = companies.get(tie.company)!;
      return {
        ...said,
        kind: 'tie-declared',
        data: { person, company, from, to },
        standing: async (registry) => {
          const view = (await registry.get(`ties/${person}`)) as unknown as TiesView | null;
          return view?.find((one) => one.from === from && one.company === company) ?? null;
        },
      };
    }),
  ];
}
