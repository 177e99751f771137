// Finance gives an auditor a link to one statement at one level. Address, secret and code are shown in this answer, and never again.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { makeLink } from '../lib/use-cases/make-link.ts';
import { showStatement } from '../lib/use-cases/show-statement.ts';
import { renderFinanceStatement } from '../web/finance-statement.ts';
import { id, statement } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toAppend, toRender } from './need.ts';

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/);

export const issueLink = endpoint({
  method: 'POST',
  path: '/finance/statements/{company}/{statement}/links',
  audience: 'finance',
  need: [
    ...toAppend,
    ...toRender,
    ...(['directory', 'saltKeys', 'sealedFiles', 'signer', 'linkKeys', 'accessList', 'mail'] as const),
  ],
  input: z.object({
    ...{ company: id, statement, emailDomain: domain, expires: z.iso.date() },
    level: z.enum(['totals', 'lines', 'names']),
    code: z.enum(['paper', 'mail']),
    audience: z.string().trim().min(1).max(200),
  }),
  run: async (ports, asked, session) => {
    const { company, statement: number } = asked;
    requireHeld(session, 'finance', 'company', company);
    const madeLink = await makeLink(ports, { ...asked, number, by: session.person, origin: session.origin });
    const view = await showStatement(ports, { ...asked, by: session.person });
    return { html: renderFinanceStatement({ ...view, madeLink, notice: null }, frameOf(session)) };
  },
});
