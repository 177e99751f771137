// What a statement says of projects, foundations, licences and mandates, held against the facts of the registry that the registrar signed.
import { canonicalBytes, canonicalText, type Json, parseCanonical } from '../../ledger/canonical.ts';
import { toHex } from '../../model/hashing.ts';
import { decodeBase64url } from '../base64url.ts';
import type { Made } from '../checked.ts';
import { type KeyDates, type StatementKey, statementKeys } from '../keys.ts';
import type { StatementPayload } from '../payload.ts';
import { problem, type VerificationProblem } from '../problem.ts';
import type { EvidenceAtHand } from '../trust.ts';
import type { Checks, SignedStatement } from '../verify.ts';
import type { BundleName } from './bundle-names.ts';
import { rowsOf } from './text-lines.ts';
import { lineWrong, readIn } from './verify-entries.ts';

/** What the reader, or the installation, has of the registrar from elsewhere. */
export interface RegistrarPin {
  /** The parsed text of a JWK set. */
  readonly jwks: unknown;
  /** Whose keys they are, where that is known: the company itself may be the registrar. */
  readonly siren?: string | null;
}

export interface RegistryFound {
  readonly problems: readonly VerificationProblem[];
  readonly made: readonly Made[];
  readonly registrar: EvidenceAtHand['registrar'];
  /** Of the key that signed the statement; null where the facts that came along do not name it. */
  readonly key: KeyDates | null;
}

/** A fact as it lies in the file: nothing of it is believed but what is compared. */
interface Said {
  readonly kind: string;
  readonly seq: number;
  readonly at: string;
  readonly data: Readonly<Record<string, Json>>;
  readonly signed?: { readonly digest: string; readonly kid: string; readonly signature: string };
}

const file: BundleName = 'registry.jsonl';
const nobody = { made: [], problems: [], registrar: 'nobody', key: null } as const;
const wrong = (what: string): VerificationProblem => problem('registry-wrong', what);
const keyEvents: readonly string[] = ['key-published', 'key-retired'];
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/**
 * Facts of the registry in order, none above the head that the statement names but events of keys, which may come later.
 * @returns the fact of each line, or the problem with the first line that holds none
 */
function readFacts(bytes: Uint8Array, { heads }: StatementPayload, { sha256 }: Checks): Said[] | VerificationProblem {
  const head = heads.find(({ book }) => book === 'registry');
  let before = -1;
  const read = (line: string): Said => {
    const written = new TextEncoder().encode(line);
    const fact = parseCanonical(written) as unknown as Said & { readonly book: string };
    const { book, kind, seq, at, data, signed } = fact;
    const isRead =
      Number.isInteger(seq) &&
      /^[\dTZ.:-]{24}$/.test(at) &&
      isObject(data) &&
      (signed === undefined || isObject(signed));
    const isInOrder = book === 'registry' && seq > before;
    const isBelow = keyEvents.includes(kind) || (head !== undefined && seq <= head.seq);
    const isHead = seq !== head?.seq || toHex(sha256(written)) === head.digest;
    if (!isRead || !isInOrder || !isBelow || !isHead) throw new Error('no fact of the registry in its place');
    before = seq;
    return fact;
  };
  return readIn('registry-wrong', bytes, (lines) => rowsOf(lines, read));
}

/** Published again only to hold the key itself: the first time counts. */
function datesOf(facts: readonly Said[], kid: string): KeyDates | null {
  const when = (kind: string): string | null =>
    facts.find((fact) => fact.kind === kind && fact.data.kid === kid)?.at ?? null;
  const published = when('key-published');
  return published === null ? null : { published, retired: when('key-retired') };
}

/** @returns what is wrong with one signature; null if it holds */
async function signatureFlaw(
  data: Said['data'],
  { kid = '', digest, signature = '' }: NonNullable<Said['signed']>,
  line: number,
  key: StatementKey | undefined,
  checks: Checks,
): Promise<VerificationProblem | null> {
  try {
    if (key !== undefined) {
      const bytes = canonicalBytes(data);
      const raw = decodeBase64url(signature);
      const isOf = toHex(checks.sha256(bytes)) === digest && raw?.length === 64;
      return isOf && (await checks.verifyEs256(key, bytes, raw)) ? null : lineWrong('registry-wrong', line);
    }
  } catch {
    // A key that is no point of the curve.
  }
  return problem('registrar-key-unknown', kid);
}

/**
 * Later facts about the same thing replace earlier ones, as in the registry. The signature is over `data` alone, so what is read as one kind
 * must not be another’s: a project’s has a name and a foundation too.
 */
