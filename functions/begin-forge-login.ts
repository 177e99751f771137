// The developer prepares the sign-in to a forge; her page then holds the way there, for no form may lead to another site.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { beginForgeLogin as begin } from '../lib/use-cases/prove-by-login.ts';
import { addresses } from '../web/addresses.ts';
import { forgeHost } from './fields.ts';
import { identitiesPage, proofAsked, proofDays, returnTo } from './identity-fields.ts';
import { toRead } from './need.ts';

export const beginForgeLogin = endpoint({
  method: 'POST',
  path: addresses.developerLogin,
  audience: 'developer',
  need: [...toRead, 'clock', 'random', 'directory', 'saltKeys', 'forgeLogin'],
  input: z.object({ ...proofDays, host: forgeHost }),
  run: async (ports, { host, ...asked }, session) => {
    await begin(ports, { ...proofAsked(session, asked), host, returnTo: returnTo(session) });
    return identitiesPage(asked.company, 'begun');
  },
});
