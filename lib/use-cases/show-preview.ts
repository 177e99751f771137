// What was understood of a file that HR has sent, as its page shows it: problems by cell, numbers of what would be posted.
import type { FileView, PostingView } from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import { parisDayOf } from '../model/calendar.ts';
import type { TimeUnit } from '../model/duration.ts';
import type { Ports } from '../ports.ts';
import { type BookState, readBook } from './book-state.ts';
import { keptUpload, type UploadPorts } from './keep-upload.ts';
import { companyName } from './names.ts';
import { companyBook } from './people.ts';
import { type PreviewPorts, previewTimesheet, type TimesheetPreview } from './preview-timesheet.ts';
import { yearsToChoose } from './show-timesheets.ts';

/** Lines whose person, project or unit the ledger does not know are to be corrected like those that could not be read. */
function totalsOf({ reading, rows, leftOut }: TimesheetPreview) {
  const claiming = reading.entries.filter(({ minutes, halfDays }) => (minutes ?? halfDays) !== 0).length;
  const unknown = claiming - rows.length;
  const { ready, toFix, ...totals } = reading.totals;
  const amountIn = (unit: TimeUnit): number => rows.reduce((sum, row) => sum + (row.unit === unit ? row.amount : 0), 0);
  return {
    ...totals,
    ready: ready - unknown,
    toFix: toFix + unknown - leftOut,
    leftOut,
    minutes: amountIn('minute'),
    halfDays: amountIn('half-day'),
  };
}

/** More bad cells than this are corrected faster in the file. */
const maxFixable = 20;

/** Bad cells by their place in the file; none where there are too many. */
function fixableCells({ problems }: TimesheetPreview) {
  const cells = problems.flatMap((problem) =>
    problem.severity === 'must-fix' && problem.cell !== null
      ? [{ key: `${problem.sheet ?? ''}!${problem.cell}`, problem }]
      : [],
  );
  return cells.length > maxFixable ? [] : cells;
}

/** Lines that must be fixed, each once. */
function linesToFix({ problems }: TimesheetPreview) {
  const lines = problems.flatMap(({ severity, sheet, row, value }) =>
    severity === 'must-fix' && row !== null ? [{ key: `${sheet ?? ''}!${row}`, sheet, row, text: value ?? '' }] : [],
  );
  return [...Map.groupBy(lines, ({ key }) => key).values()].flatMap(([first]) => first ?? []);
}

/** Codes that await a person's word, and how many lines each is on. */
function pointsToConfirm({ problems, toAccept, toExplain }: TimesheetPreview) {
  const point = (asksReason: boolean) => (code: string) => {
    const count = problems.filter((problem) => problem.code === code).length;
    return { code, count, asksReason };
  };
  return [...toAccept.map(point(false)), ...toExplain.map(point(true))];
}

/** @returns the posting of this file and year that stands, null if there is none */
async function standingReceipt(state: BookState, sha256: string, year: number): Promise<string | null> {
  for (const seq of ((await state.get(`files/${sha256}`)) ?? []) as unknown as FileView) {
    const posting = (await state.get(`postings/${seqName(seq)}`)) as unknown as PostingView | null;
    if (posting?.year === year && posting.undone === null) return String(seq);
  }
  return null;
}

/**
 * @param asked a file that was sent before: its SHA-256
 * @throws Refusal `unknown-timesheet`, `unknown-company`, and those of a file that cannot be read at all
 */
export async function showPreview(
  ports: PreviewPorts & UploadPorts & Pick<Ports, 'clock'>,
  asked: { readonly company: string; readonly year: number; readonly sha256: string },
) {
  const { company, year, sha256 } = asked;
  const preview = await previewTimesheet(ports, { company, file: await keptUpload(ports, company, sha256), year });
  const state = await readBook(ports, companyBook(company));
  const postings = (await state.list('postings')).map(({ value }) => value as unknown as PostingView);
  return {
    company: await companyName(ports, company),
    year,
    years: yearsToChoose(postings, parisDayOf(ports.clock.now())),
    file: preview.reading.file,
    understood: preview.reading.understood,
    profile: null,
    choices: null,
    chosen: {
      notNeededPeople: preview.leftOutPeople,
      notNeededProjects: preview.leftOutProjects,
      linesLeftOut: 0,
      cells: [],
      layout: false,
    },
    totals: totalsOf(preview),
    problems: preview.problems,
    shown: null,
    code: null,
    hasCopy: false,
    fixable: fixableCells(preview),
    linesToFix: linesToFix(preview),
    unknownPeople: preview.unknownPeople,
    unknownProjects: preview.unknownProjects,
    toConfirm: pointsToConfirm(preview),
    answered: null,
    notice: null,
    ignored: preview.reading.ignored,
    receipt: await standingReceipt(state, sha256, year),
  };
}
