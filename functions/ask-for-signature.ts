// The developer asks for a text to sign, to prove that an account of a forge is hers.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { askForSignature as ask } from '../lib/use-cases/prove-by-signature.ts';
import { addresses } from '../web/addresses.ts';
import { forgeHost } from './fields.ts';
import { identitiesPage, proofAsked, proofDays } from './identity-fields.ts';
import { toRead } from './need.ts';

export const askForSignature = endpoint({
  method: 'POST',
  path: addresses.developerChallenge,
  audience: 'developer',
  need: [...toRead, 'clock', 'random', 'directory', 'saltKeys', 'forgeKeys'],
  input: z.object({ ...proofDays, host: forgeHost, login: z.string().trim().min(1).max(100) }),
  run: async (ports, { host, login, ...asked }, session) => {
    await ask(ports, { ...proofAsked(session, asked), host, login });
    return identitiesPage(asked.company, 'begun');
  },
});
