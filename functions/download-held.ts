// The developer takes away all that is held on her at one employer, as a file.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { held } from '../lib/use-cases/held.ts';
import { id } from './fields.ts';
import { requireHeld } from './held.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';

export const downloadHeld = endpoint({
  method: 'GET',
  path: '/developer/held/{company}/held.json',
  audience: 'developer',
  need: [...toReadSealed, 'readDirectory', 'accessList', 'listBooks', 'clock'],
  input: z.object({ company: id }),
  run: async (ports, { company }, session) => {
    requireHeld(session, 'developer', 'company', company);
    const { person } = session;
    const all = await held(withSealed(withNames(ports)), { company, developer: person, by: person });
    const file = new TextEncoder().encode(`${JSON.stringify(all, null, 2)}\n`);
    return { file, name: 'held.json', type: 'application/json' };
  },
});
