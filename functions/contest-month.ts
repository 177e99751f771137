// The developer says that a line of her month is wrong, and what would be right.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { checkMonth } from '../lib/use-cases/check-month.ts';
import { addresses } from '../web/addresses.ts';
import { comment, entry, id, month } from './fields.ts';
import { requireHeld } from './held.ts';
import { toRead } from './need.ts';
import type { Done } from './show-month.ts';

export const contestMonth = endpoint({
  method: 'POST',
  path: '/developer/months/{company}/{month}/contest',
  audience: 'developer',
  need: [...toRead, 'inbox'],
  input: z.object({ company: id, month, entry, comment }),
  run: async (ports, { company, month: of, entry: line, comment: why }, session) => {
    requireHeld(session, 'developer', 'company', company);
    const hers = { company, developer: session.person, by: session.person, month: of };
    await checkMonth(ports, { ...hers, answer: 'contested', entries: [line], comment: why });
    return { redirect: `${addresses.developerMonth(company, of)}?done=${'contested' satisfies Done}` };
  },
});
