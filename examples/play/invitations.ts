// What awaits each kind of person on the morning after the sample: who she is, where to go, and what to do there.
import type { Bilingual } from '../../lib/model/text.ts';
import type { Ports } from '../../lib/ports.ts';
import { companyOf, personOf } from '../../lib/use-cases/people.ts';
import { addresses } from '../../web/addresses.ts';
import { leftToDo } from '../scenario.ts';

export interface Invitation {
  readonly person: string;
  /** Own path of the portal. */
  readonly path: string;
  readonly awaits: Bilingual;
}

type LeftToDo = (typeof leftToDo)[number];

async function pathTo(ports: Ports, left: LeftToDo): Promise<string> {
  switch (left.what) {
    case 'import':
      return `${addresses.hrTimesheets}?year=${left.year}`;
    case 'check':
      return addresses.developerMonth(await companyOf(ports, left.by.split('/')[0]!), left.month);
    case 'confirm':
      return addresses.foundationList;
    case 'prepare':
      return addresses.financeStatements;
  }
}

/** One for each line of `leftToDo`, in that order. */
export async function invitations(ports: Ports): Promise<readonly Invitation[]> {
  const made: Invitation[] = [];
  for (const left of leftToDo) {
    made.push({ person: await personOf(ports, left.by), path: await pathTo(ports, left), awaits: left.says });
  }
  return made;
}
