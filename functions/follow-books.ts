// After each new fact: the signed head, views, the time claimed in people's books, erasures; and the log is told of it. Repeatable, whoever is woken.
import * as z from 'zod';
import { job } from '../lib/edge/job.ts';
import { afterFacts } from '../lib/use-cases/after-facts.ts';
import { toAppend } from './need.ts';

export const followBooks = job({
  name: 'follow-books',
  trigger: { kind: 'facts' },
  need: [
    ...toAppend,
    'writeViews',
    'directory',
    'saltKeys',
    'signer',
    'heads',
    'sealedFiles',
    'erasing',
    'listBooks',
    'logQueue',
  ],
  message: z.never(),
  run: async (ports, { book }) => {
    if (book === null) return;
    await afterFacts(ports, book);
    await ports.logQueue.ask(book, 'soon');
  },
});
