// What a person chose for the reading of a file, checked where it comes in: from a file of the command line, a form, or what was kept.
import * as z from 'zod';
import { Refusal } from '../model/refusal.ts';
import { caps } from './caps.ts';
import type { Choices } from './understanding.ts';

const text = z.string().max(caps.cellCharacters);
const name = z.string().max(255);
const header = z.exactOptional(z.nullable(text));
/** Lines, cells, people or projects that choices may name: more than anybody points at by hand. */
export const mostNamed = 10_000;

const choicesSchema = z.strictObject({
  encoding: z.exactOptional(z.enum(['utf-8', 'windows-1252', 'utf-16le', 'macintosh'])),
  delimiter: z.exactOptional(z.enum([';', ',', '\t'])),
  sheets: z.exactOptional(z.array(name).max(caps.zipEntries)),
  headerRow: z.exactOptional(z.int().min(1).max(caps.textRows)),
  columns: z.exactOptional(
    z.strictObject({
      'person-id': header,
      email: header,
      'full-name': header,
      'last-name': header,
      'first-name': header,
      date: header,
      quantity: header,
      project: header,
      comment: header,
      written: header,
      'day-total': header,
      'last-day': header,
      unit: header,
    }),
  ),
  personFrom: z.exactOptional(z.literal('sheet-name')),
  projectFrom: z.exactOptional(z.literal('sheet-name')),
  unit: z.exactOptional(z.enum(['hour', 'minute', 'day', 'half-day', 'percent'])),
  decimals: z.exactOptional(z.enum(['hundredths', 'minutes'])),
  dateOrder: z.exactOptional(z.enum(['day-first', 'month-first'])),
  month: z.exactOptional(z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)),
  notNeeded: z.exactOptional(
    z.strictObject({ people: z.array(text).max(mostNamed), projects: z.array(text).max(mostNamed) }),
  ),
  leaveOut: z.exactOptional(z.array(name).max(mostNamed)),
  cells: z.exactOptional(
    z.record(name, text).refine((cells) => Object.keys(cells).length <= mostNamed, { error: `at most ${mostNamed}` }),
  ),
});

/** @param value as parsed from JSON @throws Refusal `invalid-declaration`, with the name of the first member that does not fit */
export function parseChoices(value: unknown): Choices {
  const parsed = choicesSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const members = Object.keys(choicesSchema.shape).join(', ');
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const member = [...(issue?.path ?? []), ...unknown].join('.');
  throw new Refusal('invalid-declaration', {
    fr: `Ce ne sont pas des choix de lecture${member === '' ? '' : ` : « ${member} » ne convient pas`}. Écrivez un objet JSON avec, au besoin, ${members}.`,
    en: `These are no choices for a reading${member === '' ? '' : `: '${member}' does not fit`}. Write a JSON object with, as needed, ${members}.`,
  });
}
