// Finance: where the hours of each fiscal year stand, what is prepared and issued, and the form that prepares.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showStatements } from '../lib/use-cases/show-statements.ts';
import { addresses } from '../web/addresses.ts';
import { renderFinanceStatements } from '../web/finance-statements.ts';
import { id, optional } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { chosenPlace, heldAt } from './held.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';

export const listStatements = endpoint({
  method: 'GET',
  path: addresses.financeStatements,
  audience: 'finance',
  need: [...toReadSealed, 'readDirectory', 'clock'],
  input: z.object({ company: optional(id) }),
  run: async (ports, asked, session) => {
    const company = chosenPlace(session, 'finance', 'company', asked.company);
    const companies = heldAt(session, 'finance', 'company');
    const view = await showStatements(withSealed(withNames(ports)), { companies, company });
    return { html: renderFinanceStatements({ ...view, notice: null }, frameOf(session)) };
  },
});
