// What a foundation attests of a gift of work (CGI 238 bis, 5 bis): what it received, from whom, when; the value is the company's own.

import * as z from 'zod/mini';
import { countedOf } from '../../model/counted.ts';
import type { LineDisclosure, NameDisclosure, StatementPayload } from '../payload.ts';

const text = z.string().check(z.minLength(1), z.maxLength(300));
const day = z.iso.date();
const count = z.int().check(z.gte(0));

/** The mentions of form 2041-MEC-SD (Cerfa 16216) for a gift in kind made of lent staff. */
export const receiptSchema = z.strictObject({
  v: z.literal(1),
  form: z.literal('2041-MEC-SD'),
  iss: text,
  /** Of the foundation: calendar year of the issue, and place in it without a gap. */
  number: text,
  issuedAt: z.iso.datetime({ precision: 3 }),
  supersedes: z.nullable(text),
  beneficiary: z.strictObject({
    id: text,
    name: text,
    registration: text,
    country: z.string().check(z.length(2)),
    address: text,
    purpose: text,
    /** The letter of CGI 238 bis, 1 under which it receives, and what shows it. */
    category: z.enum(['a', 'b', 'c', 'd', 'e', 'f', 'g']),
    proof: text,
  }),
  donor: z.strictObject({ siren: text, name: text, legalForm: text, address: text }),
  statement: z.strictObject({ number: text, sha256: text, fiscalYear: z.int() }),
  gift: z.strictObject({
    from: day,
    to: day,
    minutes: count,
    halfDays: count,
    /** Value of the gift as the company states it, before any ceiling of the fiscal year. */
    valueCents: count,
    /** `share`: the statement values the gifts to several foundations together; this is the part of one, by cost, rounded down. */
    valuedBy: z.enum(['statement', 'share']),
    projects: z.array(text).check(z.minLength(1)),
    people: z.array(z.strictObject({ name: z.nullable(text), minutes: count, halfDays: count })).check(z.minLength(1)),
  }),
  signatory: z.strictObject({
    name: text,
    capacity: text,
    mandate: z.strictObject({ from: day, to: z.nullable(day) }),
  }),
});
export type Receipt = z.infer<typeof receiptSchema>;
export type ReceiptGift = Receipt['gift'];

/**
 * The part of one foundation: never more than the statement says, and the parts of all never more than its whole.
 * @returns whole cents
 */
export function valueFor(payload: StatementPayload, foundation: string): Pick<ReceiptGift, 'valueCents' | 'valuedBy'> {
  const { relief, projects } = payload;
  if (relief === undefined) throw new Error('receipt: the statement has no value of a gift');
  const own = projects.filter((project) => project.foundation.id === foundation);
  if (own.length === projects.length) return { valueCents: relief.baseCents, valuedBy: 'statement' };
  const cost = (some: typeof projects): bigint => some.reduce((sum, { costCents = 0 }) => sum + BigInt(costCents), 0n);
  const whole = cost(projects);
  const valueCents = whole === 0n ? 0 : Number((BigInt(relief.baseCents) * cost(own)) / whole);
  return { valueCents, valuedBy: 'share' };
}

/** Counted time given to the projects of one foundation. */
export function countedFor({ projects }: StatementPayload, foundation: string): { minutes: number; halfDays: number } {
  const own = projects.filter((project) => project.foundation.id === foundation);
  return {
    minutes: own.reduce((sum, project) => sum + countedOf(project.minutes), 0),
    halfDays: own.reduce((sum, project) => sum + countedOf(project.halfDays), 0),
  };
}

/**
 * @param lines @param names null where they were erased: then nobody is named
 * @returns null where nothing of this foundation's projects counts
 */
export function giftTo(
  payload: StatementPayload,
  foundation: string,
  lines: readonly LineDisclosure[] | null,
  names: readonly NameDisclosure[] | null,
): ReceiptGift | null {
  const own = payload.projects.filter((project) => project.foundation.id === foundation);
  const ids = new Set(own.map(({ id }) => id));
  const { minutes, halfDays } = countedFor(payload, foundation);
  if (minutes + halfDays === 0 || lines === null) return null;
  const byPerson = Map.groupBy(
    lines.filter(({ project }) => ids.has(project)),
    ({ person }) => person,
  );
  const people = [...byPerson]
    .sort(([a], [b]) => a - b)
    .map(([person, some]) => ({
      name: names?.[person - 1]?.name ?? null,
      minutes: some.reduce((sum, line) => sum + countedOf(line.minutes), 0),
      halfDays: some.reduce((sum, line) => sum + countedOf(line.halfDays), 0),
    }))
    .filter((each) => each.minutes + each.halfDays > 0);
  return {
    ...payload.period,
    ...{ minutes, halfDays, ...valueFor(payload, foundation), projects: own.map(({ name }) => name), people },
  };
}
