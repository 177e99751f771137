// The receipt of a posted timesheet: which fact it is, what it declared, and whether it may still be undone.
import { digestOf, parseFact } from '../ledger/fact.ts';
import type { FactData } from '../ledger/kinds.ts';
import type { PostingView } from '../ledger/views/company-views.ts';
import type { ProjectView } from '../ledger/views/registry-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import { type Day, parisDayOf } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import type { TimeEntry } from '../model/time-entry.ts';
import type { Ports } from '../ports.ts';
import { lateDays } from '../rules/late-days.ts';
import { ruleSet } from '../rules/rule-set.ts';
import { inTurn, readRows } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { closedMonth } from './complete-months.ts';
import { uploadName } from './keep-upload.ts';
import { companyName, personName } from './names.ts';
import { companyBook, type DirectoryPorts, registryBook } from './people.ts';
import type { PostingReason } from './post-timesheet.ts';
import { amountIn } from './preview-timesheet.ts';
import { profileShown, profileUsed } from './profiles.ts';
import { findChoices } from './reading-choices.ts';
import { unknownTimesheet, usedByStatement } from './undo-timesheet.ts';

async function projectName(registry: BookState, project: string): Promise<string> {
  const view = (await registry.get(`projects/${project}`)) as unknown as ProjectView | null;
  return view?.registered?.name ?? project;
}

/** The fact behind a receipt, and the posting that it made. */
async function postedFact(ports: BookPorts, company: string, timesheet: number) {
  const book = companyBook(company);
  const state = await readBook(ports, book);
  const posting = (await state.get(`postings/${seqName(timesheet)}`)) as unknown as PostingView | null;
  const stored = posting === null ? null : await ports.readBooks.fact(book, timesheet);
  const fact = stored === null ? null : parseFact(stored.bytes);
  if (posting === null || stored === null || fact?.kind !== 'timesheet-posted') throw unknownTimesheet(timesheet);
  return { state, posting, fact, digest: digestOf(ports.primitives.sha256, stored.bytes) };
}

/** What needed a person's word, with the reason where one was given. */
async function confirmedOf(ports: BookPorts, book: string, { accepted, reasons }: FactData<'timesheet-posted'>) {
  const rows = reasons === null ? [] : await readRows(ports, book, reasons);
  const said = new Map(
    rows.flatMap(({ row }) => {
      const reason = row as unknown as PostingReason | null;
      return reason === null ? [] : [[reason.code, reason.reason] as const];
    }),
  );
  return accepted.map((code) => ({ code, reason: said.get(code) ?? null }));
}

/** @returns lines that came after the delay; null if none did, or if no rule is known for their days */
function lateOf(rows: readonly TimeEntry[], receivedDay: Day) {
  try {
    const late = rows.flatMap(
      ({ day, written }) => lateDays({ day, writtenDay: written, receivedDay }, ruleSet.figures) ?? [],
    );
    return late.length === 0
      ? null
      : { lines: late.length, mostDays: late.reduce((most, days) => Math.max(most, days)) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The receipt as a file to keep: no name of a person in it. @throws Refusal `unknown-timesheet` */
export async function receiptFile(ports: BookPorts, company: string, timesheet: number) {
  const { fact, digest, posting } = await postedFact(ports, company, timesheet);
  const { batch, ...data } = fact.data;
  return {
    timesheet,
    fact: digest,
    at: fact.at,
    ...data,
    reasons: data.reasons?.root ?? null,
    entries: batch.rows,
    root: batch.root,
    undone: posting.undone?.at ?? null,
  };
}

/**
 * @param asked `timesheet`: as the receipt's address has it
 * @throws Refusal `unknown-timesheet`, `unknown-company`
 */
export async function showReceipt(
  ports: BookPorts & DirectoryPorts & { readonly sealedFiles: Ports['readSealedFiles'] },
  asked: { readonly company: string; readonly timesheet: string },
) {
  const { company, timesheet } = asked;
  const seq = Number(timesheet);
  const { state, posting, fact, digest } = await postedFact(ports, company, seq);
  const { file, bytes, period, minutes, halfDays, batch, choices, leftOut, unexplained } = fact.data;
  const rows = (await readRows(ports, state.book, batch)).flatMap(({ row }) =>
    row === null ? [] : [row as unknown as TimeEntry],
  );
  const registry = await readBook(ports, registryBook);
  const { undone } = posting;
  // Choices that were destroyed since leave a receipt without the names in them.
  const said = choices === null ? null : await findChoices(ports, company, choices);
  const original = await ports.sealedFiles.get(state.book, file);
  const fits = original === null ? null : await profileUsed(ports, company, { name: '', bytes: original }, said);
  // Kept only after the posting, it had no part in it.
  const profile = fits !== null && fits.at <= fact.at ? fits : null;
  return {
    company: await companyName(ports, company),
    ...{ timesheet, seq, digest, period, choices },
    file: { name: await uploadName(ports, company, file), sha256: file, bytes },
    by: await personName(ports, fact.by),
    at: fact.at,
    people: new Set(rows.map(({ developer }) => developer)).size,
    lines: batch.rows,
    time: { minutes, halfDays },
    projects: await inTurn(
      [...Map.groupBy(rows, ({ project }) => project)].sort(([a], [b]) => (a < b ? -1 : 1)),
      async ([project, ofProject]) => ({
        name: await projectName(registry, project),
        lines: ofProject.length,
        time: { minutes: amountIn(ofProject, 'minute'), halfDays: amountIn(ofProject, 'half-day') },
      }),
    ),
    confirmed: await confirmedOf(ports, state.book, fact.data),
    unexplained,
    profile: profile === null ? null : await profileShown(ports, profile),
    late: lateOf(rows, parisDayOf(Date.parse(fact.at))),
    leftOut: {
      lines: leftOut,
      people: [...(said?.notNeeded?.people ?? [])],
      projects: [...(said?.notNeeded?.projects ?? [])],
    },
    undone: undone === null ? null : { by: await personName(ports, undone.by), at: undone.at },
    keptBecause: undone === null ? ((await usedByStatement(state, posting)) ?? (await closedMonth(state, rows))) : null,
  };
}
