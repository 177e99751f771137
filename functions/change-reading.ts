// HR: how a file that she has sent is to be read, where the reader was wrong or found nothing.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showChange } from '../lib/use-cases/show-change.ts';
import { renderHrChange } from '../web/hr-change.ts';
import { choiceNotices, noticeOf } from '../web/words/hr-notices.ts';
import { id, optional, sha256, year } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';

export const changeReading = endpoint({
  method: 'GET',
  path: '/hr/previews/{company}/{year}/{sha256}/change',
  audience: 'hr',
  need: [...toReadSealed, 'readDirectory'],
  input: z.object({ company: id, year, sha256, choices: optional(sha256), just: optional(z.string().max(40)) }),
  run: async (ports, { choices = null, just = '', ...asked }, session) => {
    requireHeld(session, 'hr', 'company', asked.company);
    const view = await showChange(withSealed(withNames(ports)), { ...asked, choices });
    return { html: renderHrChange({ ...view, notice: noticeOf(choiceNotices, just) }, frameOf(session)) };
  },
});
