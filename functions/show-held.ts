// The developer: all that is held on her at one employer. Nobody but herself can ask for it.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { held } from '../lib/use-cases/held.ts';
import { renderDeveloperHeld } from '../web/developer-held.ts';
import { id } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';

export const showHeld = endpoint({
  method: 'GET',
  path: '/developer/held/{company}',
  audience: 'developer',
  need: [...toReadSealed, 'readDirectory', 'accessList', 'listBooks', 'clock'],
  input: z.object({ company: id }),
  run: async (ports, { company }, session) => {
    requireHeld(session, 'developer', 'company', company);
    const { person } = session;
    const view = await held(withSealed(withNames(ports)), { company, developer: person, by: person });
    return { html: renderDeveloperHeld(view, frameOf(session)) };
  },
});
