// HR: the receipt of a posted timesheet.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showReceipt as show } from '../lib/use-cases/show-receipt.ts';
import { renderHrReceipt } from '../web/hr-receipt.ts';
import { id, optional, seq } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';

export const showReceipt = endpoint({
  method: 'GET',
  path: '/hr/receipts/{company}/{timesheet}',
  audience: 'hr',
  need: [...toReadSealed, 'readDirectory'],
  input: z.object({ company: id, timesheet: seq, just: optional(z.enum(['posted', 'already-posted'])) }),
  run: async (ports, { just, ...asked }, session) => {
    requireHeld(session, 'hr', 'company', asked.company);
    return {
      html: renderHrReceipt(
        { ...(await show(withSealed(withNames(ports)), asked)), just: just ?? null },
        frameOf(session),
      ),
    };
  },
});
