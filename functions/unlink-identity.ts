// The developer unlinks an identity: it is hers no longer, or it never was.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { parisDayOf } from '../lib/model/calendar.ts';
import { withdrawIdentity } from '../lib/use-cases/withdraw-identity.ts';
import { addresses } from '../web/addresses.ts';
import { id, optional, sha256 } from './fields.ts';
import { herself, identitiesPage } from './identity-fields.ts';
import { toAppend } from './need.ts';

export const unlinkIdentity = endpoint({
  method: 'POST',
  path: addresses.developerUnlink,
  audience: 'developer',
  need: [...toAppend, 'directory'],
  input: z.object({
    ...{ company: id, identity: sha256, answer: z.enum(['ended', 'never']) },
    until: optional(z.iso.date()),
  }),
  run: async (ports, { company, identity, answer, until }, session) => {
    const last = answer === 'never' ? null : (until ?? parisDayOf(ports.clock.now()));
    await withdrawIdentity(ports, { ...herself(session, company), author: identity, until: last });
    return identitiesPage(company, 'unlinked');
  },
});
