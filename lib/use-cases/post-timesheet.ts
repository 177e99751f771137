// HR posts a timesheet: all of it or nothing; the same file again answers with its first receipt.
import type { Row } from '../ledger/batch.ts';
import type { Json } from '../ledger/canonical.ts';
import { type AnyFact, causeOf, digestOf } from '../ledger/fact.ts';
import type { FactData } from '../ledger/kinds.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import { typedText } from '../model/text.ts';
import type { TimeEntry } from '../model/time-entry.ts';
import type { Ports } from '../ports.ts';
import { type AppendPorts, append, type Store } from './append.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { requireOpen } from './complete-months.ts';
import { requireNotErased } from './not-erased.ts';
import { bookKeyOwner, companyBook, developerKeyOwner } from './people.ts';
import { postedOtherwise } from './posting-problem.ts';
import { postedInAnotherReading, postingsOfFile } from './postings-of-file.ts';
import { type PreviewAsked, type PreviewPorts, previewTimesheet, type TimesheetPreview } from './preview-timesheet.ts';
import { namedChoices } from './reading-choices.ts';
import { requireAtCompany } from './roles.ts';

export type PostPorts = PreviewPorts & AppendPorts & Pick<Ports, 'sealedFiles' | 'saltKeys'>;

export interface PostTimesheet extends PreviewAsked {
  readonly by: string;
  /** Codes that HR takes as read. */
  readonly accept: readonly string[];
  /**
   * Code of a finding → why it is right all the same: each one needs a reason then. Absent: nobody was asked, findings are posted as they
   * are, and the fact says that they were not explained.
   */
  readonly reasons?: Readonly<Record<string, string>>;
}

/** A row of the reasons of a posting. */
export interface PostingReason {
  readonly code: string;
  readonly reason: string;
}

/** What HR keeps: it names the fact by its digest. */
export interface TimesheetReceipt {
  /** Names the posting in its company's book, for `undo`. */
  readonly timesheet: number;
  readonly digest: string;
  /** SHA-256 of the file. */
  readonly file: string;
  readonly entries: number;
  readonly minutes: number;
  readonly halfDays: number;
  readonly period: { readonly from: string; readonly to: string };
  /** Lines that HR left out. */
  readonly leftOut: number;
  /** Findings that were posted without a reason. */
  readonly unexplained: readonly string[];
  readonly at: string;
  readonly alreadyPosted: boolean;
}

/** `missing`: the codes that still need HR's word or reason; empty where something must be fixed first. */
export type PostAnswer =
  | { readonly receipt: TimesheetReceipt }
  | { readonly preview: TimesheetPreview; readonly missing: readonly string[] };

/** The digest of the fact that took the same file back last: posting it again is then a new intent. */
async function lastUndo(ports: BookPorts, state: BookState, file: string, year: number): Promise<string | null> {
  const undone = (await postingsOfFile(state, file, year)).findLast((posting) => posting.undone !== null)?.undone;
  if (undone === undefined || undone === null) return null;
  const undo = await ports.readBooks.fact(state.book, undone.seq);
  if (undo === null) throw new Error(`fact ${state.book} ${undone.seq}: a view names it and it is not there`);
  return digestOf(ports.primitives.sha256, undo.bytes);
}

function receiptOf(fact: AnyFact, digest: string, alreadyPosted: boolean): TimesheetReceipt {
  const { file, batch, minutes, halfDays, period, leftOut, unexplained } = fact.data as FactData<'timesheet-posted'>;
  const { seq, at } = fact;
  const counted = { entries: batch.rows, minutes, halfDays, period, leftOut, unexplained };
  return { timesheet: seq, digest, file, ...counted, at, alreadyPosted };
}

/** The rows as leaves: the place in the file and the day make each one's position. */
async function leavesOf(ports: Pick<Ports, 'saltKeys'>, company: string, rows: readonly TimeEntry[]): Promise<Row[]> {
  const keys = new Map<string, Uint8Array>();
  for (const developer of new Set(rows.map((row) => row.developer))) {
    keys.set(developer, await ports.saltKeys.of(developerKeyOwner(company, developer)));
  }
  return rows.map((row) => ({
    row: row as unknown as Json,
    position: `${row.source.sheet ?? ''}!${row.source.row} ${row.day} ${row.project}`,
    key: keys.get(row.developer)!,
  }));
}

/** HR's words by code, trimmed; those that say nothing are none. */
const reasonsIn = (reasons: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(reasons)
      .map(([code, reason]) => [code, typedText(reason).trim()] as const)
      .filter(([, reason]) => reason !== ''),
  );

