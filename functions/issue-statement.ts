// Another person of finance issues exactly what was prepared.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { issuePrepared } from '../lib/use-cases/issue-prepared.ts';
import { addresses } from '../web/addresses.ts';
import { id, statement } from './fields.ts';
import { requireHeld } from './held.ts';
import { toAppend, withNames } from './need.ts';
import type { Done } from './show-statement.ts';

export const issueStatement = endpoint({
  method: 'POST',
  path: '/finance/statements/{company}/{statement}/issue',
  audience: 'finance',
  need: [...toAppend, 'readDirectory', 'sealedFiles', 'logQueue', 'signer', 'installation'],
  input: z.object({ company: id, statement }),
  run: async (ports, asked, session) => {
    requireHeld(session, 'finance', 'company', asked.company);
    const { number } = await issuePrepared(withNames(ports), { ...asked, by: session.person });
    return { redirect: `${addresses.financeStatement(asked.company, number)}?done=${'issued' satisfies Done}` };
  },
});
