// HR posts the file that she has seen, and what of it she takes as read: all of it or nothing.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { oneOrMany } from '../lib/edge/form-input.ts';
import { keptUpload } from '../lib/use-cases/keep-upload.ts';
import { postTimesheet as post } from '../lib/use-cases/post-timesheet.ts';
import { showPreview } from '../lib/use-cases/show-preview.ts';
import { addresses } from '../web/addresses.ts';
import { renderHrPreview } from '../web/hr-preview.ts';
import { id, sha256, year } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toAppend, withNames } from './need.ts';

export const postTimesheet = endpoint({
  method: 'POST',
  path: '/hr/previews/{company}/{year}/{sha256}',
  audience: 'hr',
  need: [...toAppend, 'sealedFiles', 'readDirectory', 'saltKeys'],
  input: z.object({ company: id, year, sha256, accept: oneOrMany(z.string()) }),
  run: async (granted, asked, session) => {
    const ports = withNames(granted);
    const { company, accept } = asked;
    requireHeld(session, 'hr', 'company', company);
    const file = await keptUpload(ports, company, asked.sha256);
    const answer = await post(ports, { company, by: session.person, file, year: asked.year, accept });
    // A box that was not ticked, or something that the ledger no longer knows: the page says which.
    if ('preview' in answer)
      return { html: renderHrPreview(await showPreview(ports, asked), frameOf(session)), status: 422 };
    const { timesheet, alreadyPosted } = answer.receipt;
    const just = alreadyPosted ? 'already-posted' : 'posted';
    return { redirect: `${addresses.hrReceipt(company, String(timesheet))}?just=${just}` };
  },
});
