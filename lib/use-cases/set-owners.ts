// Whose line it is in a triage set: a staff number is one company's, an address may be declared at several.
import type { SetSecondment } from '../intake/triage-set/secondments-file.ts';
import { normalisedAddress } from '../matching/address-kind.ts';
import type { Day } from '../model/calendar.ts';

/** What a line says of whose it is. */
export interface SetLine {
  /** A staff number, or an address that was declared. */
  readonly person: string;
  readonly project: string;
  readonly day: Day;
}

/** A staff number at its company. */
export type SetOwner = Pick<SetSecondment, 'company' | 'matricule'>;

/**
 * Two companies may give the same staff number, and one person may declare an address to both: then the project tells, and the day.
 * @returns whose a line is; undefined where the file of secondments knows nobody by that name
 */
export function ownersOf(secondments: readonly SetSecondment[]): (line: SetLine) => SetOwner | undefined {
  const byNumber = Map.groupBy(secondments, ({ matricule }) => matricule);
  const byAddress = new Map<string, SetSecondment[]>();
  for (const secondment of secondments) {
    for (const address of new Set(secondment.declaredAddresses.map(normalisedAddress))) {
      const known = byAddress.get(address);
      if (known === undefined) byAddress.set(address, [secondment]);
      else known.push(secondment);
    }
  }
  return ({ person, project, day }) => {
    const known = byNumber.get(person) ?? byAddress.get(normalisedAddress(person)) ?? [];
    const ofProject = known.filter((one) => one.project === project);
    const isOnDay = ({ start, end }: SetSecondment): boolean => start <= day && (end === null || day <= end);
    return ofProject.find(isOnDay) ?? ofProject[0] ?? known.find(isOnDay) ?? known[0];
  };
}
