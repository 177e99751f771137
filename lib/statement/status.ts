// The state of a statement today, as a short signed text beside it: the statement itself never changes.
import * as z from 'zod';
import { numberSchema } from './payload.ts';

export const statusSchema = z
  .strictObject({
    v: z.literal(1),
    number: numberSchema,
    state: z.enum(['issued', 'superseded', 'revoked']),
    /** The number of the statement that replaces it. */
    replacedBy: numberSchema.optional(),
    /** UTC with milliseconds: the state was this then, and may have changed since. */
    asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  })
  .superRefine((status, context) => {
    if ((status.replacedBy !== undefined) !== (status.state === 'superseded')) {
      context.addIssue({ code: 'custom', path: ['replacedBy'], message: 'stands with `superseded`, and only there' });
    }
  });
export type StatusPayload = z.infer<typeof statusSchema>;
export type StatementState = StatusPayload['state'];

/**
 * @param replacedBy the later statement's number, null unless superseded
 * @param asOf UTC instant with milliseconds
 * @throws Error (a fault) if state and `replacedBy` disagree
 */
export function statusPayload(
  number: string,
  state: StatementState,
  replacedBy: string | null,
  asOf: string,
): StatusPayload {
  return statusSchema.parse({ v: 1, number, state, ...(replacedBy === null ? {} : { replacedBy }), asOf });
}
