// HR sends a file. It is read before it is kept, so that what cannot be opened leaves nothing behind; nothing is posted yet.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { uploadedFile } from '../lib/edge/form-input.ts';
import { receiveTimesheet } from '../lib/use-cases/receive-timesheet.ts';
import { addresses } from '../web/addresses.ts';
import { id, year } from './fields.ts';
import { requireHeld } from './held.ts';
import { toRead } from './need.ts';

export const uploadTimesheet = endpoint({
  method: 'POST',
  path: addresses.hrTimesheets,
  audience: 'hr',
  need: [...toRead, 'clock', 'directory', 'sealedFiles'],
  input: z.object({ company: id, year, file: uploadedFile }),
  run: async (ports, { company, year: ofDays, file }, session) => {
    requireHeld(session, 'hr', 'company', company);
    const { sha256, choices, isUnderstood } = await receiveTimesheet(ports, { company, file, year: ofDays });
    const address = (isUnderstood ? addresses.hrPreview : addresses.hrChange)(company, ofDays, sha256);
    return { redirect: choices === null ? address : `${address}?choices=${choices}` };
  },
});
