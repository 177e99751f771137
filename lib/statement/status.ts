// The state of a statement today, as a short signed text beside it: the statement itself never changes.
import * as z from 'zod/mini';
import type { Bilingual } from '../model/text.ts';
import { numberSchema } from './payload.ts';

export const statusSchema = z
  .strictObject({
    v: z.literal(1),
    number: numberSchema,
    /** SHA-256 of the statement's JWS: every company has a `2025-0001`, and a status must not serve another's. */
    statement: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    state: z.enum(['issued', 'superseded', 'revoked']),
    /** The number of the statement that replaces it. */
    replacedBy: z.optional(numberSchema),
    /** UTC with milliseconds: the state was this then, and may have changed since. */
    asOf: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)),
  })
  .check(
    z.superRefine((status, context) => {
      // It stands with `superseded`, and only there.
      if ((status.replacedBy !== undefined) !== (status.state === 'superseded')) {
        context.addIssue({ code: 'custom', path: ['replacedBy'] });
      }
    }),
  );
export type StatusPayload = z.infer<typeof statusSchema>;
export type StatementState = StatusPayload['state'];

export const stateTexts = {
  issued: { fr: 'émis, en cours', en: 'issued, standing' },
  superseded: { fr: 'remplacé', en: 'superseded' },
  revoked: { fr: 'révoqué', en: 'revoked' },
} as const satisfies Record<StatementState, Bilingual>;

export interface StatementStanding {
  readonly number: string;
  /** Lower-case hex SHA-256 of the text of statement.jws. */
  readonly statement: string;
  readonly state: StatementState;
  /** The later statement's number, null unless superseded. */
  readonly replacedBy: string | null;
  /** UTC instant with milliseconds. */
  readonly asOf: string;
}

/** @throws Error (a fault) if state and `replacedBy` disagree */
export const statusPayload = ({ replacedBy, ...standing }: StatementStanding): StatusPayload =>
  statusSchema.parse({ v: 1, ...standing, ...(replacedBy === null ? {} : { replacedBy }) });
