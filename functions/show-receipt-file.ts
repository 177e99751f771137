// HR: the receipt of a posted timesheet as one JSON object, to keep beside the file.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { receiptFile } from '../lib/use-cases/show-receipt.ts';
import { id, seq } from './fields.ts';
import { requireHeld } from './held.ts';
import { toRead } from './need.ts';

export const showReceiptFile = endpoint({
  method: 'GET',
  path: '/hr/receipts/{company}/{timesheet}/receipt.json',
  audience: 'hr',
  need: toRead,
  input: z.object({ company: id, timesheet: seq }),
  run: async (ports, { company, timesheet }, session) => {
    requireHeld(session, 'hr', 'company', company);
    const file = new TextEncoder().encode(
      `${JSON.stringify(await receiptFile(ports, company, Number(timesheet)), null, 2)}\n`,
    );
    return { file, name: `receipt-${timesheet}.json`, type: 'application/json' };
  },
});
