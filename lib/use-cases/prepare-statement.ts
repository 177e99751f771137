// Finance fixes what a statement will say: heads, rules and computation. It has no number yet, and another person issues it.
import { causeOf } from '../ledger/fact.ts';
import type { PreparedView, StatementView } from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import { overlap } from '../model/calendar.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { type AppendPorts, append } from './append.ts';
import type { BookState } from './book-state.ts';
import { type ComputedStatement, type ComputePorts, computeStatement } from './compute-statement.ts';
import { keepHeads } from './heads-read.ts';
import { requireNobodyErased } from './not-erased.ts';
import { companyBook, type DirectoryDeveloper, type DirectoryPorts } from './people.ts';
import { requirePreparable } from './require-preparable.ts';
import { requireFinance } from './roles.ts';
import type { StatementAsked } from './statement-asked.ts';
import { contentBytes, type StatementContent } from './statement-content.ts';
import { keepEvidence } from './statement-evidence.ts';

export type PreparePorts = ComputePorts & AppendPorts & Pick<Ports, 'sealedFiles'>;

export interface Prepared {
  /** Names the preparation in its company's book. */
  readonly prepared: number;
  readonly content: StatementContent;
  /** SHA-256 of the content: what `issue` will issue, and nothing else. */
  readonly computation: string;
  /** The number of the statement that already says exactly this, or null. */
  readonly issuedAs: string | null;
  /** The number of the one that will be replaced, or null. */
  readonly supersedes: string | null;
  readonly by: string;
  readonly at: string;
}

export const ruleSetObject = (digest: string): string => `rule-sets/${digest}`;

type Like = Pick<PreparedView, 'scheme' | 'period'>;

/** Statements of the same scheme and period, oldest first. */
export async function statementsLike(state: BookState, { scheme, period }: Like): Promise<readonly StatementView[]> {
  return (await state.list('statements'))
    .map(({ value }) => value as unknown as StatementView)
    .filter((one) => one.scheme === scheme && one.period.from === period.from && one.period.to === period.to)
    .sort((a, b) => a.seq - b.seq);
}

/** The number of the statement that one like this replaces now; null if none stands. */
export const standingNumber = async (state: BookState, like: Like): Promise<string | null> =>
  (await statementsLike(state, like)).findLast((one) => one.state === 'issued')?.number ?? null;

/**
 * No minute is counted in two current statements that carry amounts: of two that touch, one replaces the other.
 * @throws Refusal `period-already-stated`
 */
export async function requireFreePeriod(state: BookState, { scheme, period }: Like): Promise<void> {
  if (scheme === 'none') return;
  const other = (await state.list('statements'))
    .map(({ value }) => value as unknown as StatementView)
    .filter((one) => one.state === 'issued' && one.scheme !== 'none' && overlap(one.period, period))
    .find((one) => one.scheme !== scheme || one.period.from !== period.from || one.period.to !== period.to);
  if (other === undefined) return;
  const { from, to } = other.period;
  throw new Refusal('period-already-stated', {
    fr: `L’état ${other.number} compte déjà des jours de cette période (du ${from} au ${to}) : une minute ne se compte qu’une fois. Demandez sa période, et le nouvel état le remplacera ; ou retirez-le d’abord (« communs revoke »).`,
    en: `Statement ${other.number} already counts days of this period (${from} to ${to}): a minute is counted once. Ask for its period, and the new statement will replace it; or revoke it first ('communs revoke').`,
  });
}

/** The last preparation of this scheme, period and reading, and the statement made of it. */
export async function lastPrepared(
  state: BookState,
  { scheme, period, reading }: Like & Pick<PreparedView, 'reading'>,
): Promise<(PreparedView & { readonly issued: StatementView | null }) | null> {
  const prepared = (await state.list('prepared'))
    .map(({ value }) => value as unknown as PreparedView)
    .filter((one) => one.scheme === scheme && one.reading === reading)
    .findLast((one) => one.period.from === period.from && one.period.to === period.to);
  if (prepared === undefined) return null;
  const statements = await statementsLike(state, prepared);
  return { ...prepared, issued: statements.find((one) => one.prepared === prepared.seq) ?? null };
}

