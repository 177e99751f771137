// Who may sign for a foundation on a day, and for whose time: enforced when an answer is given and again when it is written.
import type { ProjectView, SignatoryView, TiesView } from '../ledger/views/registry-views.ts';
import { type Day, parisDayOf } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import { covers } from '../model/registry.ts';
import type { BookState } from './book-state.ts';
import type { DirectoryPorts } from './people.ts';
import { companiesOf } from './roles.ts';

export interface Authority {
  readonly capacity: string;
  /** Ids of the companies that she is tied to on that day, by declaration or because she acts for them here. */
  readonly ties: readonly string[];
}

/**
 * @param at UTC instant of her answer
 * @returns from when to when the appointment holds under which she gave it
 * @throws Refusal `not-a-signatory`
 */
export async function mandateOn(
  registry: BookState,
  { foundation, person }: { readonly foundation: string; readonly person: string },
  at: string,
): Promise<{ readonly from: Day; readonly to: Day | null }> {
  const day = parisDayOf(Date.parse(at));
  const appointment = (await appointmentsOf(registry, foundation, person)).find((one) => covers(one, day));
  if (appointment === undefined) throw notASignatory(foundation, day);
  return { from: appointment.from, to: appointment.to };
}

const appointmentsOf = async (registry: BookState, foundation: string, person: string): Promise<SignatoryView> =>
  ((await registry.get(`signatories/${foundation}/${person}`)) as unknown as SignatoryView | null) ?? [];

/** @returns the ids of the companies a person is tied to on a day */
export async function tiesOn(registry: BookState, person: string, day: Day): Promise<readonly string[]> {
  const ties = ((await registry.get(`ties/${person}`)) as unknown as TiesView | null) ?? [];
  return ties.filter((tie) => covers(tie, day)).map(({ company }) => company);
}

/**
 * @param registry its state
 * @param who the signatory, for which foundation and project, about whose time
 * @throws Refusal `not-a-signatory`, `own-hours`, `own-employer`, `unknown-project`
 */
export async function authorityOf(
  ports: DirectoryPorts,
  registry: BookState,
  who: {
    readonly person: string;
    readonly foundation: string;
    readonly project: string;
    readonly company: string;
    readonly developer: string;
  },
  day: Day,
): Promise<Authority> {
  const { person, foundation, project, company, developer } = who;
  if (person === developer) throw ownHours();
  const appointment = (await appointmentsOf(registry, foundation, person)).find((one) => covers(one, day));
  if (appointment === undefined) throw notASignatory(foundation, day);
  const known = (await registry.get(`projects/${project}`)) as unknown as ProjectView | null;
  if (known?.registered?.foundation !== foundation) throw notItsProject(project, foundation);
  const declared = [...appointment.ties, ...(await tiesOn(registry, person, day))];
  const ties = [...new Set([...declared, ...(await companiesOf(ports, person))])].sort();
  if (ties.includes(company)) throw ownEmployer();
  return { capacity: appointment.capacity, ties };
}

/**
 * For a whole company: nobody whom it employs, or who acts for it, signs for a foundation about it.
 * @throws Refusal `not-a-signatory`, `own-employer`
 */
export async function signingFor(
  ports: DirectoryPorts,
  registry: BookState,
  { person, foundation, company }: { readonly person: string; readonly foundation: string; readonly company: string },
  day: Day,
): Promise<{ readonly capacity: string; readonly mandate: { readonly from: Day; readonly to: Day | null } }> {
  const appointment = (await appointmentsOf(registry, foundation, person)).find((one) => covers(one, day));
  if (appointment === undefined) throw notASignatory(foundation, day);
  const ties = [...appointment.ties, ...(await tiesOn(registry, person, day)), ...(await companiesOf(ports, person))];
  if (ties.includes(company)) throw ownEmployer();
  const { capacity, from, to } = appointment;
  return { capacity, mandate: { from, to } };
}

const notASignatory = (foundation: string, day: Day): Refusal =>
  new Refusal('not-a-signatory', {
    fr: `Le registre ne vous donne pas pouvoir de signer pour « ${foundation} » au ${day}. Demandez au registre d’inscrire votre mandat (« communs registry »).`,
    en: `The registry does not let you sign for '${foundation}' on ${day}. Ask the registrar to enter your mandate ('communs registry').`,
  });

const notItsProject = (project: string, foundation: string): Refusal =>
  new Refusal('unknown-project', {
    fr: `Le projet « ${project} » n’est pas un projet de « ${foundation} ». Vérifiez le projet, ou répondez pour la fondation qui le porte.`,
    en: `The project '${project}' is not one of '${foundation}'. Check the project, or answer for the foundation that carries it.`,
  });

const ownHours = (): Refusal =>
  new Refusal('own-hours', {
    fr: 'Personne ne confirme ses propres heures. Demandez à un autre signataire de la fondation.',
    en: 'Nobody confirms her own hours. Ask another signatory of the foundation.',
  });

const ownEmployer = (): Refusal =>
  new Refusal('own-employer', {
    fr: 'Vous êtes lié à cette entreprise, par une déclaration ou parce que vous agissez pour elle ici : un autre signataire de la fondation doit répondre pour son temps.',
    en: 'You are tied to this company, by declaration or because you act for it here: another signatory of the foundation must answer for its time.',
  });
