// HR: before she starts, who has declared what of a month, what was sent, and the forms that send files.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showTimesheets } from '../lib/use-cases/show-timesheets.ts';
import { addresses } from '../web/addresses.ts';
import { renderHrTimesheets } from '../web/hr-timesheets.ts';
import { actNotices, noticeOf } from '../web/words/hr-notices.ts';
import { id, month, optional, year } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { chosenPlace, heldAt } from './held.ts';
import { toRead, withNames } from './need.ts';

export const listTimesheets = endpoint({
  method: 'GET',
  path: addresses.hrTimesheets,
  audience: 'hr',
  need: [...toRead, 'readDirectory', 'clock'],
  input: z.object({
    company: optional(id),
    year: optional(year),
    month: optional(month),
    tick: optional(z.literal('open')),
    state: optional(z.enum(['posted', 'undone'])),
    by: optional(id),
    period: optional(month),
    just: optional(z.string().max(40)),
  }),
  run: async (ports, asked, session) => {
    const company = chosenPlace(session, 'hr', 'company', asked.company);
    const companies = heldAt(session, 'hr', 'company');
    const { state = null, by = null, period = null, just = '' } = asked;
    const view = await showTimesheets(withNames(ports), {
      ...{ companies, company, year: asked.year ?? null, month: asked.month ?? null },
      filter: { state, by, period },
    });
    const isTicked = asked.tick !== undefined;
    return { html: renderHrTimesheets({ ...view, isTicked, notice: noticeOf(actNotices, just) }, frameOf(session)) };
  },
});
