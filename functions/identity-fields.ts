// What her identity forms have in common: the company, the days, and where she goes when it is done.
import * as z from 'zod';
import type { Session } from '../lib/edge/session.ts';
import { addresses } from '../web/addresses.ts';
import { id, optional } from './fields.ts';
import { requireHeld } from './held.ts';
import type { IdentityDone } from './identity-done.ts';

/** Days left empty are the use case's to say; `same` is a box that is ticked or not sent. */
export const proofDays = {
  company: id,
  since: optional(z.iso.date()),
  until: optional(z.iso.date()),
  same: optional(z.literal('yes')),
};

interface Days {
  readonly company: string;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly same?: 'yes' | undefined;
}

/** @throws Refusal `not-allowed` unless she is a developer of the company */
export function herself(session: Session, company: string) {
  requireHeld(session, 'developer', 'company', company);
  return { company, by: session.person, developer: session.person };
}

export const proofAsked = (session: Session, { company, since, until, same }: Days) => ({
  ...herself(session, company),
  ...{ since: since ?? null, until: until ?? null, isSamePerson: same === 'yes' },
});

export const identitiesPage = (company: string, done: IdentityDone) => ({
  redirect: `${addresses.developerIdentities}?${new URLSearchParams({ company, done })}`,
});

/** Where a forge sends her back to; the operator registers it with the forge's client. */
export const returnTo = ({ origin }: Pick<Session, 'origin'>): string => `${origin}${addresses.developerLogin}`;
