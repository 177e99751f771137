// What a statement says: the signed payload and the disclosures behind it. The schema is the contract.
import * as z from 'zod/mini';

const hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const digest43 = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));
const id = z.string().check(z.minLength(1), z.maxLength(120));
const label = z.string().check(z.minLength(1), z.maxLength(300));
const count = z.int().check(z.gte(0));
const bilingual = z.strictObject({ fr: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });
const period = z.strictObject({ from: day, to: day });
const root = z.strictObject({ count, root: hex });
const ordinal = z.int().check(z.gte(1));

/** `2025-0001`: fiscal year and place in it (see number.ts). */
export const numberSchema = z.string().check(z.regex(/^\d{4}-\d{4,15}$/));

/** Where each declared amount of one unit ended; what was refused stands beside it, by code. */
const amounts = z.strictObject({
  declared: count,
  /** Counted, split by what the traces say. The split never moves a minute in or out. */
  counted: z.strictObject({ agrees: count, partly: count, noTrace: count }),
  awaiting: count,
  withdrawn: count,
});
export type Amounts = z.infer<typeof amounts>;

const refused = z.strictObject({
  code: id,
  /** What made the code: the law, or a policy of the house. */
  ground: z.enum(['law', 'policy']),
  minutes: count,
  halfDays: z.optional(count),
});
export type RefusedTime = z.infer<typeof refused>;

const awaited = z.strictObject({
  code: id,
  /** On whom it waits. */
  awaits: z.enum(['foundation', 'employer', 'employers']),
  minutes: count,
  halfDays: z.optional(count),
});
export type AwaitedTime = z.infer<typeof awaited>;

// `halfDays` is there only where somebody's time is counted so (forfait-jours); it is never turned into minutes.
const time = { minutes: amounts, halfDays: z.optional(amounts), refused: z.array(refused) };
/** Time by state: the same three members on the statement, a project and a line. */
export type TimeByState = { minutes: Amounts; halfDays?: Amounts | undefined; refused: RefusedTime[] };

/**
 * How long an exact value may be. The common denominator of time bases below 130 000 minutes has fewer digits than that, however many people there are.
 */
export const longestExact = 150_000;

/** One legal gesture of the computation, over all people together: it names nobody's pay. */
const step = z.strictObject({
  name: label,
  /** `p` or `p/q`, reduced. */
  exactEuros: z.string().check(z.maxLength(longestExact), z.regex(/^(?:0|-?[1-9]\d*)(?:\/[1-9]\d*)?$/)),
  /** That, half away from zero. */
  cents: z.int(),
  article: label,
  fr: z.string().check(z.minLength(1), z.maxLength(1000)),
  en: z.string().check(z.minLength(1), z.maxLength(1000)),
});
export type StatedStep = z.infer<typeof step>;

/** More than any scheme has over its longest fiscal year; whoever verifies works each of them out. */
const mostSteps = 24;
/** Of all exact values of a trace together: numbers of so many digits take seconds each, and a file from anywhere must not take hours. */
const longestTrace = 8 * longestExact;

const amount = {
  /** The trace, in order: what base, credit and declared euros come from. */
  steps: z.array(step).check(
    z.minLength(1),
    z.maxLength(mostSteps),
    z.refine((steps) => steps.reduce((length, { exactEuros }) => length + exactEuros.length, 0) <= longestTrace),
  ),
  baseCents: count,
  creditCents: count,
  declaredEuros: count,
  /** The named reading of the scheme under which the figures were worked out. */
  reading: label,
};

/** Under mécénat: the base is the value of the gift, and this is what the year's ceiling makes of it. */
const gift = z.strictObject({
  /** Of the fiscal year, excluding VAT. */
  turnoverCents: count,
  ceilingCents: count,
  /** The value of the gift, within the ceiling and above it. */
  retainedCents: count,
  excessCents: count,
  /** Gifts of earlier years above their ceiling, by the last day of the fiscal year in which they were given. */
  carryIn: z.array(
    z.strictObject({
      origin: day,
      cents: count,
      /** Of it, what bears the lower rate of its own year. */
      aboveThresholdCents: count,
      /** Fiscal years in which it could still serve, this one included. */
      yearsLeft: z.int(),
      usedCents: count,
      expiredCents: count,
      leftCents: count,
    }),
  ),
  carryOut: z.array(
    z.strictObject({ origin: day, cents: count, aboveThresholdCents: count, yearsLeft: z.int().check(z.gte(1)) }),
  ),
});
export type Gift = z.infer<typeof gift>;
const giftScheme = 'mecenat-de-competences-238bis';

