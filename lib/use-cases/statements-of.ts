// The statements of a company: what is prepared and waits for another person, and what was issued.
import type { PreparedView, StatementView } from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import type { BookState } from './book-state.ts';
import { companyBook } from './people.ts';
import type { StatementContent } from './statement-content.ts';

/** A preparation, and what was issued of it. */
export interface FoundStatement {
  readonly prepared: PreparedView;
  readonly issued: StatementView | null;
}

const waiting = 'p-';

/** How a statement is called in addresses: by its number, and before it has one by its preparation. */
export const statementId = ({ prepared, issued }: FoundStatement): string =>
  issued?.number ?? `${waiting}${prepared.seq}`;

const preparedAt = async (state: BookState, seq: number): Promise<PreparedView | null> =>
  (await state.get(`prepared/${seqName(seq)}`)) as unknown as PreparedView | null;

const allIssued = async (state: BookState): Promise<StatementView[]> =>
  (await state.list('statements')).map(({ value }) => value as unknown as StatementView);

/** @param id a number, or `p-<seq>` @throws Refusal `unknown-statement` */
export async function findPreparedOrIssued(state: BookState, id: string): Promise<FoundStatement> {
  const issued = await allIssued(state);
  const own = id.startsWith(waiting)
    ? issued.find(({ prepared }) => `${waiting}${prepared}` === id)
    : issued.find(({ number }) => number === id);
  const prepared = await preparedAt(state, own?.prepared ?? Number(id.slice(waiting.length)));
  if (prepared !== null && (own !== undefined || id.startsWith(waiting))) return { prepared, issued: own ?? null };
  throw new Refusal('unknown-statement', {
    fr: `Cette société n’a ni préparé ni émis d’état « ${id} ». Repartez de la page États certifiés.`,
    en: `This company has neither prepared nor issued a statement '${id}'. Start again from the page Statements.`,
  });
}

/** @returns those that wait, the last of each scheme, period and reading; then the issued ones; each newest first */
export async function statementsOf(state: BookState): Promise<readonly FoundStatement[]> {
  const prepared = (await state.list('prepared')).map(({ value }) => value as unknown as PreparedView);
  const issued = await allIssued(state);
  const last = new Map(
    prepared.map((one) => [[one.scheme, one.period.from, one.period.to, one.reading].join(' '), one]),
  );
  const open = [...last.values()].filter(({ seq }) => !issued.some((one) => one.prepared === seq));
  const stated = issued.map((one) => ({ prepared: prepared.find(({ seq }) => seq === one.prepared)!, issued: one }));
  return [
    ...open.map((one) => ({ prepared: one, issued: null })).sort((a, b) => b.prepared.seq - a.prepared.seq),
    ...stated.sort((a, b) => b.issued.seq - a.issued.seq),
  ];
}

/** @returns what was worked out, as it was kept; null once an erasure took it away */
export async function contentIfKept(
  ports: { readonly sealedFiles: Ports['readSealedFiles'] },
  company: string,
  { computation }: Pick<PreparedView, 'computation'>,
): Promise<StatementContent | null> {
  const bytes = await ports.sealedFiles.get(companyBook(company), computation);
  if (bytes === null) return null;
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as StatementContent;
}

/** @returns what was worked out, as it was kept @throws Error (a fault) if it is missing */
export async function contentOf(
  ports: { readonly sealedFiles: Ports['readSealedFiles'] },
  company: string,
  prepared: Pick<PreparedView, 'computation'>,
): Promise<StatementContent> {
  const content = await contentIfKept(ports, company, prepared);
  if (content === null) throw new Error(`computation ${prepared.computation} is missing`);
  return content;
}
