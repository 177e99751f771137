// What a statement says of projects, foundations, licences and mandates, held against the facts of the registry that the registrar signed.
import { canonicalBytes, canonicalText, type Json, parseCanonical } from '../../ledger/canonical.ts';
import { toHex } from '../../model/hashing.ts';
import { decodeBase64url } from '../base64url.ts';
import type { Made } from '../checked.ts';
import { type StatementKey, statementKeys } from '../keys.ts';
import type { StatementPayload } from '../payload.ts';
import { problem, type VerificationProblem } from '../problem.ts';
import type { EvidenceAtHand } from '../trust.ts';
import type { Checks, SignedStatement } from '../verify.ts';
import type { BundleName } from './bundle-names.ts';
import { linesOf } from './text-lines.ts';

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
}

/** A fact as it lies in the file: nothing of it is believed but what is compared. */
interface Said {
  readonly kind: string;
  readonly seq: number;
  readonly data: Readonly<Record<string, Json>>;
  readonly signed?: { readonly digest: string; readonly kid: string; readonly signature: string };
}

const file: BundleName = 'registry.jsonl';
const wrong = (what: string): VerificationProblem => problem('registry-wrong', what);
const keyEvents: readonly string[] = ['key-published', 'key-retired'];

/** Facts of the registry in order, none above the head that the statement names but events of keys, which may come later. */
function readFacts(bytes: Uint8Array, { heads }: StatementPayload, { sha256 }: Checks): Said[] | VerificationProblem {
  const head = heads.find(({ book }) => book === 'registry');
  const facts: Said[] = [];
  for (const [i, line] of (linesOf(bytes) ?? ['']).entries()) {
    const written = new TextEncoder().encode(line);
    let fact: (Said & { readonly book: string }) | null = null;
    try {
      fact = parseCanonical(written) as unknown as typeof fact;
    } catch {
      // Said below.
    }
    if (fact === null) return wrong(`${i + 1}`);
    const { book, kind, seq } = fact;
    const isInOrder = book === 'registry' && seq > (facts.at(-1)?.seq ?? -1);
    const isBelow = keyEvents.includes(kind) || (head !== undefined && seq <= head.seq);
    const isHead = seq !== head?.seq || toHex(sha256(written)) === head.digest;
    if (!isInOrder || !isBelow || !isHead) return wrong(`${i + 1}`);
    facts.push(fact);
  }
  return facts;
}

/** @returns what is wrong with one signature; null if it holds */
async function signatureFlaw(
  { seq, data, signed }: Said,
  key: StatementKey | undefined,
  checks: Checks,
): Promise<VerificationProblem | null> {
  const { kid = '', digest, signature = '' } = signed ?? {};
  if (key === undefined) return problem('registrar-key-unknown', kid);
  try {
    const bytes = canonicalBytes(data);
    const raw = decodeBase64url(signature);
    const isOf = toHex(checks.sha256(bytes)) === digest && raw?.length === 64;
    return isOf && (await checks.verifyEs256(key, bytes, raw)) ? null : wrong(`${seq}`);
  } catch {
    // A key that is no point of the curve.
    return problem('registrar-key-unknown', kid);
  }
}

/** Later facts about the same thing replace earlier ones, as in the registry. */
function contentFlaws({ projects }: StatementPayload, facts: readonly Said[]): VerificationProblem[] {
  const of = (kind: string, id: string): Said['data'][] =>
    facts.filter((fact) => fact.kind === kind && fact.data[kind.split('-')[0]!] === id).map(({ data }) => data);
  return projects.flatMap(({ id, name, foundation, licences, confirmations }) => {
    const registered = of('project-registered', id).at(-1);
    const body = of('foundation-registered', foundation.id).at(-1);
    const stated = new Map(
      facts
        .filter(({ kind, data }) => kind === 'licence-changed' && data.project === id)
        .map(({ data: { project: _, ...licence } }) => [licence.from as string, licence]),
    );
    const intervals = [...stated].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, licence]) => licence);
    const isMandate = ({ signatory, mandate }: (typeof confirmations)[number]): boolean =>
      facts.some(
        ({ kind, data }) =>
          kind === 'signatory-appointed' &&
          data.person === signatory &&
          data.foundation === foundation.id &&
          data.from === mandate.from &&
          data.to === mandate.to,
      );
    const holds =
      registered?.name === name &&
      registered.foundation === foundation.id &&
      body?.name === foundation.name &&
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
  if (bytes === undefined) return { problems: [], made: [], registrar: 'nobody' };
  const made: Made[] = [{ check: 'registry', file }];
  const facts = readFacts(bytes, payload, checks);
  if (!Array.isArray(facts)) return { problems: [facts], made, registrar: 'nobody' };
  const published = facts.flatMap(({ kind, data }) =>
    kind === 'key-published' && data.use === 'registrar' ? [{ ...(data.publicKey as object), kid: data.kid }] : [],
  );
  const keys = statementKeys(pin?.jwks ?? { keys: published }, checks.sha256);
  const retired = new Set<unknown>();
  const problems: VerificationProblem[] = [];
  const decided = facts.filter(({ kind }) => !keyEvents.includes(kind));
  for (const fact of facts) {
    const { kind, seq, data, signed } = fact;
    if (kind === 'key-retired') retired.add(data.kid);
    if (keyEvents.includes(kind) || signed === undefined) continue;
    const flaw = retired.has(signed.kid) ? wrong(`${seq}`) : await signatureFlaw(fact, keys.get(signed.kid), checks);
    if (flaw !== null) problems.push(flaw);
  }
  problems.push(...contentFlaws(payload, decided));
  const kids = decided.map(({ signed }) => signed?.kid);
  if (pin === null || problems.length > 0 || kids.length === 0 || kids.includes(undefined))
    return { problems, made, registrar: 'nobody' };
  const isOurs = kids.some((kid) => kid === own.kid || operatorKeys.has(kid!)) || pin.siren === payload.company.siren;
  return { problems, made, registrar: isOurs ? 'claimant' : 'independent' };
}