const project = z.strictObject({
  id,
  name: label,
  foundation: z.strictObject({ id, name: label }),
  /** Half-open `[from, to)`. */
  licences: z.array(
    z.strictObject({ spdx: label, open: z.boolean(), from: day, to: z.nullable(day), evidence: label }),
  ),
  ...time,
  costCents: z.optional(count),
  contributions: root,
  confirmations: z.array(
    z.strictObject({
      digest: hex,
      at: instant,
      /** Pseudonymous id; her name stands in the disclosures of level `names`. */
      signatory: id,
      capacity: label,
      /** Under which appointment of the registry she spoke. */
      mandate: z.strictObject({ from: day, to: z.nullable(day) }),
      ties: z.array(id),
    }),
  ),
});

/** What the company said about itself, and when; `not-asked` is printed as such. */
const answered = { answer: z.enum(['yes', 'no', 'not-asked']), on: z.nullable(day) };
const declaration = z.strictObject(answered);

/** To which payroll the cost was tied, as the company declared it: the run it sums, the digest of its extract, and the total of that. */
const payrollTie = z.strictObject({ period, digest: hex, totalCents: count, on: day });

/** In which return, on which line the amount was entered, by the day of issue; `not-filed` is printed as such. */
const filing = z.union([
  z.literal('not-filed'),
  z.strictObject({ form: label, line: label, euros: count, filedOn: day, on: day }),
]);

/** The signed payload. No state that can change later is in it: see status.ts. */
export const payloadSchema = z
  .strictObject({
    v: z.literal(1),
    iss: z.string().check(z.minLength(1), z.maxLength(300)),
    number: numberSchema,
    /** Seconds since 1970 (RFC 7519), before the year 10000. */
    iat: count.check(z.lte(253_402_300_799)),
    supersedes: z.optional(numberSchema),
    operator: z.strictObject({ name: label, isClaimant: z.boolean() }),
    company: z.strictObject({ siren: z.string().check(z.regex(/^\d{9}$/)), name: label }),
    period,
    /** The calendar year in which the fiscal year ends. */
    fiscalYear: z.int().check(z.gte(1900), z.lte(9999)),
    scheme: z.strictObject({
      code: id,
      standing: z.enum(['proposed', 'in-force', 'repealed', 'none']),
      ruleSetDigest: hex,
      parameters: z.array(
        z.strictObject({
          key: id,
          /** As the rule set writes it: an integer, an exact ratio `p/q`, or words. */
          value: label,
          from: day,
          to: z.nullable(day),
          reference: z.string().check(z.minLength(1), z.maxLength(1000)),
          certainty: z.string().check(z.minLength(1), z.maxLength(2)),
        }),
      ),
    }),
    heads: z.array(z.strictObject({ book: id, seq: z.int().check(z.gte(-1)), digest: hex })),
    otherHeads: root,
    computationDigest: hex,
    ...time,
    /** The awaiting time of the whole statement, by why and on whom it waits. */
    awaits: z.array(awaited),
    cost: z.optional(
      z.strictObject({ cents: count, payrollDigest: hex, payroll: z.union([z.literal('not-tied'), payrollTie]) }),
    ),
    /** Stands wherever there is a cost. */
    filing: z.optional(filing),
    relief: z.optional(z.strictObject({ ...amount, gift: z.optional(gift) })),
    simulation: z.optional(z.strictObject(amount)),
    currency: z.literal('EUR'),
    projects: z.array(project).check(z.minLength(1)),
    people: z.strictObject({ count, _sd: z.array(digest43) }),
    evidence: z.strictObject({ entriesRoot: hex, contributionsRoot: hex, uploads: z.array(hex) }),
    declared: z.strictObject({
      otherAid: z.array(
        z.strictObject({ kind: z.enum(['subsidy', 'reimbursement']), grantor: label, period, amountCents: count }),
      ),
      otherEmployers: declaration,
      /** Of the time of this statement, what was billed to clients, and the value of what the company got in return. */
      billedToClients: z.strictObject({ ...answered, minutes: z.optional(count), halfDays: z.optional(count) }),
      counterparts: z.strictObject({ ...answered, cents: z.optional(count) }),
    }),
    /** The public log in which the issue is entered; absent where the installation keeps none. */
    log: z.optional(z.strictObject({ origin: label })),
    disclaimer: bilingual,
    _sd_alg: z.literal('sha-256'),
  })
  .check(
    z.superRefine((payload, context) => {
      // The member alone: the rule that it breaks stands beside it here, and the verifier, which a phone opens, carries no text of it.
      const refuse = (path: string): void => {
        context.addIssue({ code: 'custom', path: [path] });
      };
      const { code, standing } = payload.scheme;
      if ((code === 'none') !== (standing === 'none')) refuse('scheme');
      // A proposal is never printed as law: relief stands only under a scheme in force.
      if (payload.relief && standing !== 'in-force') refuse('relief');
      // A gift stands under its own scheme, and only there.
      if ((payload.relief?.gift !== undefined) !== (payload.relief !== undefined && code === giftScheme)) {
        refuse('relief');
      }
      if (payload.simulation && standing !== 'proposed') refuse('simulation');
      // The contribution statement, of scheme `none`, is the same without amounts.
      const priced = code !== 'none';
      if ((payload.cost !== undefined) !== priced) refuse('cost');
      if ((payload.filing !== undefined) !== priced) refuse('filing');
      if (payload.projects.some((each) => (each.costCents !== undefined) !== priced)) refuse('projects');
      if (payload.period.from > payload.period.to) refuse('period');
      if (Number(payload.number.slice(0, 4)) !== payload.fiscalYear) refuse('number');
      if (payload.supersedes === payload.number) refuse('supersedes');
    }),
  );
