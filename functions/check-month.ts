// The developer says that the lines she was shown are right.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { oneOrMany } from '../lib/edge/form-input.ts';
import { checkMonth as check } from '../lib/use-cases/check-month.ts';
import { ownLines } from '../lib/use-cases/show-months.ts';
import { addresses } from '../web/addresses.ts';
import { entry, id, month } from './fields.ts';
import { requireHeld } from './held.ts';
import { toRead } from './need.ts';
import type { Done } from './show-month.ts';

export const checkMonth = endpoint({
  method: 'POST',
  path: '/developer/months/{company}/{month}/check',
  audience: 'developer',
  need: [...toRead, 'inbox'],
  input: z.object({ company: id, month, entry: oneOrMany(entry) }),
  run: async (ports, { company, month: of, entry: shown }, session) => {
    requireHeld(session, 'developer', 'company', company);
    const hers = { company, developer: session.person, month: of };
    // What she contests stays contested: her word on the rest does not take it back.
    const entries = (await ownLines(ports, hers))
      .filter((line) => line.check !== 'contested' && shown.includes(line.entry))
      .map((line) => line.entry);
    await check(ports, { ...hers, by: session.person, answer: 'checked', entries, comment: null });
    return { redirect: `${addresses.developerMonth(company, of)}?done=${'checked' satisfies Done}` };
  },
});
