// Where somebody holds a role: the edge has checked that she has it, these check that it is for this very place.
import type { Role, Visitor } from '../lib/edge/session.ts';
import { Refusal } from '../lib/model/refusal.ts';

/** The same whether the place exists or not: nobody learns which ids there are. */
const notThere = (): Refusal =>
  new Refusal('not-allowed', {
    fr: 'Votre compte n’a pas ce rôle à cet endroit. Revenez à l’accueil : il montre où vous agissez ; sinon, demandez l’accès à qui le gère.',
    en: 'Your account does not have this role there. Go back to the home page, which shows where you act; else ask whoever manages access.',
  });

type Place = 'company' | 'foundation' | 'link';

/** @returns the ids of the companies, foundations or links for which she holds the role, each once */
export const heldAt = ({ roles }: Pick<Visitor, 'roles'>, role: Role, place: Place): readonly string[] => [
  ...new Set(roles.flatMap((held) => (held.role === role ? (held[place] ?? []) : []))),
];

/** @throws Refusal `not-allowed` unless she holds the role for this id */
export function requireHeld(visitor: Pick<Visitor, 'roles'>, role: Role, place: Place, id: string): void {
  if (!heldAt(visitor, role, place).includes(id)) throw notThere();
}

/** @param asked the id of a page's filter; absent = the first at which she holds the role @throws Refusal `not-allowed` */
export function chosenPlace(
  visitor: Pick<Visitor, 'roles'>,
  role: Role,
  place: Place,
  asked: string | undefined,
): string {
  const id = asked ?? heldAt(visitor, role, place)[0];
  if (id === undefined) throw notThere();
  requireHeld(visitor, role, place, id);
  return id;
}
