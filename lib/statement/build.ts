// Puts a statement together: orders what has no order of its own, makes the disclosures, and refuses to build what does not add up.
import { canonicalText, type Json } from '../ledger/canonical.ts';
import type { Sha256 } from '../model/hashing.ts';
import { encodeBase64url } from './base64url.ts';
import {
  type LineDisclosure,
  lineSchema,
  type NameDisclosure,
  nameSchema,
  payloadSchema,
  type SignatoryDisclosure,
  type StatementPayload,
  signatoriesOf,
  signatorySchema,
} from './payload.ts';
import { type Disclosure, disclose, sdAlg, sdDigests } from './sd-jwt.ts';
import { sumFlaws } from './sums.ts';
import { stepFlaws } from './trace/step-flaws.ts';

/** The payload but for what the builder works out, and the people behind it. */
export interface StatementInput extends Omit<StatementPayload, 'v' | 'people' | 'currency' | '_sd_alg'> {
  /** One for each person and project; line i becomes `line-<i+1>`. */
  readonly lines: readonly LineDisclosure[];
  /** Person n stands at index n − 1 and becomes `name-<n>`. */
  readonly names: readonly NameDisclosure[];
  /** One for each signatory of a confirmation, in whatever order. */
  readonly signatories: readonly SignatoryDisclosure[];
}

export interface BuiltStatement {
  readonly payload: StatementPayload;
  /** Lines first, then names, then signatories. Kept with the statement: made once, never remade. */
  readonly disclosures: readonly Disclosure[];
}

// Code-unit order, so that the same set gives the same bytes on every machine.
const by =
  <T>(...keys: readonly ((value: T) => string)[]) =>
  (a: T, b: T): number => {
    for (const key of keys) {
      if (key(a) !== key(b)) return key(a) < key(b) ? -1 : 1;
    }
    return 0;
  };

/** Members that are `undefined` leave, strings become NFC: what canonical JSON can hold. */
function plain(value: unknown): Json {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as Json;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, plain(member)]));
}

const inRefusedOrder = <T extends { refused: LineDisclosure['refused'] }>(part: T): T => ({
  ...part,
  refused: part.refused.toSorted(
    by(
      (each) => each.code,
      (each) => each.ground,
    ),
  ),
});

/** Months come in order, and each names its confirmations in order. */
const inMonthOrder = (line: LineDisclosure): LineDisclosure => ({
  ...inRefusedOrder(line),
  months: line.months
    .map((each) => ({ ...inRefusedOrder(each), confirmations: each.confirmations.toSorted() }))
    .toSorted(by(({ month }) => month)),
});

function refuseDoubles(what: string, keys: readonly string[]): void {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) throw new Error(`statement: ${what} ${key} stands twice`);
    seen.add(key);
  }
}

function refuseOtherSignatories(confirming: readonly string[], given: readonly SignatoryDisclosure[]): void {
  const named = given.map(({ signatory }) => signatory).sort();
  if (JSON.stringify(named) === JSON.stringify(confirming)) return;
  throw new Error(`statement: signatories ${named.join(', ')} are named, ${confirming.join(', ')} confirmed`);
}

function disclosuresOf(input: StatementInput, saltOf: (claim: string) => Uint8Array): Disclosure[] {
  const claims = [
    ...input.lines.map((line, i) => [`line-${i + 1}`, plain(lineSchema.parse(inMonthOrder(line)))] as const),
    ...input.names.map((name, i) => {
      const pay = name.pay
        .toSorted(by((each) => each.period.from))
        .map((each) => ({ ...each, counted: each.counted.toSorted(by(({ from }) => from)) }));
      const sorted = { ...name, pay, contributions: name.contributions.toSorted() };
      return [`name-${i + 1}`, plain(nameSchema.parse(sorted))] as const;
    }),
    ...input.signatories
      .toSorted(by(({ signatory }) => signatory))
      .map((each, i) => [`signatory-${i + 1}`, plain(signatorySchema.parse(each))] as const),
  ];
  const salts = claims.map(([claim]) => saltOf(claim));
  if (new Set(salts.map(encodeBase64url)).size !== salts.length) throw new Error('statement: a salt stands twice');
  return claims.map(([claim, value], i) => disclose(salts[i]!, claim, value));
}

/**
 * Deterministic: the same input and salts give the same bytes, in whatever order its sets came.
 * @param saltOf 16 random bytes for each claim; the same for a claim whenever it is asked again
 * @returns the payload to sign, and every disclosure
 * @throws Error (a fault) if the input breaks the schema, if declared ≠ counted + refused + awaiting + withdrawn in a unit, or if lines
 * do not add up to projects and projects to totals, or if a step of the computation does not come out of what it is made of
 */
export function buildPayload(
  input: StatementInput,
  { sha256, saltOf }: { readonly sha256: Sha256; readonly saltOf: (claim: string) => Uint8Array },
): BuiltStatement {
  const { lines, names, signatories, ...stated } = input;
  const disclosures = disclosuresOf(input, saltOf);
  refuseDoubles(
    'project',
    stated.projects.map((each) => each.id),
  );
  refuseDoubles(
    'book',
    stated.heads.map((each) => each.book),
  );
  for (const part of [stated, ...stated.projects, ...lines, ...lines.flatMap(({ months }) => months)]) {
    refuseDoubles(
      'refusal code',
      part.refused.map((each) => `${each.code} ${each.ground}`),
    );
  }
  refuseOtherSignatories(signatoriesOf(stated), signatories);
  const value = plain({
    ...inRefusedOrder(stated),
    v: 1,
    currency: 'EUR',
    _sd_alg: sdAlg,
    scheme: {
      ...stated.scheme,
      parameters: stated.scheme.parameters.toSorted(
        by(
          (each) => each.key,
          (each) => each.from,
          (each) => each.value,
        ),
      ),
    },
    awaits: stated.awaits.toSorted(
      by(
        (each) => each.code,
        (each) => each.awaits,
      ),
    ),
    heads: stated.heads.toSorted(by((each) => each.book)),
    projects: stated.projects.toSorted(by((each) => each.id)).map((project) => ({
      ...inRefusedOrder(project),
      licences: project.licences.toSorted(
        by(
          (each) => each.from,
          (each) => each.spdx,
        ),
      ),
      confirmations: project.confirmations
        .map((each) => ({ ...each, ties: each.ties.toSorted() }))
        .toSorted(
          by(
            (each) => each.at,
            (each) => each.digest,
          ),
        ),
    })),
    declared: {
      ...stated.declared,
      otherAid: stated.declared.otherAid.toSorted(by((each) => canonicalText(plain(each)))),
    },
    evidence: { ...stated.evidence, uploads: stated.evidence.uploads.toSorted() },
    people: { count: names.length, _sd: sdDigests(sha256, disclosures) },
  });
  const payload = payloadSchema.parse(value);
  const flaws = sumFlaws(payload, lines);
  if (flaws.length > 0) {
    const told = flaws.map((flaw) => `${flaw.where}: ${flaw.stated} stated, ${flaw.found} found`);
    throw new Error(`statement ${stated.number}: the sums do not hold: ${told.join('; ')}`);
  }
  const broken = stepFlaws(payload, lines, names);
  if (broken.length > 0) {
    throw new Error(
      `statement ${stated.number}: the computation does not hold: ${broken.map(({ where }) => where).join('; ')}`,
    );
  }
  return { payload, disclosures };
}
