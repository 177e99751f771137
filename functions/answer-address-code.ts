// The developer gives the code that was sent to her address.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { answerAddressCode as answer } from '../lib/use-cases/prove-address.ts';
import { addresses } from '../web/addresses.ts';
import { id, proofRequest } from './fields.ts';
import { herself, identitiesPage } from './identity-fields.ts';
import { toAppend } from './need.ts';

export const answerAddressCode = endpoint({
  method: 'POST',
  path: addresses.developerCodeAnswer,
  audience: 'developer',
  need: [...toAppend, 'directory', 'saltKeys'],
  input: z.object({ company: id, request: proofRequest, code: z.string().trim().min(1).max(20) }),
  run: async (ports, { company, request, code }, session) => {
    await answer(ports, { ...herself(session, company), request, code });
    return identitiesPage(company, 'linked');
  },
});
