// What a workbook rests on beyond the signed text: the books that the statement read, the statement that it replaces, and the entries behind it.
import type { StatementView } from '../ledger/views/company-views.ts';
import type { WorkbookInput } from '../statement/render-xlsx.ts';
import type { ViewLevel } from '../statement/sd-jwt.ts';
import { readBook } from './book-state.ts';
import type { Exported } from './corrections-since.ts';
import { issuedPayload } from './issued-payload.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { findStatement, type StatementPorts } from './read-statement.ts';
import { statementEntries } from './statement-entries.ts';
import { contentIfKept, type FoundStatement, findPreparedOrIssued } from './statements-of.ts';

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

/** @param level what may be shown of people */
export async function beyondSigned(
  ports: WorkbookPorts,
  { supersedes }: StatementView,
  level: ViewLevel,
  { exported: { content }, found }: WorkbookSources,
): Promise<Required<Pick<WorkbookInput, 'earlier' | 'entries'>>> {
  const company = content.company.id;
  const earlier = async (number: string) =>
    issuedPayload(ports, await findStatement(await readBook(ports, companyBook(company)), number));
  return {
    earlier: supersedes === null ? null : await earlier(supersedes),
    entries: level === 'names' ? ((await statementEntries(ports, found, content)) ?? 'moved') : null,
  };
}
