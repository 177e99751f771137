// HR: what erasing one person would take away, what stays by which text and until when.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showErasure as show } from '../lib/use-cases/show-erasure.ts';
import { renderHrErasure } from '../web/hr-erasure.ts';
import { id } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toRead, withNames } from './need.ts';

export const showErasure = endpoint({
  method: 'GET',
  path: '/hr/erasures/{company}/{developer}',
  audience: 'hr',
  need: [...toRead, 'readDirectory', 'clock'],
  input: z.object({ company: id, developer: id }),
  run: async (ports, asked, session) => {
    requireHeld(session, 'hr', 'company', asked.company);
    const view = await show(withNames(ports), { ...asked, by: session.person });
    return { html: renderHrErasure(view, frameOf(session)) };
  },
});
