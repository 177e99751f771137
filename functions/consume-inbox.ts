// What developers and foundations hand in at month's end, and what auditors ask, written by one consumer per book.
import * as z from 'zod';
import { job } from '../lib/edge/job.ts';
import { consumeInbox as consume } from '../lib/use-cases/consume-inbox.ts';
import { toAppend, withNames } from './need.ts';

/** What the consumer itself looks at; the rest of a row is for whoever reads the fact. */
const said = { developer: z.string(), month: z.string(), by: z.string(), cause: z.string().regex(/^[0-9a-f]{64}$/) };
const inBook = { book: z.string() };
const message = z.discriminatedUnion('kind', [
  z.object({ ...inBook, kind: z.literal('month-check'), row: z.object(said).catchall(z.json()) }),
  z.object({
    ...inBook,
    kind: z.literal('confirmation'),
    row: z.object({ ...said, project: z.string(), foundation: z.string(), answer: z.string() }).catchall(z.json()),
  }),
  z.object({
    ...inBook,
    kind: z.literal('auditor-note'),
    row: z.object({ note: z.string(), link: z.string(), number: z.string(), text: z.string() }).catchall(z.json()),
  }),
]);

export const consumeInbox = job({
  name: 'consume-inbox',
  trigger: { kind: 'inbox' },
  need: [...toAppend, 'saltKeys', 'readDirectory'],
  message,
  run: async (ports, { book, messages }) => {
    if (book !== null) await consume(withNames(ports), book, messages);
  },
});
