// The developer takes back what she gave to show work.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { takeWorkBack as takeBack } from '../lib/use-cases/show-work.ts';
import { addresses } from '../web/addresses.ts';
import { id, month, sha256 } from './fields.ts';
import { herself } from './identity-fields.ts';
import { toRead } from './need.ts';
import type { Done } from './show-month.ts';

export const takeWorkBack = endpoint({
  method: 'POST',
  path: '/developer/months/{company}/{month}/take-back',
  audience: 'developer',
  need: [...toRead, 'inbox'],
  input: z.object({ company: id, month, evidence: sha256 }),
  run: async (ports, { company, month: of, evidence }, session) => {
    const hers = { ...herself(session, company), month: of };
    await takeBack(ports, { ...hers, evidence });
    return { redirect: `${addresses.developerMonth(company, of)}?done=${'taken-back' satisfies Done}` };
  },
});
