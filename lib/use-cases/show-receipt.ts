// The receipt of a posted timesheet: which fact it is, what it declared, and whether it may still be undone.
import { digestOf, parseFact } from '../ledger/fact.ts';
import type { PostingView } from '../ledger/views/company-views.ts';
import type { ProjectView } from '../ledger/views/registry-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import type { TimeEntry } from '../model/time-entry.ts';
import { inTurn, readRows } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { uploadName } from './keep-upload.ts';
import { companyName, personName } from './names.ts';
import { companyBook, type DirectoryPorts, registryBook } from './people.ts';
import { unknownTimesheet, usedByStatement } from './undo-timesheet.ts';

const amountIn = (rows: readonly TimeEntry[], unit: TimeEntry['unit']): number =>
  rows.reduce((sum, row) => sum + (row.unit === unit ? row.amount : 0), 0);

async function projectName(registry: BookState, project: string): Promise<string> {
  const view = (await registry.get(`projects/${project}`)) as unknown as ProjectView | null;
  return view?.registered?.name ?? project;
}

/**
 * @param asked `timesheet`: as the receipt's address has it
 * @throws Refusal `unknown-timesheet`, `unknown-company`
 */
export async function showReceipt(
  ports: BookPorts & DirectoryPorts,
  asked: { readonly company: string; readonly timesheet: string },
) {
  const { company, timesheet } = asked;
  const seq = Number(timesheet);
  const book = companyBook(company);
  const state = await readBook(ports, book);
  const posting = (await state.get(`postings/${seqName(seq)}`)) as unknown as PostingView | null;
  const stored = posting === null ? null : await ports.readBooks.fact(book, seq);
  const fact = stored === null ? null : parseFact(stored.bytes);
  if (posting === null || stored === null || fact?.kind !== 'timesheet-posted') throw unknownTimesheet(timesheet);

  const { file, bytes, period, minutes, halfDays, batch } = fact.data;
  const rows = (await readRows(ports, book, batch)).flatMap(({ row }) =>
    row === null ? [] : [row as unknown as TimeEntry],
  );
  const registry = await readBook(ports, registryBook);
  const { undone } = posting;
  return {
    company: await companyName(ports, company),
    ...{ timesheet, seq, digest: digestOf(ports.primitives.sha256, stored.bytes), period },
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
    confirmed: posting.accepted.map((code) => ({ code, reason: null })),
    unexplained: posting.unexplained,
    choices: posting.choices,
    profile: null,
    late: null,
    leftOut: { lines: posting.leftOut, people: [], projects: [] },
    undone: undone === null ? null : { by: await personName(ports, undone.by), at: undone.at },
    keptBecause: undone === null ? await usedByStatement(state, posting) : null,
  };
}
