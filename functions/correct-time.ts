// HR corrects one day of a person: a signed difference with its reason, beside the line that stays.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import type { Duration } from '../lib/model/duration.ts';
import { Refusal } from '../lib/model/refusal.ts';
import { correctTime as correct } from '../lib/use-cases/correct-time.ts';
import { addresses } from '../web/addresses.ts';
import { comment, id, month, optional } from './fields.ts';
import { requireHeld } from './held.ts';
import { toAppend, withNames } from './need.ts';

const count = (most: number) =>
  optional(
    z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number)
      .refine((n) => n <= most),
  );

/** @throws Refusal `invalid-input` unless an amount is given in one unit */
function amountOf(hours: number, minutes: number, halfDays: number): Duration {
  const inMinutes = hours * 60 + minutes;
  if (inMinutes > 0 && halfDays === 0) return { unit: 'minute', amount: inMinutes };
  if (halfDays > 0 && inMinutes === 0) return { unit: 'half-day', amount: halfDays };
  throw new Refusal('invalid-input', {
    fr: 'Donnez une durée au-dessus de zéro, en heures et minutes ou en demi-journées, pas les deux.',
    en: 'Give an amount above zero, in hours and minutes or in half-days, not both.',
  });
}

export const correctTime = endpoint({
  method: 'POST',
  path: '/hr/months/{company}/{month}/{developer}/correct',
  audience: 'hr',
  need: [...toAppend, 'readDirectory', 'saltKeys'],
  input: z.object({
    ...{ company: id, month, developer: id, day: z.iso.date(), project: id, reason: comment },
    direction: z.enum(['add', 'take']),
    hours: count(24),
    minutes: count(59),
    halfDays: count(2),
  }),
  run: async (ports, asked, session) => {
    const { company, month: of, developer, day, project, direction, reason } = asked;
    requireHeld(session, 'hr', 'company', company);
    if (!day.startsWith(of)) {
      throw new Refusal('invalid-input', {
        fr: `Le ${day} n’est pas un jour de ${of}. Ouvrez le mois de ce jour pour le corriger.`,
        en: `${day} is not a day of ${of}. Open the month of that day to correct it.`,
      });
    }
    const { unit, amount } = amountOf(asked.hours ?? 0, asked.minutes ?? 0, asked.halfDays ?? 0);
    const delta = direction === 'add' ? amount : -amount;
    await correct(withNames(ports), { company, by: session.person, developer, day, project, unit, delta, reason });
    return { redirect: `${addresses.hrMonth(company, of, developer)}?just=corrected` };
  },
});
