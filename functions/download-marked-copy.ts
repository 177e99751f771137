// HR: the file that she sent, with its bad cells coloured, explained and listed, to be corrected and sent again.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { copyWithMarks } from '../lib/use-cases/copy-with-marks.ts';
import { id, optional, sha256, year } from './fields.ts';
import { requireHeld } from './held.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';

export const downloadMarkedCopy = endpoint({
  method: 'GET',
  path: '/hr/previews/{company}/{year}/{sha256}/copy',
  audience: 'hr',
  need: [...toReadSealed, 'clock', 'readDirectory'],
  input: z.object({ company: id, year, sha256, choices: optional(sha256) }),
  run: async (ports, { choices = null, ...asked }, session) => {
    requireHeld(session, 'hr', 'company', asked.company);
    const { language } = session;
    const { name, bytes } = await copyWithMarks(withSealed(withNames(ports)), { ...asked, choices, language });
    return { file: bytes, name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
  },
});
