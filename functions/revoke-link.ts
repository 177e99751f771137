// Finance withdraws an auditor's link: it opens nothing from now on, not even for who has it open.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { revokeLink as revoke } from '../lib/use-cases/issue-link.ts';
import { statementOfLink } from '../lib/use-cases/show-links.ts';
import { addresses } from '../web/addresses.ts';
import { id } from './fields.ts';
import { requireHeld } from './held.ts';
import { toAppend, withNames } from './need.ts';
import type { Done } from './show-statement.ts';

export const revokeLink = endpoint({
  method: 'POST',
  path: '/finance/links/{company}/{link}/revoke',
  audience: 'finance',
  need: [...toAppend, 'readDirectory'],
  input: z.object({ company: id, link: id }),
  run: async (ports, { company, link }, session) => {
    requireHeld(session, 'finance', 'company', company);
    await revoke(withNames(ports), { company, by: session.person, link });
    const number = await statementOfLink(ports, company, link);
    return { redirect: `${addresses.financeStatement(company, number)}?done=${'revoked' satisfies Done}` };
  },
});
