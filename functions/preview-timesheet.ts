// HR: what was understood of a file that she has sent, before anything is posted.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showPreview } from '../lib/use-cases/show-preview.ts';
import { renderHrPreview } from '../web/hr-preview.ts';
import { id, sha256, year } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';

export const previewTimesheet = endpoint({
  method: 'GET',
  path: '/hr/previews/{company}/{year}/{sha256}',
  audience: 'hr',
  need: [...toReadSealed, 'clock', 'readDirectory'],
  input: z.object({ company: id, year, sha256 }),
  run: async (ports, asked, session) => {
    requireHeld(session, 'hr', 'company', asked.company);
    return { html: renderHrPreview(await showPreview(withSealed(withNames(ports)), asked), frameOf(session)) };
  },
});
