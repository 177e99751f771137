// Finance takes a statement out as a workbook or as CSV; what was made once for the same books is given again.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { exportFormats, exportPresets, exportStatement as take } from '../lib/use-cases/export-statement.ts';
import { id, statement } from './fields.ts';
import { requireHeld } from './held.ts';
import { toAppend, toCheckIssued, withNames } from './need.ts';
import { typeOf } from './statement-file.ts';

export const exportStatement = endpoint({
  method: 'POST',
  path: '/finance/statements/{company}/{statement}/export',
  audience: 'finance',
  need: [...toAppend, ...toCheckIssued, 'readDirectory', 'sealedFiles', 'accessList'],
  input: z.object({
    company: id,
    statement,
    preset: z.enum(exportPresets),
    format: z.enum(exportFormats),
    language: z.enum(['fr', 'en']),
  }),
  run: async (ports, asked, session) => {
    const { company, statement: number, preset, format, language } = asked;
    requireHeld(session, 'finance', 'company', company);
    const by = session.person;
    const { name, bytes } = await take(withNames(ports), { company, number, preset, format, language, by });
    return { file: bytes, name, type: typeOf(name) };
  },
});
