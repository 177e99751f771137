// The developer asks for a code to an address, to prove that it is hers.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { sendAddressCode as send } from '../lib/use-cases/prove-address.ts';
import { addresses } from '../web/addresses.ts';
import { identitiesPage, proofAsked, proofDays } from './identity-fields.ts';
import { toRead } from './need.ts';

export const sendAddressCode = endpoint({
  method: 'POST',
  path: addresses.developerCode,
  audience: 'developer',
  need: [...toRead, 'clock', 'random', 'directory', 'saltKeys', 'mail', 'installation'],
  input: z.object({ ...proofDays, address: z.string().trim().min(1).max(250) }),
  run: async (ports, { address, ...asked }, session) => {
    await send(ports, { ...proofAsked(session, asked), address });
    return identitiesPage(asked.company, 'begun');
  },
});
