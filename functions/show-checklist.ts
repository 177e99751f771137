// Finance: what stops a statement, and what is still open, before it is prepared. Asking changes nothing.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showChecklist as show } from '../lib/use-cases/show-checklist.ts';
import { renderFinanceChecklist } from '../web/finance-checklist.ts';
import { id, optional, year } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toRead, withNames } from './need.ts';

export const showChecklist = endpoint({
  method: 'GET',
  path: '/finance/companies/{company}/checklist',
  audience: 'finance',
  need: [...toRead, 'readDirectory', 'clock'],
  input: z.object({ company: id, year: optional(year), scheme: optional(z.string().max(60)) }),
  run: async (ports, { company, year: fiscalYear, scheme }, session) => {
    requireHeld(session, 'finance', 'company', company);
    const view = await show(withNames(ports), {
      company,
      ...(fiscalYear !== undefined && { fiscalYear }),
      ...(scheme !== undefined && { scheme }),
    });
    return { html: renderFinanceChecklist(view, frameOf(session)) };
  },
});
