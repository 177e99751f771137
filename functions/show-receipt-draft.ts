// The foundation: what a receipt would say, and which mentions are missing, before anything is written.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showReceiptDraft as show } from '../lib/use-cases/show-receipt-draft.ts';
import { renderFoundationReceipt } from '../web/foundation-receipt.ts';
import { id, issuedNumber } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toCheckIssued, toReadSealed, withNames, withSealed } from './need.ts';

export const showReceiptDraft = endpoint({
  method: 'GET',
  path: '/foundation/receipts/{foundation}/{company}/{statement}',
  audience: 'foundation',
  need: [...toReadSealed, ...toCheckIssued, 'readDirectory', 'clock', 'accessList'],
  input: z.object({ foundation: id, company: id, statement: issuedNumber }),
  run: async (ports, { statement: number, ...asked }, session) => {
    requireHeld(session, 'foundation', 'foundation', asked.foundation);
    const view = await show(withSealed(withNames(ports)), { ...asked, number, by: session.person });
    return { html: renderFoundationReceipt(view, frameOf(session)) };
  },
});
