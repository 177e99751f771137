// HR posts the file that she has seen, what of it she takes as read and why: all of it or nothing.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { oneOrMany } from '../lib/edge/form-input.ts';
import { parseInput } from '../lib/edge/invalid-input.ts';
import { keptUpload } from '../lib/use-cases/keep-upload.ts';
import { postTimesheet as post } from '../lib/use-cases/post-timesheet.ts';
import { keptChoices } from '../lib/use-cases/reading-choices.ts';
import { showPreview } from '../lib/use-cases/show-preview.ts';
import { addresses } from '../web/addresses.ts';
import { renderHrPreview } from '../web/hr-preview.ts';
import { commentsByCode, id, optional, sha256, year } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toAppend, withNames } from './need.ts';
import { prefixedFields } from './prefixed-fields.ts';

export const postTimesheet = endpoint({
  method: 'POST',
  path: '/hr/previews/{company}/{year}/{sha256}',
  audience: 'hr',
  need: [...toAppend, 'sealedFiles', 'readDirectory', 'saltKeys'],
  input: z.looseObject({
    ...{ company: id, year, sha256, choices: optional(sha256) },
    accept: oneOrMany(z.string()),
  }),
  run: async (granted, asked, session) => {
    const ports = withNames(granted);
    const { company, year: ofDays, accept, choices: digest = null } = asked;
    requireHeld(session, 'hr', 'company', company);
    const reasons = parseInput(commentsByCode, prefixedFields(asked, 'reason'));
    const file = await keptUpload(ports, company, asked.sha256);
    const choices = await keptChoices(ports, company, digest);
    const answer = await post(ports, {
      ...{ company, by: session.person, file, year: ofDays, choices, accept, reasons },
    });
    if ('preview' in answer) {
      // A box that was not ticked, a reason that is missing, or something that the ledger no longer knows: the page says which.
      const shown = await showPreview(ports, { company, year: ofDays, sha256: asked.sha256, choices: digest });
      const answered = { missing: answer.missing, ticked: accept, reasons };
      const view = { ...shown, shown: null, code: null, answered, notice: null };
      return { html: renderHrPreview(view, frameOf(session)), status: 422 };
    }
    const { timesheet, alreadyPosted } = answer.receipt;
    const just = alreadyPosted ? 'already-posted' : 'posted';
    return { redirect: `${addresses.hrReceipt(company, String(timesheet))}?just=${just}` };
  },
});
