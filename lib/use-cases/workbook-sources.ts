// What a workbook says beyond the signed text: what changed in the books since, the statement that it replaces, and the entries behind it.
import type { StatementView } from '../ledger/views/company-views.ts';
import { type Corrections, correctionsAt } from '../statement/corrections.ts';
import type { WorkbookInput } from '../statement/render-xlsx.ts';
import type { ViewLevel } from '../statement/sd-jwt.ts';
import { inTurn } from './batches.ts';
import { readBook } from './book-state.ts';
import type { Exported } from './corrections-since.ts';
import { issuedPayload } from './issued-payload.ts';
import { developerName } from './names.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { findStatement, type StatementPorts } from './read-statement.ts';
import type { StatementContent } from './statement-content.ts';
import { statementEntries } from './statement-entries.ts';
import { contentIfKept, type FoundStatement, findPreparedOrIssued } from './statements-of.ts';
import { withoutNames } from './without-names.ts';

export type WorkbookPorts = StatementPorts & DirectoryPorts;

export interface WorkbookSources {
  readonly exported: Exported;
  readonly found: FoundStatement;
}

/** @returns null once an erasure took away what was worked out: a workbook then says what is signed, and nothing beyond. @throws Refusal `unknown-statement` */
export async function workbookSources(
  ports: WorkbookPorts,
  company: string,
  number: string,
): Promise<WorkbookSources | null> {
  const book = companyBook(company);
  const found = await findPreparedOrIssued(await readBook(ports, book), number);
  const content = await contentIfKept(ports, company, found.prepared);
  if (content === null) return null;
  const closing = found.prepared.heads.find((head) => head.book === book)!.seq;
  return { exported: { number, content, closing }, found };
}

/** A reason is free text: below level `names` it loses the names of those on the statement. */
async function shownCorrections(
  ports: WorkbookPorts,
  corrections: Corrections,
  content: StatementContent,
  level: ViewLevel,
): Promise<Corrections> {
  const shown = correctionsAt(level, corrections);
  const hasReasons = shown.months.some(({ acts }) => acts.some(({ reason }) => reason !== null));
  if (level === 'names' || !hasReasons) return shown;
  const { id } = content.company;
  const names = await inTurn(content.people, ({ developer }) => developerName(ports, id, developer));
  const nameless = withoutNames(names);
  return {
    ...shown,
    months: shown.months.map((month) => ({
      ...month,
      acts: month.acts.map((act) => ({ ...act, reason: act.reason === null ? null : nameless(act.reason) })),
    })),
  };
}

/** @param level what may be shown of people @param corrections as the ledger tells them, at level `names` */
export async function beyondSigned(
  ports: WorkbookPorts,
  { supersedes }: StatementView,
  level: ViewLevel,
  { exported: { content }, found }: WorkbookSources,
  corrections: Corrections,
): Promise<Required<Pick<WorkbookInput, 'corrections' | 'earlier' | 'entries'>>> {
  const company = content.company.id;
  const earlier = supersedes === null ? null : await findStatement(ports, company, supersedes);
  return {
    corrections: await shownCorrections(ports, corrections, content, level),
    earlier: earlier === null ? null : await issuedPayload(ports, earlier),
    entries: level === 'names' ? ((await statementEntries(ports, found, content)) ?? 'moved') : null,
  };
}
