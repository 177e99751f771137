// HR says that all the time of some people's month is declared, even where it is none.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { oneOrMany } from '../lib/edge/form-input.ts';
import { completeMonths as complete } from '../lib/use-cases/complete-months.ts';
import { addresses } from '../web/addresses.ts';
import { id, month } from './fields.ts';
import { requireHeld } from './held.ts';
import { toAppend, withNames } from './need.ts';

export const completeMonths = endpoint({
  method: 'POST',
  path: '/hr/months/{company}/{month}/complete',
  audience: 'hr',
  need: [...toAppend, 'readDirectory', 'saltKeys'],
  input: z.object({ company: id, month, developer: oneOrMany(id) }),
  run: async (ports, { company, month: of, developer }, session) => {
    requireHeld(session, 'hr', 'company', company);
    await complete(withNames(ports), {
      ...{ company, by: session.person, month: of, developers: developer, complete: true, reason: null },
    });
    const query = new URLSearchParams({ company, year: of.slice(0, 4), month: of, just: 'completed' });
    return { redirect: `${addresses.hrTimesheets}?${query}#people` };
  },
});
