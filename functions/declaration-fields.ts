// One point of the page Declarations: its fields as the file of `communs declarations` has them, so that one reader says what is wrong.
import * as z from 'zod';
import type { FieldProblem } from '../lib/model/refusal-with-problems.ts';
import type { Bilingual } from '../lib/model/text.ts';

const typed = z.string().trim().max(200).optional();

export const declarationFields = z.object({
  topic: z.enum([
    ...(['payroll', 'returns', 'otherAid', 'otherEmployers', 'billedToClients'] as const),
    ...(['counterparts', 'worksCouncil', 'notice'] as const),
  ]),
  ...{ 'period.from': typed, 'period.to': typed },
  ...{ 'payroll.from': typed, 'payroll.to': typed, 'payroll.digest': typed, 'payroll.total': typed },
  ...{ 'returns.scheme': typed, 'returns.filed': typed, 'returns.filed.form': typed, 'returns.filed.line': typed },
  ...{ 'returns.filed.euros': typed, 'returns.filed.filedOn': typed },
  ...{ 'otherAid.answer': typed, 'otherEmployers.answer': typed },
  ...{ 'billedToClients.answer': typed, 'billedToClients.hours': typed, 'billedToClients.halfDays': typed },
  ...{ 'counterparts.answer': typed, 'counterparts.amount': typed },
  ...{ 'worksCouncil.on': typed, 'worksCouncil.reason': typed, 'notice.on': typed },
});
export type DeclarationFields = z.output<typeof declarationFields>;

/** What she left empty she has not said. */
const said = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/** The members of one point, by the names under which the file has them. */
function membersOf(fields: DeclarationFields, topic: string): Record<string, string | undefined> {
  const own = Object.entries(fields).filter(([name]) => name.startsWith(`${topic}.`));
  return Object.fromEntries(own.map(([name, text]) => [name.slice(topic.length + 1), said(text)]));
}

function pointOf(fields: DeclarationFields): unknown {
  const { topic } = fields;
  if (topic !== 'returns') return membersOf(fields, topic);
  const filed = said(fields['returns.filed']);
  const entered = membersOf(fields, 'returns.filed');
  // Neither yes nor no: the reader says that it is missing.
  return [{ scheme: fields['returns.scheme'], filed: filed === 'yes' ? entered : filed === 'no' ? null : undefined }];
}

/** @returns the bytes of the file that says this one point */
export function declarationFile(fields: DeclarationFields): { readonly name: string; readonly bytes: Uint8Array } {
  const declared = { period: membersOf(fields, 'period'), [fields.topic]: pointOf(fields) };
  return { name: 'declarations.json', bytes: new TextEncoder().encode(JSON.stringify(declared)) };
}

/** Which field a problem is about, in words without the path that a file has. */
export function fieldProblem({ pointer, detail }: FieldProblem, fields: DeclarationFields) {
  const name = pointer
    .slice(1)
    .replaceAll('/', '.')
    .replace(/^returns\.0\b/, 'returns');
  const known = Object.hasOwn(fields, name) || name === 'returns.filed' ? name : null;
  // A point as a whole is told at its first field.
  const first = Object.keys(fields).find((each) => each.startsWith(`${name}.`)) ?? null;
  const words = (text: string): string => text.replace(/^\$\S*\s?: /, '');
  const text: Bilingual = { fr: words(detail.fr), en: words(detail.en) };
  return { field: known ?? first, text };
}
