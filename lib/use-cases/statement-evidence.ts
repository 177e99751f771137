// The rows behind a statement: each entry with where it stands and what carries it, each answer with the intent that its digest names.

import { canonicalBytes } from '../ledger/canonical.ts';
import { causeOf, type Intent } from '../ledger/fact.ts';
import { monthOf } from '../model/calendar.ts';
import type { ConfirmationRow } from '../model/confirmation.ts';
import { type Sha256, toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import type { Part } from '../rules/assessment.ts';
import { confirmationLines, type StatedConfirmationRow } from '../statement/bundle/confirmation-rows.ts';
import { type EntryPart, type EntryRow, packEntries } from '../statement/bundle/entry-rows.ts';
import { linesBytes, linesOf } from '../statement/bundle/text-lines.ts';
import { companyBook } from './people.ts';
import type { StatementSources } from './statement-sources.ts';

/** Canonical rows, as the bundle of level `names` shows them. */
export interface StatementEvidence {
  /** `evidence.entriesRoot` of the payload. */
  readonly root: string;
  readonly entries: readonly string[];
  readonly confirmations: readonly string[];
}

const statedPart = ({ state, code, ground, trace, amount }: Part): EntryPart => ({
  state,
  code,
  // Only what is refused stands on the statement with its ground.
  ground: state === 'refused' ? ground : null,
  // A conflict and silence of the traces are the same for the split: nothing public carries the time.
  trace: state !== 'counted' ? null : trace === 'agrees' || trace === 'partly' ? trace : 'noTrace',
  amount,
});

/** The intent is not kept with the answer, its digest is: of the answers before it, the one that gives the digest came before. */
function intentOf(
  sha256: Sha256,
  company: string,
  row: ConfirmationRow,
  before: readonly ConfirmationRow[],
): StatedConfirmationRow['intent'] | null {
  const { developer, project, month, answer, confirmedAmount, by } = row;
  const on = {
    ...{ company, developer, project, month, answer, confirmedAmount },
    entries: toHex(sha256(canonicalBytes(row.entries))),
  };
  const candidates = [null, ...before.map(({ cause }) => cause)].toReversed();
  for (const after of candidates) {
    const intent = { actor: by, act: 'answer-contributions' as const, on, after } satisfies Intent;
    if (causeOf(sha256, intent) === row.cause) return intent;
  }
  return null;
}

const shareOf = ({ developer, project, month }: ConfirmationRow): string => `${developer} ${project} ${month}`;

/**
 * @param people developers in the order of the statement
 * @throws Error (a fault) if an answer does not have the digest of what it says
 */
export function statementEvidence(
  sha256: Sha256,
  { parts, sources }: { readonly parts: readonly Part[]; readonly sources: StatementSources },
  people: readonly string[],
  company: string,
): StatementEvidence {
  const ordinal = new Map(people.map((developer, i) => [developer, i + 1]));
  const declared = new Map(sources.declared.entries.map((entry) => [entry.entry, entry]));
  const rows = [...Map.groupBy(parts, ({ entry }) => entry)].map(([entry, own]): EntryRow => {
    const { developer, project, unit, day } = own[0]!;
    const { file = null, source = null } = declared.get(entry) ?? {};
    return {
      ...{ person: ordinal.get(developer)!, project, month: monthOf(day), unit, parts: own.map(statedPart) },
      source: {
        ...{ entry, day, file, sheet: source?.sheet ?? null, row: source?.row ?? null, cell: source?.cell ?? null },
        confirmation: sources.answerOf.get(entry)?.cause ?? null,
        contributions: [...(sources.corroborationOf.get(entry)?.contributions ?? [])],
      },
    };
  });
  const { root, lines } = packEntries(sha256, rows);
  const answers = new Map(
    rows.flatMap(({ source: { entry } }) => {
      const answer = sources.answerOf.get(entry);
      return answer === undefined ? [] : [[answer.cause, answer] as const];
    }),
  );
  const ofShare = Map.groupBy(sources.everAnswered, shareOf);
  const confirmations = [...answers.values()].map((row): StatedConfirmationRow => {
    const intent = intentOf(sha256, company, row, ofShare.get(shareOf(row)) ?? []);
    if (intent === null) throw new Error(`answer ${row.cause}: it does not have the digest of what it says`);
    return { digest: row.cause, person: ordinal.get(row.developer)!, intent, entries: [...row.entries] };
  });
  return { root, entries: lines, confirmations: confirmationLines(confirmations) };
}

/**
 * Sealed under the root, which names the entries whether or not one of them shows its source: an erasure drops sources and keeps the name.
 * Before the fact that names the root; a crash between leaves rows that no fact names.
 */
export async function keepEvidence(
  ports: Pick<Ports, 'sealedFiles'>,
  company: string,
  { root, entries, confirmations }: StatementEvidence,
): Promise<void> {
  await ports.sealedFiles.put(companyBook(company), root, linesBytes([...entries, ...confirmations]));
}

/** @returns null where it was erased whole, or was made before rows were kept */
export async function evidenceOf(
  ports: { readonly sealedFiles: Ports['readSealedFiles'] },
  company: string,
  root: string,
): Promise<StatementEvidence | null> {
  const bytes = await ports.sealedFiles.get(companyBook(company), root);
  const lines = bytes === null ? null : linesOf(bytes);
  if (lines === null) return null;
  const isAnswer = (line: string): boolean => line.startsWith('{"digest":');
  return {
    root,
    entries: lines.filter((line) => !isAnswer(line)),
    confirmations: lines.filter(isAnswer),
  };
}
