// HR takes a whole timesheet back.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { undoTimesheet as undo } from '../lib/use-cases/undo-timesheet.ts';
import { addresses } from '../web/addresses.ts';
import { id, seq } from './fields.ts';
import { requireHeld } from './held.ts';
import { toAppend, withNames } from './need.ts';

export const undoTimesheet = endpoint({
  method: 'POST',
  path: '/hr/receipts/{company}/{timesheet}/undo',
  audience: 'hr',
  need: [...toAppend, 'readDirectory'],
  input: z.object({ company: id, timesheet: seq }),
  run: async (ports, { company, timesheet }, session) => {
    requireHeld(session, 'hr', 'company', company);
    await undo(withNames(ports), { company, by: session.person, timesheet: Number(timesheet) });
    return { redirect: addresses.hrReceipt(company, timesheet) };
  },
});
