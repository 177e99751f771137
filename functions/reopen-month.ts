// HR opens a person's month again, and says why.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { completeMonths } from '../lib/use-cases/complete-months.ts';
import { addresses } from '../web/addresses.ts';
import { comment, id, month } from './fields.ts';
import { requireHeld } from './held.ts';
import { toAppend, withNames } from './need.ts';

export const reopenMonth = endpoint({
  method: 'POST',
  path: '/hr/months/{company}/{month}/{developer}/reopen',
  audience: 'hr',
  need: [...toAppend, 'readDirectory', 'saltKeys'],
  input: z.object({ company: id, month, developer: id, reason: comment }),
  run: async (ports, { company, month: of, developer, reason }, session) => {
    requireHeld(session, 'hr', 'company', company);
    await completeMonths(withNames(ports), {
      ...{ company, by: session.person, month: of, developers: [developer], complete: false, reason },
    });
    return { redirect: `${addresses.hrMonth(company, of, developer)}?just=reopened` };
  },
});
