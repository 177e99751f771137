// A signatory certifies and issues the receipt for a gift of work. The same statement again is answered with its first receipt.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { issueReceipt as issue } from '../lib/use-cases/issue-receipt.ts';
import { addresses } from '../web/addresses.ts';
import { id, issuedNumber, optional } from './fields.ts';
import { requireHeld } from './held.ts';
import { toAppend, toRender, withNames } from './need.ts';

export const issueReceipt = endpoint({
  method: 'POST',
  path: '/foundation/receipts/{foundation}/{company}/{statement}',
  audience: 'foundation',
  need: [...toAppend, ...toRender, 'readDirectory', 'sealedFiles'],
  input: z.object({
    ...{ foundation: id, company: id, statement: issuedNumber },
    language: z.enum(['fr', 'en']),
    certified: optional(z.literal('yes')),
  }),
  run: async (ports, { statement: number, certified, ...asked }, session) => {
    requireHeld(session, 'foundation', 'foundation', asked.foundation);
    await issue(withNames(ports), { ...asked, number, by: session.person, certified: certified === 'yes' });
    const foundation = encodeURIComponent(asked.foundation);
    return { redirect: `${addresses.foundationReceipts}?foundation=${foundation}&done=issued` };
  },
});
