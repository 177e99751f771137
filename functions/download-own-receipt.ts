// Finance downloads the receipt that a foundation issued for a gift of its company: the very bytes.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { receiptFile } from '../lib/use-cases/receipts-seen.ts';
import { id, issuedNumber } from './fields.ts';
import { requireHeld } from './held.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';
import { receiptFileName, typeOf } from './statement-file.ts';

export const downloadOwnReceipt = endpoint({
  method: 'GET',
  path: '/finance/receipts/{company}/{foundation}/{number}/{name}',
  audience: 'finance',
  need: [...toReadSealed, 'readDirectory', 'accessList', 'clock'],
  input: z.object({ company: id, foundation: id, number: issuedNumber, name: receiptFileName }),
  run: async (ports, asked, session) => {
    requireHeld(session, 'finance', 'company', asked.company);
    const { bytes, name } = await receiptFile(withSealed(withNames(ports)), { ...asked, by: session.person });
    return { file: bytes, name, type: typeOf(asked.name) };
  },
});
