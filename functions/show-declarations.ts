// Finance: what the company declared of one fiscal year, with a form for each point.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showDeclarations as show } from '../lib/use-cases/show-declarations.ts';
import { renderFinanceDeclarations } from '../web/finance-declarations.ts';
import { declarationsWords } from '../web/words/declarations.ts';
import { id, optional, year } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toRead } from './need.ts';

export const showDeclarations = endpoint({
  method: 'GET',
  path: '/finance/companies/{company}/declarations',
  audience: 'finance',
  need: [...toRead, 'clock'],
  input: z.object({ company: id, year: optional(year), done: optional(z.enum(['saved', 'unchanged'])) }),
  run: async (ports, { company, year: fiscalYear, done }, session) => {
    requireHeld(session, 'finance', 'company', company);
    const view = await show(ports, { company, ...(fiscalYear !== undefined && { fiscalYear }) });
    const notice = done === undefined ? null : declarationsWords[done];
    return { html: renderFinanceDeclarations({ ...view, notice, typed: {}, errors: [] }, frameOf(session)) };
  },
});
