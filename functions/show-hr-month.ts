// HR: one person's month, line by line, what was corrected of it, and whether all of it is declared.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showHrMonth as show } from '../lib/use-cases/show-hr-month.ts';
import { renderHrMonth } from '../web/hr-month.ts';
import { actNotices, noticeOf } from '../web/words/hr-notices.ts';
import { id, month, optional } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toRead, withNames } from './need.ts';

export const showHrMonth = endpoint({
  method: 'GET',
  path: '/hr/months/{company}/{month}/{developer}',
  audience: 'hr',
  need: [...toRead, 'readDirectory'],
  input: z.object({ company: id, month, developer: id, just: optional(z.string().max(40)) }),
  run: async (ports, { just = '', ...asked }, session) => {
    requireHeld(session, 'hr', 'company', asked.company);
    const view = await show(withNames(ports), asked);
    return { html: renderHrMonth({ ...view, notice: noticeOf(actNotices, just) }, frameOf(session)) };
  },
});