/** What the fact says; its rows and reasons are stored. */
async function dataOf(
  ports: PostPorts,
  posted: {
    readonly company: string;
    readonly year: number;
    readonly file: string;
    readonly bytes: number;
    readonly choices: string | null;
  },
  { rows, reading, toAccept, toExplain, totals }: TimesheetPreview,
  reasons: ReadonlyMap<string, string>,
  store: Store,
): Promise<FactData<'timesheet-posted'>> {
  const { company, year, file, bytes, choices } = posted;
  const days = rows.map(({ day }) => day).sort();
  const said = toExplain.flatMap((code): PostingReason[] => {
    const reason = reasons.get(code);
    return reason === undefined ? [] : [{ code, reason }];
  });
  const key = await ports.saltKeys.of(bookKeyOwner(companyBook(company)));
  const reasonRows = said.map((row): Row => ({ row: row as unknown as Json, position: row.code, key }));
  return {
    ...{ file, bytes, format: reading.file.kind, year, choices, leftOut: totals.leftOut },
    accepted: [...toAccept, ...said.map(({ code }) => code)],
    reasons: said.length === 0 ? null : await store(reasonRows),
    unexplained: toExplain.filter((code) => !reasons.has(code)),
    period: { from: days[0]!, to: days.at(-1)! },
    minutes: totals.minutes,
    halfDays: totals.halfDays,
    batch: await store(await leavesOf(ports, company, rows)),
  };
}

/**
 * @returns the receipt; or the preview, if something must be fixed, or a code has no word or reason: then nothing was written
 * @throws Refusal `not-allowed`, `unknown-company`, `nothing-to-post`, `month-complete`, `already-posted-otherwise` (somebody was quicker), `file-erased`, and those of a file that cannot be read at all
 */
export async function postTimesheet(ports: PostPorts, asked: PostTimesheet): Promise<PostAnswer> {
  const { company, by, file, year, choices = null, accept } = asked;
  await requireAtCompany(ports, company, by, ['hr']);
  const { sha256 } = ports.primitives;
  const book = companyBook(company);
  const fileDigest = toHex(sha256(file.bytes));
  const named = namedChoices(ports, choices);
  const reasons = reasonsIn(asked.reasons ?? {});
  const state = await readBook(ports, book);
  // The company, not the person, is the actor: two people who send the same file do one thing.
  const cause = causeOf(sha256, {
    actor: company,
    act: 'post-timesheet',
    on: { file: fileDigest, year, ...(named === null ? {} : { choices: named.digest }) },
    after: await lastUndo(ports, state, fileDigest, year),
  });
  /** The file, and how it is read. */
  const kept = [{ digest: fileDigest, bytes: file.bytes }, ...(named === null ? [] : [named])];
  const digests = kept.map(({ digest: one }) => one);
  const preview = (await state.get(`causes/${cause}`)) === null ? await previewTimesheet(ports, asked) : null;
  if (preview !== null) {
    const { problems, toAccept, toExplain } = preview;
    const missing = [
      ...toAccept.filter((code) => !accept.includes(code)),
      ...(asked.reasons === undefined ? [] : toExplain.filter((code) => !reasons.has(code))),
    ];
    if (problems.some(({ blocking }) => blocking)) return { preview, missing: [] };
    if (missing.length > 0) return { preview, missing };
    if (preview.rows.length === 0) throw nothingToPost();
    // Kept before the fact: a crash between leaves sealed files that no fact names.
    await requireNotErased(ports, await readBook(ports, book), digests);
    for (const { digest, bytes } of kept) await ports.sealedFiles.put(book, digest, bytes);
  }
  const posted = { company, year, file: fileDigest, bytes: file.bytes.length, choices: named?.digest ?? null };
  let data: FactData<'timesheet-posted'> | null = null;
  const { fact, digest, already } = await append<'timesheet-posted'>(
    ports,
    { book, cause, dependsOn: ['months-completed', 'timesheet-posted', 'timesheet-undone'] },
    async (now, store) => {
      // An erasure that came between may have taken it away.
      await requireNotErased(ports, now, digests);
      await requireOpen(now, preview!.rows);
      const other = await postedInAnotherReading(now, fileDigest, year, posted.choices);
      if (other !== null) throw new Refusal('already-posted-otherwise', postedOtherwise(other).detail);
      // What is decided again is whether; what would be posted stays the same.
      data ??= await dataOf(ports, posted, preview!, reasons, store);
      return { kind: 'timesheet-posted', by, data };
    },
  );
  // Whoever forgets what was never posted may have taken them away before there was a fact.
  for (const one of already ? [] : kept) {
    if ((await ports.sealedFiles.get(book, one.digest)) === null)
      await ports.sealedFiles.put(book, one.digest, one.bytes);
  }
  return { receipt: receiptOf(fact, digest, already) };
}

const nothingToPost = (): Refusal =>
  new Refusal('nothing-to-post', {
    fr: 'Aucune ligne de ce fichier ne déclare de temps : rien n’a été enregistré. Vérifiez que c’est le bon fichier et le bon mois.',
    en: 'No line of this file declares time: nothing was saved. Check that it is the right file and the right month.',
  });
