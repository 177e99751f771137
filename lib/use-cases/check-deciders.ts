// Nobody decides the eligibility or the licence of a project, or the standing of a foundation, that her organisation governs or claims on
// without somebody from elsewhere.
import type { Json } from '../ledger/canonical.ts';
import type { AnyFact } from '../ledger/fact.ts';
import { registryViews, type SignatoryView, type TiesView } from '../ledger/views/registry-views.ts';
import { Refusal } from '../model/refusal.ts';
import type { Interval } from '../model/registry.ts';
import type { Bilingual } from '../model/text.ts';
import type { BookState } from './book-state.ts';
import { isSame } from './declare.ts';
import { type DirectoryPorts, findPerson } from './people.ts';
import type { RegistryFact } from './registry-facts.ts';
import { companiesOf } from './roles.ts';

/** The bonds of people as they will stand once the file is written. */
interface Bonds {
  readonly get: (name: string) => Promise<Json | null>;
  readonly foundationsOf: (person: string) => Promise<readonly string[]>;
}

async function bondsOnceWritten(registry: BookState, facts: readonly RegistryFact[]): Promise<Bonds> {
  const values = new Map<string, Json>();
  const get = async (name: string): Promise<Json | null> => values.get(name) ?? (await registry.get(name));
  for (const fact of facts) {
    if (fact.kind !== 'tie-declared' && fact.kind !== 'signatory-appointed') continue;
    for (const { name, apply } of registryViews(fact as unknown as AnyFact)) values.set(name, apply(await get(name)));
  }
  return {
    get,
    foundationsOf: async (person) => {
      const partition = `signatory-names/${person}`;
      const stood = (await registry.list(partition)).map(({ name }) => name);
      const said = [...values.keys()].filter((name) => name.startsWith(`${partition}/`));
      return [...new Set([...stood, ...said])].map((name) => name.slice(partition.length + 1));
    },
  };
}

/** A bond that begins after a day counts, one that ended before it does not. */
const lastsBeyond =
  (day: string) =>
  ({ to }: Interval): boolean =>
    to === null || to > day;

async function isFromElsewhere(
  ports: DirectoryPorts,
  bonds: Bonds,
  person: string,
  decided: { readonly foundation: string; readonly from: string },
): Promise<boolean> {
  const ties = ((await bonds.get(`ties/${person}`)) ?? []) as unknown as TiesView;
  const binding: Interval[] = [...ties];
  for (const foundation of await bonds.foundationsOf(person)) {
    const appointments = (await bonds.get(`signatories/${foundation}/${person}`)) as unknown as SignatoryView;
    binding.push(...appointments.filter((one) => foundation === decided.foundation || one.ties.length > 0));
  }
  return !binding.some(lastsBeyond(decided.from)) && (await companiesOf(ports, person)).length === 0;
}

/** What is decided, by whom, from which day on, and the foundation whose own people may not decide it alone. */
interface Decision {
  readonly about: Bilingual;
  readonly foundation: string;
  readonly from: string;
  readonly decidedBy: readonly string[];
}

async function notAllowed(ports: DirectoryPorts, { about, foundation, from, decidedBy }: Decision): Promise<Refusal> {
  const people = await Promise.all(decidedBy.map(async (id) => (await findPerson(ports, id))?.login ?? id));
  return new Refusal('not-allowed', {
    fr: `${about.fr}, décision à partir du ${from} : chacune des personnes qui décident (${people.join(', ')}) signe pour la fondation « ${foundation} » ou est liée à une société. Ajoutez à « decidedBy » (ou par --with) quelqu’un d’ailleurs, sans lien déclaré. Rien n’a été inscrit au registre.`,
    en: `${about.en}, decision from ${from}: everybody who decides (${people.join(', ')}) signs for the foundation '${foundation}' or is tied to a company. Add somebody from elsewhere, without a declared tie, to 'decidedBy' (or by --with). Nothing was entered in the registry.`,
  });
}

async function requireElsewhere(ports: DirectoryPorts, bonds: Bonds, decision: Decision): Promise<void> {
  const fromElsewhere = await Promise.all(
    decision.decidedBy.map((person) => isFromElsewhere(ports, bonds, person, decision)),
  );
  if (!fromElsewhere.includes(true)) throw await notAllowed(ports, decision);
}

/** A licence opens and closes days as an eligibility does. */
export const aboutLicence = (project: string): Bilingual => ({
  fr: `Licence du projet « ${project} »`,
  en: `Licence of the project '${project}'`,
});

/** For a decision that comes without a file. @throws Refusal `not-allowed` */
export async function requireSomebodyFromElsewhere(
  ports: DirectoryPorts,
  registry: BookState,
  decision: Decision,
): Promise<void> {
  await requireElsewhere(ports, await bondsOnceWritten(registry, []), decision);
}

/** What a file says of its projects beside the fact at hand. */
interface OfProjects {
  readonly foundations: ReadonlyMap<string, string>;
  /** Whoever decides their eligibility anew in the same file vouches for their licences too. */
  readonly deciders: ReadonlyMap<string, readonly string[]>;
}

/** @returns null for a fact that decides nothing of the kind */
function decisionOf(fact: RegistryFact, { foundations, deciders }: OfProjects): Decision | null {
  if (fact.kind === 'standing-decided') {
    const { foundation, from, decidedBy } = fact.data;
    const about = { fr: `Qualité de la fondation « ${foundation} »`, en: `Standing of the foundation '${foundation}'` };
    return { about, foundation, from, decidedBy };
  }
  if (fact.kind === 'licence-changed') {
    const { project, from } = fact.data;
    const decidedBy = [...new Set([fact.by, ...(deciders.get(project) ?? [])])];
    return { about: aboutLicence(project), foundation: foundations.get(project)!, from, decidedBy };
  }
  if (fact.kind !== 'eligibility-decided') return null;
  const { project, from, decidedBy } = fact.data;
  const about = { fr: `Projet « ${project} »`, en: `Project '${project}'` };
  return { about, foundation: foundations.get(project)!, from, decidedBy };
}

/**
 * A decision that stands already is not looked at again: who decided had no such tie then.
 * @param facts those of the file
 * @throws Refusal `not-allowed`
 */
export async function checkDeciders(
  ports: DirectoryPorts,
  registry: BookState,
  facts: readonly RegistryFact[],
): Promise<void> {
  const bonds = await bondsOnceWritten(registry, facts);
  const foundations = new Map<string, string>();
  const deciders = new Map<string, string[]>();
  const fresh: RegistryFact[] = [];
  for (const fact of facts) {
    if (fact.kind === 'project-registered') foundations.set(fact.data.project, fact.data.foundation);
    const standing = await fact.standing(registry);
    if (standing !== null && isSame(standing, fact.data)) continue;
    fresh.push(fact);
    if (fact.kind !== 'eligibility-decided') continue;
    const { project, decidedBy } = fact.data;
    deciders.set(project, [...(deciders.get(project) ?? []), ...decidedBy]);
  }
  for (const fact of fresh) {
    const decision = decisionOf(fact, { foundations, deciders });
    if (decision !== null) await requireElsewhere(ports, bonds, decision);
  }
}
