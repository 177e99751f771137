// HR: what was sent, who has no hours yet, and the form that sends a file.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showTimesheets } from '../lib/use-cases/show-timesheets.ts';
import { addresses } from '../web/addresses.ts';
import { renderHrTimesheets } from '../web/hr-timesheets.ts';
import { id, optional, year } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { chosenPlace, heldAt } from './held.ts';
import { toRead, withNames } from './need.ts';

export const listTimesheets = endpoint({
  method: 'GET',
  path: addresses.hrTimesheets,
  audience: 'hr',
  need: [...toRead, 'readDirectory', 'clock'],
  input: z.object({ company: optional(id), year: optional(year) }),
  run: async (ports, asked, session) => {
    const company = chosenPlace(session, 'hr', 'company', asked.company);
    const companies = heldAt(session, 'hr', 'company');
    const view = await showTimesheets(withNames(ports), { companies, company, year: asked.year ?? null });
    return { html: renderHrTimesheets({ ...view, isTicked: false, notice: null }, frameOf(session)) };
  },
});
