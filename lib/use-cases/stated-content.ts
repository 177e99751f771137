// What a statement was worked out to say, or, once that was lawfully erased with the people in it, what the signed text still says.
import type { Ports } from '../ports.ts';
import type { BookPorts } from './book-state.ts';
import { issuedPayload } from './issued-payload.ts';
import type { StatementContent } from './statement-content.ts';
import { contentIfKept, type FoundStatement } from './statements-of.ts';

/** Without lines and people where they were erased: totals, projects and roots stay. */
export type StatedContent = Pick<
  StatementContent,
  'company' | 'period' | 'time' | 'awaits' | 'projects' | 'lines' | 'people'
>;

export async function statedContent(
  ports: BookPorts & { readonly sealedFiles: Ports['readSealedFiles'] },
  company: string,
  { prepared, issued }: FoundStatement,
): Promise<StatedContent> {
  const kept = await contentIfKept(ports, company, prepared);
  if (kept !== null) return kept;
  if (issued === null) throw new Error(`computation ${prepared.computation} is missing`);
  const payload = await issuedPayload(ports, issued);
  const { period, minutes, halfDays, refused, awaits, projects } = payload;
  return {
    ...{ period, awaits, projects, lines: [], people: [] },
    company: { id: company, ...payload.company },
    time: { minutes, ...(halfDays === undefined ? {} : { halfDays }), refused },
  };
}
