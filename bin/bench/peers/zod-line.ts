// The rules of a line as a zod schema: what goes behind a CSV parser that only splits.
import type { Load, Tally } from '../intake/answer.ts';
import { commentCharacters, forms } from '../intake/line-rules.ts';
import { activities } from '../intake/made-lines.ts';

interface Type {
  readonly regex: (form: RegExp) => Type;
  readonly max: (most: number) => Type;
  readonly positive: () => Type;
  readonly multipleOf: (unit: number) => Type;
}

/** As much of zod as is used here. */
interface Zod {
  readonly object: (shape: Readonly<Record<string, Type>>) => {
    readonly safeParse: (
      line: unknown,
    ) => { readonly success: true; readonly data: { readonly hours: number } } | { readonly success: false };
  };
  readonly string: () => Type;
  readonly email: () => Type;
  readonly enum: (words: readonly string[]) => Type;
  readonly iso: { readonly date: () => Type };
  readonly coerce: { readonly number: () => Type };
}

/** @returns a function that takes the cells of a row by the names of their columns */
export async function zodLine(load: Load): Promise<(tally: Tally, row: number, cells: unknown) => void> {
  const z = await load<Zod>('zod');
  const schema = z.object({
    employee_id: z.string().regex(forms.employee),
    email: z.email(),
    project: z.string().regex(forms.project),
    day: z.iso.date(),
    hours: z.coerce.number().positive().max(24).multipleOf(0.25),
    activity: z.enum(activities),
    task: z.string().regex(forms.task),
    comment: z.string().max(commentCharacters),
  });
  return (tally, row, cells) => {
    const line = schema.safeParse(cells);
    tally.take(row, line.success ? line.data.hours * 60 : null);
  };
}
