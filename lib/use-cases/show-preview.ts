// What was understood of a file that HR has sent, as its page shows it: problems by cell, numbers of what would be posted.
import type { FileView, PostingView } from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import { parisDayOf } from '../model/calendar.ts';
import type { Ports } from '../ports.ts';
import { type BookState, readBook } from './book-state.ts';
import { keptUpload, type UploadPorts } from './keep-upload.ts';
import { companyName } from './names.ts';
import { companyBook } from './people.ts';
import { type PreviewPorts, previewTimesheet, type TimesheetPreview } from './preview-timesheet.ts';
import { yearsToChoose } from './show-timesheets.ts';

/** Lines whose person, project or unit the ledger does not know are to be corrected like those that could not be read. */
function totalsOf({ reading, rows }: TimesheetPreview) {
  const claiming = reading.entries.filter(({ minutes, halfDays }) => (minutes ?? halfDays) !== 0).length;
  const unknown = claiming - rows.length;
  const { ready, toFix, ...totals } = reading.totals;
  return { ...totals, ready: ready - unknown, toFix: toFix + unknown };
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
    totals: totalsOf(preview),
    problems: preview.problems,
    ignored: preview.reading.ignored,
    receipt: await standingReceipt(state, sha256, year),
  };
}
