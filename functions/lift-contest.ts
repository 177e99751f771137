// The developer finds a line that she contested right after all.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { checkMonth } from '../lib/use-cases/check-month.ts';
import { addresses } from '../web/addresses.ts';
import { entry, id, month } from './fields.ts';
import { requireHeld } from './held.ts';
import { toRead } from './need.ts';
import type { Done } from './show-month.ts';

export const liftContest = endpoint({
  method: 'POST',
  path: '/developer/months/{company}/{month}/lift',
  audience: 'developer',
  need: [...toRead, 'inbox'],
  input: z.object({ company: id, month, entry }),
  run: async (ports, { company, month: of, entry: line }, session) => {
    requireHeld(session, 'developer', 'company', company);
    const hers = { company, developer: session.person, by: session.person, month: of };
    await checkMonth(ports, { ...hers, answer: 'checked', entries: [line], comment: null });
    return { redirect: `${addresses.developerMonth(company, of)}?done=${'checked' satisfies Done}` };
  },
});
