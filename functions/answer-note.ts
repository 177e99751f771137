// Finance answers an auditor's question.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { answerNote as answer } from '../lib/use-cases/answer-note.ts';
import { addresses } from '../web/addresses.ts';
import { comment, id, noteName } from './fields.ts';
import { requireHeld } from './held.ts';
import { toAppend, withNames } from './need.ts';
import type { Done } from './show-statement.ts';

export const answerNote = endpoint({
  method: 'POST',
  path: '/finance/notes/{company}/{note}/answer',
  audience: 'finance',
  need: [...toAppend, 'readDirectory', 'saltKeys'],
  input: z.object({ company: id, note: noteName, text: comment }),
  run: async (ports, { company, note, text }, session) => {
    requireHeld(session, 'finance', 'company', company);
    const number = await answer(withNames(ports), { company, by: session.person, note, text });
    return { redirect: `${addresses.financeStatement(company, number)}?done=${'answered' satisfies Done}` };
  },
});
