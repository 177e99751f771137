// Finance: one fiscal year under every scheme and reading, side by side. Asking changes nothing.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { supports } from '../lib/model/support.ts';
import { showComparison } from '../lib/use-cases/show-comparison.ts';
import { renderFinanceCompare } from '../web/finance-compare.ts';
import { id, optional, year } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toRead, withNames } from './need.ts';

export const compareSchemes = endpoint({
  method: 'GET',
  path: '/finance/companies/{company}/compare',
  audience: 'finance',
  need: [...toRead, 'readDirectory', 'clock'],
  input: z.object({ company: id, year: optional(year), support: optional(z.enum(supports)) }),
  run: async (ports, { company, year: fiscalYear, support }, session) => {
    requireHeld(session, 'finance', 'company', company);
    const view = await showComparison(withNames(ports), {
      company,
      ...(fiscalYear !== undefined && { fiscalYear }),
      ...(support !== undefined && { support }),
    });
    return { html: renderFinanceCompare(view, frameOf(session)) };
  },
});