/** The rules name people by their ids; whoever reads the refusal knows them by name and staff number. */
export async function withNames<T>(ports: DirectoryPorts, company: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal) || !['missing-pay', 'missing-time-base'].includes(error.code)) throw error;
    let { fr, en } = error.detail;
    for await (const { key, value } of ports.directory.list(companyBook(company), 'developer')) {
      const { name, matricule } = value as unknown as DirectoryDeveloper;
      fr = fr.replaceAll(key, `${name} (${matricule})`);
      en = en.replaceAll(key, `${name} (${matricule})`);
    }
    throw new Refusal(error.code, { fr, en }, { cause: error });
  }
}

/** @throws Refusal as `computeStatement` does, with the people named */
export const computeWithNames = (ports: ComputePorts, asked: StatementAsked): Promise<ComputedStatement> =>
  withNames(ports, asked.company, () => computeStatement(ports, asked));

/**
 * Preparing the same again answers with the first preparation, or with the statement that says it.
 * @throws Refusal `not-allowed`, `period-already-stated`, and as `requirePreparable` and `computeStatement` do
 */
export async function prepareStatement(
  ports: PreparePorts,
  asked: StatementAsked & { readonly by: string },
): Promise<Prepared> {
  await requireFinance(ports, asked.company, asked.by);
  const { sha256 } = ports.primitives;
  const { content, state, heads, otherHeads, rules, evidence } = await computeWithNames(ports, asked);
  const bytes = contentBytes(content);
  const computation = toHex(sha256(bytes));
  const book = companyBook(asked.company);
  const like = { scheme: content.scheme.code, period: content.period };
  await requireFreePeriod(state, like);
  await requirePreparable(state, content);
  const before = await statementsLike(state, like);
  const current = before.findLast((one) => one.state === 'issued') ?? null;
  const answer = { content, computation };
  if (current?.computation === computation) {
    const view = (await state.get(`prepared/${seqName(current.prepared)}`)) as unknown as PreparedView;
    const { supersedes, by, at } = view;
    return { ...answer, prepared: current.prepared, issuedAs: current.number, supersedes, by, at };
  }
  const supersedes = current?.number ?? null;
  const last = await lastPrepared(state, { ...like, reading: content.computation.reading });
  if (last?.issued === null && last.computation === computation && last.supersedes === supersedes) {
    return { ...answer, prepared: last.seq, issuedAs: null, supersedes, by: last.by, at: last.at };
  }
  const people = new Set(content.people.map(({ developer }) => developer));
  await requireNobodyErased(state, people);
  // Named by their digests: a crash here leaves files that no fact names.
  // Sealed: pay stands in it, which must be erasable.
  await ports.sealedFiles.put(book, computation, bytes);
  await keepEvidence(ports, asked.company, evidence);
  await ports.objects.put(ruleSetObject(content.scheme.ruleSetDigest), rules);
  const heldHeads = await keepHeads(ports, otherHeads);
  const cause = causeOf(sha256, {
    actor: asked.company,
    act: 'prepare-statement',
    // After another preparation, or once this one was used up, saying the same words again is a new act.
    on: { computation, before: last?.seq ?? null },
    after: null,
  });
  const { fact } = await append<'statement-prepared'>(ports, { book, cause, state, dependsOn: [] }, async (now) => {
    // An erasure that came between knows nothing of these files.
    await requireNobodyErased(now, people).catch(async (error: unknown) => {
      await ports.sealedFiles.destroy(book, computation);
      await ports.sealedFiles.destroy(book, evidence.root);
      throw error;
    });
    return {
      kind: 'statement-prepared',
      by: asked.by,
      data: {
        ...like,
        fiscalYear: content.fiscalYear,
        reading: content.computation.reading,
        computation,
        heads: [...heads],
        otherHeads: heldHeads,
        ruleSet: content.scheme.ruleSetDigest,
        supersedes,
      },
    };
  });
  return { ...answer, prepared: fact.seq, issuedAs: null, supersedes, by: fact.by, at: fact.at };
}
