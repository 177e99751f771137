// The developer: her identities at one employer. Nobody but herself can ask for them.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showIdentities as show } from '../lib/use-cases/show-identities.ts';
import { addresses } from '../web/addresses.ts';
import { renderDeveloperIdentities } from '../web/developer-identities.ts';
import { id, optional } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { chosenPlace } from './held.ts';
import { type IdentityDone, identityDone } from './identity-done.ts';
import { returnTo } from './identity-fields.ts';
import { toRead, withNames } from './need.ts';

export const showIdentities = endpoint({
  method: 'GET',
  path: addresses.developerIdentities,
  audience: 'developer',
  need: [...toRead, 'readDirectory', 'saltKeys', 'clock', 'installation', 'mail', 'forgeKeys', 'forgeLogin'],
  input: z.object({
    company: optional(id),
    done: optional(z.enum(Object.keys(identityDone) as [IdentityDone, ...IdentityDone[]])),
  }),
  run: async (ports, asked, session) => {
    const company = chosenPlace(session, 'developer', 'company', asked.company);
    const view = await show(withNames(ports), { company, developer: session.person, returnTo: returnTo(session) });
    const notice = asked.done === undefined ? null : identityDone[asked.done];
    return { html: renderDeveloperIdentities({ ...view, notice }, frameOf(session)) };
  },
});
