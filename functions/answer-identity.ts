// The developer accepts a forge identity that her employer vouches for, or says that it is not hers.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { acceptIdentity } from '../lib/use-cases/accept-identity.ts';
import { refuseIdentity } from '../lib/use-cases/refuse-identity.ts';
import { addresses } from '../web/addresses.ts';
import { id, month, sha256 } from './fields.ts';
import { requireHeld } from './held.ts';
import { toAppend } from './need.ts';
import type { Done } from './show-month.ts';

export const answerIdentity = endpoint({
  method: 'POST',
  path: addresses.developerIdentities,
  audience: 'developer',
  need: [...toAppend, 'directory', 'saltKeys'],
  input: z.object({ company: id, month, identity: sha256, answer: z.enum(['accept', 'not-me']) }),
  run: async (ports, { company, month: of, identity, answer }, session) => {
    requireHeld(session, 'developer', 'company', company);
    const asked = { company, by: session.person, developer: session.person, author: identity };
    let done: Done = 'linked';
    if (answer === 'accept') await acceptIdentity(ports, asked);
    else {
      await refuseIdentity(ports, asked);
      done = 'refused';
    }
    return { redirect: `${addresses.developerMonth(company, of)}?done=${done}` };
  },
});
