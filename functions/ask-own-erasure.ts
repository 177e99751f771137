// The developer asks her employer to erase her: it stands on HR’s list, and whoever of HR opens it carries it out.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { askErasure } from '../lib/use-cases/erase-developer.ts';
import { addresses } from '../web/addresses.ts';
import { id } from './fields.ts';
import { requireHeld } from './held.ts';
import { toAppend, withNames } from './need.ts';

export const askOwnErasure = endpoint({
  method: 'POST',
  path: '/developer/held/{company}/erasure',
  audience: 'developer',
  need: [...toAppend, 'readDirectory'],
  input: z.object({ company: id }),
  run: async (ports, { company }, session) => {
    requireHeld(session, 'developer', 'company', company);
    const { person } = session;
    await askErasure(withNames(ports), { company, developer: person, by: person, ground: 'request' });
    return { redirect: addresses.developerHeld(company) };
  },
});