export type StatementPayload = z.infer<typeof payloadSchema>;

/** One calendar month of a line: what finance books, and where an auditor begins to sample. */
const lineMonth = z.strictObject({
  month: z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)),
  ...time,
  /** Absent under scheme `none`. */
  costCents: z.optional(count),
  /** Digests of the confirmations that carry its counted time, each of its project. */
  confirmations: z.array(hex),
});
export type LineMonth = z.infer<typeof lineMonth>;

/** `line-<n>`: one person on one project; no name, no sha. */
export const lineSchema = z.strictObject({
  /** The n of her `name-<n>`: a pseudonym that holds on this statement only. */
  person: ordinal,
  /** Project id. */
  project: id,
  ...time,
  /** Absent under scheme `none`. */
  costCents: z.optional(count),
  /** Months of the period with time of this line, in order; they add up to it. */
  months: z.array(lineMonth).check(z.minLength(1)),
});
export type LineDisclosure = z.infer<typeof lineSchema>;

/** `name-<n>`: who person n is, what she cost, and the shas found; an auditor at level `names` alone reads it. */
export const nameSchema = z.strictObject({
  name: label,
  /** One for each period paid; empty under scheme `none`. */
  pay: z.array(
    z.strictObject({
      period,
      grossCents: count,
      accessoriesCents: count,
      eligibleChargesCents: count,
      excludedChargesCents: count,
      /** What of it may enter the base, after the scheme's ceilings. */
      eligibleCostCents: count,
      timeBase: z.nullable(
        z.strictObject({
          unit: z.enum(['minute', 'half-day']),
          amount: count,
          how: z.enum(['actual', 'legal-ratio', 'days']),
        }),
      ),
      /** Time counted over this pay, for each run of days under the same figures, in the unit of the base; `to` included. */
      counted: z.array(z.strictObject({ from: day, to: day, amount: count })),
    }),
  ),
  contributions: z.array(z.string().check(z.regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/))),
});
export type NameDisclosure = z.infer<typeof nameSchema>;

/** `signatory-<n>`: who confirmed for a foundation; n in the order of their ids. Shown at level `names`. */
export const signatorySchema = z.strictObject({
  /** As the confirmations of the payload name her. */
  signatory: id,
  name: label,
});
export type SignatoryDisclosure = z.infer<typeof signatorySchema>;

/** @returns the pseudonymous ids of all who confirmed, each once, in order: the nth has `signatory-<n>` */
export const signatoriesOf = ({ projects }: Pick<StatementPayload, 'projects'>): string[] =>
  [...new Set(projects.flatMap(({ confirmations }) => confirmations.map(({ signatory }) => signatory)))].sort();
