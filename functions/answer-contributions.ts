// The foundation's word on one person, project and month: confirmed, in part, disputed, or she cannot tell.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { oneOrMany } from '../lib/edge/form-input.ts';
import { answerContributions as answer } from '../lib/use-cases/answer-contributions.ts';
import { addresses } from '../web/addresses.ts';
import { comment, entry, id, month, optional } from './fields.ts';
import { requireHeld } from './held.ts';
import { toRead, withNames } from './need.ts';

const count = optional(
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
);

export const answerContributions = endpoint({
  method: 'POST',
  path: addresses.foundationList,
  audience: 'foundation',
  need: [...toRead, 'readDirectory', 'clock', 'inbox'],
  input: z.object({
    ...{ foundation: id, company: id, developer: id, project: id, month, comment: optional(comment) },
    entry: oneOrMany(entry),
    answer: z.enum(['confirmed', 'partly', 'disputed', 'cannot-tell']),
    ...{ hours: count, minutes: count, halfDays: count },
  }),
  run: async (ports, { hours, minutes, halfDays, comment: why, entry: shown, ...asked }, session) => {
    requireHeld(session, 'foundation', 'foundation', asked.foundation);
    const amount = asked.answer === 'partly' ? (halfDays ?? (hours ?? 0) * 60 + (minutes ?? 0)) : null;
    await answer(withNames(ports), { ...asked, by: session.person, amount, shown, comment: why ?? null });
    return { redirect: `${addresses.foundationList}?foundation=${encodeURIComponent(asked.foundation)}&done=answered` };
  },
});
