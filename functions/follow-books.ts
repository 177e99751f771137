// After each new fact: the signed head, views, the time claimed in people's books, erasures. Repeatable, whoever is woken.
import * as z from 'zod';
import { job } from '../lib/edge/job.ts';
import { afterFacts } from '../lib/use-cases/after-facts.ts';
import { toAppend } from './need.ts';

export const followBooks = job({
  name: 'follow-books',
  trigger: { kind: 'facts' },
  need: [...toAppend, 'writeViews', 'directory', 'saltKeys', 'signer', 'heads', 'sealedFiles', 'erasing', 'listBooks'],
  message: z.never(),
  run: async (ports, { book }) => {
    if (book !== null) await afterFacts(ports, book);
  },
});