function contentFlaws({ projects, period }: StatementPayload, facts: readonly Said[]): VerificationProblem[] {
  /** @param by what tells two of the same kind about the same apart; nothing: the last is the one */
  const of = (kind: string, member: string, id: string, ...by: string[]): Said['data'][] => {
    const own = facts.filter((fact) => fact.kind === kind && fact.data[member] === id);
    return [...new Map(own.map(({ data }) => [by.map((name) => data[name]).join(), data])).values()];
  };
  return projects.flatMap(({ id, name, foundation, licences, confirmations, minutes, halfDays }) => {
    const [registered] = of('project-registered', 'project', id);
    const [body] = of('foundation-registered', 'foundation', foundation.id);
    const intervals = of('licence-changed', 'project', id, 'from')
      .map(({ project: _, ...licence }) => licence)
      .sort((a, b) => ((a.from as string) < (b.from as string) ? -1 : 1));
    const isMandate = ({ signatory, mandate }: (typeof confirmations)[number]): boolean =>
      of('signatory-appointed', 'person', signatory, 'foundation', 'from').some(
        (data) => data.foundation === foundation.id && data.from === mandate.from && data.to === mandate.to,
      );
    const isCounted = [minutes, halfDays].some((time) =>
      Object.values(time?.counted ?? {}).some((amount) => amount > 0),
    );
    const decisions = of('eligibility-decided', 'project', id, 'from', 'eligible');
    const isEligibleOn = (day: string): boolean => {
      const own = decisions.filter(({ from, to }) => (from as string) <= day && (to === null || day < (to as string)));
      return own.length > 0 && own.every(({ eligible }) => eligible === true);
    };
    // Between the days on which a decision begins or ends nothing changes. Nothing counts for a project that nobody found eligible.
    const isEligible = decisions
      .flatMap(({ from, to }) => [period.from, from as string, (to ?? '') as string])
      .some((day) => period.from <= day && day <= period.to && isEligibleOn(day));
    const holds =
      (isEligible || !isCounted) &&
      registered?.name === name &&
      registered.foundation === foundation.id &&
      body?.name === foundation.name &&
      body.project === undefined &&
      canonicalText(intervals) === canonicalText(licences as unknown as Json);
    return [...(holds ? [] : [wrong(id)]), ...(confirmations.every(isMandate) ? [] : [wrong(`${id}: signatory`)])];
  });
}

/**
 * Keys that came along prove consistency only. Independent: every fact that the registrar decides is signed by a key that is pinned, is none of
 * the operator’s own, and is not the company’s.
 */
export async function registryEvidence(
  { payload, key: own }: Pick<SignedStatement, 'payload' | 'key'>,
  files: ReadonlyMap<string, Uint8Array>,
  operatorKeys: ReadonlyMap<string, unknown>,
  pin: RegistrarPin | null,
  checks: Checks,
): Promise<RegistryFound> {
  const bytes = files.get(file);
  if (bytes === undefined) return nobody;
  const made: Made[] = [{ check: 'registry', file }];
  const facts = readFacts(bytes, payload, checks);
  if (!Array.isArray(facts)) return { ...nobody, problems: [facts], made };
  const key = datesOf(facts, own.kid);
  const published = facts.flatMap(({ kind, data }) =>
    kind === 'key-published' && data.use === 'registrar' ? [{ ...(data.publicKey as object), kid: data.kid }] : [],
  );
  // A pin that does not read holds no key: it never falls back to those that came along.
  const keys = statementKeys(pin === null ? { keys: published } : pin.jwks, checks.sha256);
  const retired = new Set<unknown>();
  // Each unknown key is told once, however much it signed.
  const flaws = new Map<string, VerificationProblem>();
  const decided = facts.filter(({ kind }) => !keyEvents.includes(kind));
  for (const [i, { kind, data, signed }] of facts.entries()) {
    if (kind === 'key-retired') retired.add(data.kid);
    if (keyEvents.includes(kind) || signed === undefined) continue;
    const flaw = retired.has(signed.kid)
      ? lineWrong('registry-wrong', i + 1)
      : await signatureFlaw(data, signed, i + 1, keys.get(signed.kid), checks);
    if (flaw !== null) flaws.set(flaw.about, flaw);
  }
  const problems = [...flaws.values(), ...contentFlaws(payload, decided)];
  const kids = decided.map(({ signed }) => signed?.kid);
  if (pin === null || problems.length > 0 || kids.length === 0 || kids.includes(undefined))
    return { problems, made, registrar: 'nobody', key };
  const isOurs = kids.some((kid) => kid === own.kid || operatorKeys.has(kid!)) || pin.siren === payload.company.siren;
  return { problems, made, registrar: isOurs ? 'claimant' : 'independent', key };
}
