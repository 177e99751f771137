// HR: what was understood of a file that she has sent, before anything is posted.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { asksForReading } from '../lib/use-cases/asks-for-reading.ts';
import { showPreview } from '../lib/use-cases/show-preview.ts';
import { renderHrPreview } from '../web/hr-preview.ts';
import { previewAddress } from '../web/parts/preview-address.ts';
import { choiceNotices, noticeOf } from '../web/words/hr-notices.ts';
import { id, optional, sha256, year } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';

export const previewTimesheet = endpoint({
  method: 'GET',
  path: '/hr/previews/{company}/{year}/{sha256}',
  audience: 'hr',
  need: [...toReadSealed, 'clock', 'readDirectory'],
  input: z.object({
    ...{ company: id, year, sha256, choices: optional(sha256) },
    view: optional(z.enum(['rules', 'rows'])),
    code: optional(z.string().regex(/^[a-z0-9-]{1,80}$/)),
    just: optional(z.string().max(40)),
  }),
  run: async (ports, asked, session) => {
    const { company, year: ofDays, sha256: file, choices = null, view = null, code = null, just = '' } = asked;
    requireHeld(session, 'hr', 'company', company);
    const place = { company: { id: company }, year: ofDays, file: { sha256: file }, choices };
    const shown = await showPreview(withSealed(withNames(ports)), {
      company,
      year: ofDays,
      sha256: file,
      choices,
    }).catch((error: unknown) => {
      if (asksForReading(error, choices !== null)) return null;
      throw error;
    });
    // Nothing was understood with these choices: she goes on where she can say more.
    if (shown === null) return { redirect: previewAddress(place, 'hrChange', '', just === '' ? {} : { just }) };
    const notice = noticeOf(choiceNotices, just);
    return { html: renderHrPreview({ ...shown, shown: view, code, answered: null, notice }, frameOf(session)) };
  },
});
