// Finance downloads a file of an issued statement; a workbook or a PDF is made once and kept.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { fileForFinance } from '../lib/use-cases/file-for-finance.ts';
import { id, statement } from './fields.ts';
import { requireHeld } from './held.ts';
import { toAppend, toRender, withNames } from './need.ts';
import { financeFileName, typeOf } from './statement-file.ts';

export const downloadStatementFile = endpoint({
  method: 'GET',
  path: '/finance/statements/{company}/{statement}/files/{name}',
  audience: 'finance',
  need: [...toAppend, ...toRender, 'readDirectory', 'sealedFiles', 'signer', 'accessList'],
  input: z.object({ company: id, statement, name: financeFileName }),
  run: async (ports, asked, session) => {
    const { company, statement: number, name } = asked;
    requireHeld(session, 'finance', 'company', company);
    const { language, person: by } = session;
    const file = await fileForFinance(withNames(ports), { company, number, language, by, name });
    return { file: file.bytes, name: file.name, type: typeOf(name) };
  },
});
