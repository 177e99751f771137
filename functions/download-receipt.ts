// The foundation downloads a receipt that it issued: the very bytes.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { receiptFile } from '../lib/use-cases/receipts-seen.ts';
import { id, issuedNumber } from './fields.ts';
import { requireHeld } from './held.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';
import { receiptFileName, typeOf } from './statement-file.ts';

export const downloadReceipt = endpoint({
  method: 'GET',
  path: '/foundation/receipts/{foundation}/issued/{number}/{name}',
  audience: 'foundation',
  need: [...toReadSealed, 'readDirectory', 'accessList', 'clock'],
  input: z.object({ foundation: id, number: issuedNumber, name: receiptFileName }),
  run: async (ports, asked, session) => {
    requireHeld(session, 'foundation', 'foundation', asked.foundation);
    const seen = { ...asked, company: null, by: session.person };
    const { bytes, name } = await receiptFile(withSealed(withNames(ports)), seen);
    return { file: bytes, name, type: typeOf(asked.name) };
  },
});
