// What was prepared holds as long as nothing came that it could depend on: then it need not be worked out again to be issued.
import { canonicalText, type Json } from '../ledger/canonical.ts';
import type { FactKind, Head } from '../ledger/kinds.ts';
import type { PreparedView } from '../ledger/views/company-views.ts';
import { toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, type BookState, factsAfter } from './book-state.ts';
import { claimsElsewhere } from './claims-elsewhere.ts';
import { type ComputedStatement, type ComputePorts, currentRules } from './compute-statement.ts';
import { rootOfHeads } from './heads-read.ts';
import { peopleErased } from './not-erased.ts';
import { contentFormat, type StatementContent } from './statement-content.ts';

/** Kinds of facts in the company's book after which the content must be worked out again before it is issued. */
export const couldChange: readonly FactKind[] = [
  'company-enrolled',
  'developer-enrolled',
  'secondment-agreed',
  'secondment-ended',
  'timesheet-posted',
  'timesheet-undone',
  'correction-posted',
  'pay-recorded',
  'subsidy-declared',
  'work-ordered',
  'time-claimed-elsewhere',
  'fiscal-year-declared',
  'payroll-tied',
  'return-declared',
  'year-answered',
  'evidence-recorded',
  'months-checked',
  'contributions-confirmed',
  'contributions-disputed',
  'confirmation-withdrawn',
  'statement-issued',
  'statement-revoked',
];

/** @returns whether this is still the last fact of its book */
export async function isLast(ports: Pick<BookPorts, 'readBooks' | 'primitives'>, head: Head): Promise<boolean> {
  for await (const _ of factsAfter(ports, head)) return false;
  return true;
}

/** @returns whether the book itself says what the view says was prepared, and nothing after the head that it could depend on */
async function standsInBook(ports: BookPorts, head: Head, prepared: PreparedView): Promise<boolean> {
  let isSaid = false;
  for await (const { fact } of factsAfter(ports, head)) {
    if ([...couldChange, 'erasure'].includes(fact.kind)) return false;
    // A view is no more than a copy of the fact: nothing is signed on its word.
    if (fact.kind === 'statement-prepared' && fact.seq === prepared.seq)
      isSaid =
        canonicalText({ ...prepared, ...fact.data } as unknown as Json) === canonicalText(prepared as unknown as Json);
  }
  return isSaid;
}

/** @returns null where an erasure took it away, or an earlier version wrote it */
async function keptContent(
  ports: Pick<Ports, 'primitives'> & { readonly sealedFiles: Ports['readSealedFiles'] },
  book: string,
  computation: string,
): Promise<StatementContent | null> {
  const bytes = await ports.sealedFiles.get(book, computation);
  if (bytes === null || toHex(ports.primitives.sha256(bytes)) !== computation) return null;
  const content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as StatementContent;
  return content.format === contentFormat ? content : null;
}

/**
 * Nothing that a computation reads has moved: rules, the registry, what the company declared, and the books of its people. Where another
 * employer ever claimed time of one of them, or one of them was erased, it is always worked out again.
 * @returns the content as it was kept, with the heads at which it holds; null where it must be worked out again
 */
export async function keptPreparation(
  ports: ComputePorts & { readonly sealedFiles: Ports['readSealedFiles'] },
  state: BookState,
  prepared: PreparedView,
): Promise<Pick<ComputedStatement, 'content' | 'heads'> | null> {
  const { sha256 } = ports.primitives;
  if (toHex(sha256(currentRules())) !== prepared.ruleSet) return null;
  const own = prepared.heads.find((head) => head.book === state.book);
  if (own === undefined || !(await standsInBook(ports, own, prepared))) return null;
  for (const head of prepared.heads) if (head !== own && !(await isLast(ports, head))) return null;
  const content = await keptContent(ports, state.book, prepared.computation);
  if (content === null) return null;
  const developers = content.people.map(({ developer }) => developer);
  const erased = await peopleErased(state);
  if (developers.some((developer) => erased.has(developer))) return null;
  const { heads, hasOthers } = await claimsElsewhere(ports, content.company.id, developers);
  if (hasOthers || rootOfHeads(sha256, heads) !== prepared.otherHeads.root) return null;
  const { book, seq, digest } = state.head;
  return { content, heads: prepared.heads.map((head) => (head === own ? { book, seq, digest } : head)) };
}
