// What was understood of a file that HR has sent, as its page shows it: the layout, the problems by cell, the numbers of what would be posted.
import { caps } from '../intake/caps.ts';
import type { Problem, Reading } from '../intake/reading.ts';
import type { Choices } from '../intake/understanding.ts';
import type { PostingView } from '../ledger/views/company-views.ts';
import { parisDayOf } from '../model/calendar.ts';
import { readBook } from './book-state.ts';
import { keptUpload, type UploadPorts } from './keep-upload.ts';
import { companyName } from './names.ts';
import { companyBook } from './people.ts';
import type { PreviewProblem } from './posting-problem.ts';
import { standingPosting } from './postings-of-file.ts';
import { type PreviewPorts, previewTimesheet, type TimesheetPreview } from './preview-timesheet.ts';
import { profileShown, profileUsed } from './profiles.ts';
import { keptChoices } from './reading-choices.ts';
import { yearsToChoose } from './show-timesheets.ts';

/** A copy is a workbook, and a text file may have more rows than one. */
const hasCopy = ({ file: { kind }, totals }: Reading): boolean =>
  kind !== 'csv' || totals.rows + totals.ignored < caps.workbookRows;

/** More bad cells than this are corrected in the file. */
const mostFixable = 20;

/** `<sheet>!F14`: a cell by its name, or in a text file by the column that its header heads. */
function cellKey({ sheet, row, cell, column }: PreviewProblem, { understood }: Reading): string | null {
  if (cell !== null) return `${sheet ?? ''}!${cell}`;
  const table = understood.tables.find((each) => each.sheet === sheet);
  const letter = table?.columns.find(({ header }) => header === column)?.letter;
  return letter === undefined || row === null ? null : `${sheet ?? ''}!${letter}${row}`;
}

const fixableCodes: ReadonlySet<Problem['code']> = new Set([
  'not-a-date',
  'ambiguous-date',
  'date-out-of-year',
  'not-a-duration',
  'ambiguous-duration',
  'negative-duration',
  'over-24h',
  'formula-without-result',
  'formula-error',
  'missing-person',
  'missing-project',
]);

function fixableOf({ problems, reading }: TimesheetPreview) {
  const fixable = new Map<string, PreviewProblem>();
  for (const problem of problems) {
    if (!problem.blocking || problem.column === null || !fixableCodes.has(problem.code as Problem['code'])) continue;
    const key = cellKey(problem, reading);
    if (key !== null && !fixable.has(key)) fixable.set(key, problem);
  }
  return fixable.size > mostFixable ? [] : [...fixable].map(([key, problem]) => ({ key, problem }));
}

const severities = ['must-fix', 'confirm', 'note'] as const;
const inOrder = (a: PreviewProblem, b: PreviewProblem): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity);

function chosenSoFar(choices: Choices | null, { leftOutPeople, leftOutProjects }: TimesheetPreview) {
  const { cells = {}, leaveOut = [], notNeeded: _names, ...layout } = choices ?? {};
  return {
    notNeededPeople: leftOutPeople,
    notNeededProjects: leftOutProjects,
    linesLeftOut: leaveOut.length,
    cells: Object.entries(cells).map(([key, text]) => ({ key, text })),
    layout: Object.keys(layout).length > 0,
  };
}

export interface PreviewShown {
  readonly company: string;
  readonly year: number;
  /** A file that was sent before: its SHA-256. */
  readonly sha256: string;
  /** What it is to be read with: their SHA-256; null: as it stands. */
  readonly choices: string | null;
}

/** @throws Refusal `unknown-timesheet`, `unknown-company`, and those of a file that cannot be read at all */
export async function showPreview(ports: PreviewPorts & UploadPorts, asked: PreviewShown) {
  const { company, year, sha256 } = asked;
  const file = await keptUpload(ports, company, sha256);
  const choices = await keptChoices(ports, company, asked.choices);
  const preview = await previewTimesheet(ports, { company, file, year, choices });
  const { reading, problems, toAccept, toExplain } = preview;
  const profile = await profileUsed(ports, company, file, choices);
  const state = await readBook(ports, companyBook(company));
  const standing = await standingPosting(state, sha256, year);
  const postings = (await state.list('postings')).map(({ value }) => value as unknown as PostingView);
  const toConfirm = (codes: readonly string[], asksReason: boolean) =>
    codes.map((code) => ({
      code,
      count: problems.filter((problem) => problem.code === code && problem.severity === 'confirm').length,
      asksReason,
    }));
  const { name, bytes, kind } = reading.file;
  return {
    company: await companyName(ports, company),
    year,
    years: yearsToChoose(postings, parisDayOf(ports.clock.now())),
    file: { name, sha256, bytes, kind },
    understood: reading.understood,
    profile: profile === null ? null : await profileShown(ports, profile),
    choices: asked.choices,
    chosen: chosenSoFar(choices, preview),
    totals: preview.totals,
    ignored: reading.ignored,
    problems: problems.toSorted(inOrder),
    hasCopy: hasCopy(reading),
    fixable: fixableOf(preview),
    linesToFix: preview.linesToFix,
    unknownPeople: preview.unknownPeople,
    unknownProjects: preview.unknownProjects,
    toConfirm: [...toConfirm(toAccept, false), ...toConfirm(toExplain, true)],
    receipt: standing === null ? null : String(standing.seq),
  };
}
