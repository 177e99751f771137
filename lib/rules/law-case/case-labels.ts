// What a worked case calls itself and its people: printed back, never used in arithmetic.
import * as z from 'zod';

/** The fields of `inputs` that are labels. */
export const labelFields = ['person', 'employer', 'group', 'slice', 'team'] as const;
const labelled = z.object({
  title: z.string().optional(),
  covers: z.unknown().optional(),
  inputs: z.object(Object.fromEntries(labelFields.map((field) => [field, z.unknown().optional()]))),
});

/** What a case calls itself and its people: printed back as it stands, never used in arithmetic. */
export type CaseLabels = Readonly<Partial<Record<(typeof labelFields)[number], unknown>>> & {
  readonly title?: string;
  readonly covers?: unknown;
};

/** @param value a case that was read before @returns its title and labels, those that it has */
export function labelsOf(value: unknown): CaseLabels {
  const { title, covers, inputs: own } = labelled.parse(value);
  return { ...(title !== undefined && { title }), ...(covers !== undefined && { covers }), ...own };
}
