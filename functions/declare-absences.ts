// HR sends a leave file: half-days are kept, never why.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { uploadedFile } from '../lib/edge/form-input.ts';
import { declareAbsences as declare } from '../lib/use-cases/declare-absences.ts';
import { addresses } from '../web/addresses.ts';
import { id, year } from './fields.ts';
import { requireHeld } from './held.ts';
import { toRead } from './need.ts';

export const declareAbsences = endpoint({
  method: 'POST',
  path: addresses.hrAbsences,
  audience: 'hr',
  need: [...toRead, 'clock', 'directory'],
  input: z.object({ company: id, year, file: uploadedFile }),
  run: async (ports, { company, year: of, file }, session) => {
    requireHeld(session, 'hr', 'company', company);
    await declare(ports, { company, by: session.person, file, year: of });
    const query = new URLSearchParams({ company, year: String(of), just: 'absences' });
    return { redirect: `${addresses.hrTimesheets}?${query}#absences` };
  },
});
