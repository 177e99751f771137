// The developer gives the signature of the text that she was asked to sign.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { answerWithSignature as answer } from '../lib/use-cases/prove-by-signature.ts';
import { addresses } from '../web/addresses.ts';
import { id, proofRequest } from './fields.ts';
import { herself, identitiesPage } from './identity-fields.ts';
import { toAppend } from './need.ts';

export const answerWithSignature = endpoint({
  method: 'POST',
  path: addresses.developerSignature,
  audience: 'developer',
  need: [...toAppend, 'directory', 'saltKeys', 'forgeKeys', 'installation'],
  // The longest key that OpenSSH makes signs in less.
  input: z.object({ company: id, request: proofRequest, signature: z.string().min(1).max(5000) }),
  run: async (ports, { company, request, signature }, session) => {
    await answer(ports, { ...herself(session, company), request, signature });
    return identitiesPage(company, 'linked');
  },
});
