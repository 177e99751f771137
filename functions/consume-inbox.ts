// What developers and foundations hand in at month's end, and what auditors ask, written by one consumer per book.
import * as z from 'zod';
import { job } from '../lib/edge/job.ts';
import { consumeInbox as consume } from '../lib/use-cases/consume-inbox.ts';
import { toAppend, withNames } from './need.ts';

const message = z.object({
  book: z.string(),
  kind: z.enum(['month-check', 'confirmation', 'auditor-note']),
  row: z.json(),
});

export const consumeInbox = job({
  name: 'consume-inbox',
  trigger: { kind: 'inbox' },
  need: [...toAppend, 'saltKeys', 'readDirectory'],
  message,
  run: async (ports, { book, messages }) => {
    if (book !== null) await consume(withNames(ports), book, messages);
  },
});
