// A developer links and unlinks her identities herself; nobody else does it in her place.
import { Refusal } from '../model/refusal.ts';
import { type DirectoryPorts, findDeveloper } from './people.ts';

/** A developer of a company who acts for herself. */
export interface Herself {
  readonly company: string;
  /** Her own alias, `de-…`: nobody else links or unlinks. */
  readonly by: string;
  readonly developer: string;
}

export interface OwnIdentity extends Herself {
  /** Keyed hash of the address or the account. */
  readonly author: string;
}

/**
 * @throws Refusal `not-allowed` unless the developer of the company acts herself; `unknown-developer` once she was erased, whose session
 * may still be open
 */
export async function requireHerself(ports: DirectoryPorts, { company, by, developer }: Herself): Promise<void> {
  if (by === developer) {
    if ((await findDeveloper(ports, company, developer)) !== null) return;
    throw new Refusal('unknown-developer', {
      fr: 'Cette entreprise ne connaît personne sous votre identifiant : vous avez été effacée, ou n’y avez jamais été inscrite. Il n’y a plus rien à y voir ni à y demander ; vous pouvez vous déconnecter.',
      en: 'This company knows nobody under your identifier: you were erased, or were never enrolled there. There is nothing left to see or to ask for; you may sign out.',
    });
  }
  throw new Refusal('not-allowed', {
    fr: 'Une développeuse rattache ou détache elle-même ses adresses et ses comptes ; personne ne le fait à sa place. Connectez-vous sous son nom.',
    en: 'A developer links and unlinks her addresses and accounts herself; nobody does it for her. Sign in as her.',
  });
}
