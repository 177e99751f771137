// The developer accepts an identity that her employer vouches for, or says of any that is proposed that it is not hers.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { acceptIdentity } from '../lib/use-cases/accept-identity.ts';
import { refuseIdentity } from '../lib/use-cases/refuse-identity.ts';
import { addresses } from '../web/addresses.ts';
import { id, month, optional, sha256 } from './fields.ts';
import { herself, identitiesPage } from './identity-fields.ts';
import { toAppend } from './need.ts';

export const answerIdentity = endpoint({
  method: 'POST',
  path: addresses.developerIdentities,
  audience: 'developer',
  need: [...toAppend, 'directory', 'saltKeys'],
  input: z.object({ company: id, month: optional(month), identity: sha256, answer: z.enum(['accept', 'not-me']) }),
  run: async (ports, { company, month: of, identity, answer }, session) => {
    const asked = { ...herself(session, company), author: identity };
    if (answer === 'accept') await acceptIdentity(ports, asked);
    else await refuseIdentity(ports, asked);
    const done = answer === 'accept' ? 'linked' : 'refused';
    return of === undefined
      ? identitiesPage(company, done)
      : { redirect: `${addresses.developerMonth(company, of)}?done=${done}` };
  },
});
