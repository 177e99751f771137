// What HR says on the pages about the reading of a file, from the fields of their forms (web/hr-change.ts, web/parts/ways-to-fix.ts).
import * as z from 'zod';
import { oneOrMany } from '../lib/edge/form-input.ts';
import type { ChoiceSaid, Layout } from '../lib/use-cases/choose-reading.ts';
import { month, optional, sha256 } from './fields.ts';
import { prefixedFields } from './prefixed-fields.ts';

/** A field that may be left to the reader. */
const orAuto = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === 'auto' || value === '' ? undefined : value), schema.optional());

const text = z.string().max(4_096);
const several = oneOrMany(text);

/** Also holds the fields of `prefixedFields`: `cell:…`, `column:…`. */
export const choiceFields = z.looseObject({
  choices: optional(sha256),
  layout: optional(z.literal('yes')),
  sheet: several,
  headerRow: orAuto(
    z
      .string()
      .regex(/^[1-9]\d{0,6}$/)
      .transform(Number),
  ),
  personFrom: orAuto(z.literal('sheet-name')),
  projectFrom: orAuto(z.literal('sheet-name')),
  unit: orAuto(z.enum(['hour', 'minute', 'day', 'half-day', 'percent'])),
  decimals: orAuto(z.enum(['hundredths', 'minutes'])),
  dateOrder: orAuto(z.enum(['day-first', 'month-first'])),
  encoding: orAuto(z.enum(['utf-8', 'windows-1252', 'utf-16le', 'macintosh'])),
  delimiter: orAuto(z.enum([';', ',', '\t'])),
  month: optional(month),
  keep: optional(z.literal('yes')),
  profileName: optional(z.string().trim().max(80)),
  person: several,
  project: several,
  leaveOut: several,
  leaveOutAll: optional(z.literal('yes')),
  clear: optional(z.enum(['people', 'projects', 'lines', 'cells', 'layout'])),
  next: optional(z.enum(['preview', 'change'])),
});
type ChoiceFields = z.output<typeof choiceFields>;

/** `column:<role>`: `none`, or `=` and the header; anything else is left to the reader. Which roles there are, the use case knows. */
function columnsIn(fields: ChoiceFields): NonNullable<Layout['columns']> {
  const chosen = Object.entries(prefixedFields(fields, 'column')).flatMap(
    ([role, value]): [string, string | null][] => {
      if (value === 'none') return [[role, null]];
      return value.startsWith('=') ? [[role, value.slice(1)]] : [];
    },
  );
  return Object.fromEntries(chosen);
}

function layoutIn(fields: ChoiceFields): Layout {
  const {
    sheet,
    headerRow,
    personFrom,
    projectFrom,
    unit,
    decimals,
    dateOrder,
    encoding,
    delimiter,
    month: ofGrid,
  } = fields;
  const columns = columnsIn(fields);
  return {
    ...(sheet.length === 0 ? {} : { sheets: sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(Object.keys(columns).length === 0 ? {} : { columns }),
    ...(personFrom === undefined ? {} : { personFrom }),
    ...(projectFrom === undefined ? {} : { projectFrom }),
    ...(unit === undefined ? {} : { unit }),
    ...(decimals === undefined ? {} : { decimals }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(ofGrid === undefined ? {} : { month: ofGrid }),
  };
}

/** @returns the one thing that a form says */
export function choiceSaid(fields: ChoiceFields): ChoiceSaid {
  const { layout, keep, profileName, clear, leaveOut, leaveOutAll, person, project } = fields;
  if (clear !== undefined) return { what: 'clear', kind: clear };
  if (layout !== undefined) {
    return { what: 'layout', layout: layoutIn(fields), keepAs: keep === undefined ? null : (profileName ?? '') };
  }
  if (leaveOutAll !== undefined) return { what: 'leave-out', lines: 'to-fix' };
  if (leaveOut.length > 0) return { what: 'leave-out', lines: leaveOut };
  if (person.length + project.length > 0) return { what: 'not-needed', people: person, projects: project };
  return { what: 'cells', cells: prefixedFields(fields, 'cell') };
}
