// The forge sends the developer back: with a code if she said yes, with an error if not.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { Refusal } from '../lib/model/refusal.ts';
import { proofRequestsOf } from '../lib/use-cases/proof-requests.ts';
import { finishForgeLogin as finish } from '../lib/use-cases/prove-by-login.ts';
import { addresses } from '../web/addresses.ts';
import { optional, proofRequest } from './fields.ts';
import { heldAt } from './held.ts';
import { herself, identitiesPage, returnTo } from './identity-fields.ts';
import { toAppend } from './need.ts';

const refused = (): Refusal =>
  new Refusal('login-refused', {
    fr: 'La forge n’a pas dit qui vous y êtes : vous avez refusé, ou elle n’a pas pu. Rien n’est rattaché ; recommencez depuis « Mes identités » si vous le voulez.',
    en: 'The forge did not say who you are there: you declined, or it could not. Nothing is linked; start again from “My identities” if you wish.',
  });

/** Answers a GET and writes: what the forge adds to the address works once, for the session that began it. */
export const finishForgeLogin = endpoint({
  method: 'GET',
  path: addresses.developerLogin,
  audience: 'developer',
  need: [...toAppend, 'directory', 'saltKeys', 'forgeLogin'],
  input: z.object({ state: proofRequest, code: optional(z.string().min(1).max(500)) }),
  run: async (ports, { state, code }, session) => {
    if (code === undefined) throw refused();
    const companies = heldAt(session, 'developer', 'company');
    let company = companies[0]!;
    for (const one of companies) {
      const begun = await proofRequestsOf(ports, { company: one, developer: session.person });
      if (begun.some(({ id }) => id === state)) company = one;
    }
    await finish(ports, { ...herself(session, company), state, code, returnTo: returnTo(session) });
    return identitiesPage(company, 'linked');
  },
});
