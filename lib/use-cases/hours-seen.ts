// Who looked at somebody's hours: a line for her to read, outside the chains.
import type { LinkView } from '../ledger/views/company-views.ts';
import type { Bilingual } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { inTurn, readRow } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import type { LinkRow } from './issue-link.ts';
import { personName } from './names.ts';
import { companyBook, type DirectoryPorts } from './people.ts';

export const looks = {
  'to-confirm': {
    fr: 'a ouvert la liste des contributions à confirmer',
    en: 'opened the list of contributions to confirm',
  },
  'statement-names': {
    fr: 'a ouvert un état certifié où figure votre nom',
    en: 'opened a certified statement that names you',
  },
  'statement-files': {
    fr: 'a téléchargé un état certifié où figure votre nom',
    en: 'downloaded a certified statement that names you',
  },
  'statement-line': {
    fr: 'a ouvert vos lignes d’un mois, dans un état certifié',
    en: 'opened your lines of a month, in a certified statement',
  },
  receipt: {
    fr: 'a ouvert ou téléchargé le reçu d’un don de temps où figure votre nom',
    en: 'opened or downloaded the receipt for a gift of time that names you',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type Look = keyof typeof looks;

/** Of the access list: a developer at a company. */
export const subjectOf = (company: string, developer: string): string => `developer/${company}/${developer}`;
const byLink = 'link/';

/** An auditor is known by her link. */
export const readerOf = (link: string): string => `${byLink}${link}`;

/** To the minute: a page loaded again is one look. @param by `pe-…`, or `readerOf` a link */
export async function noteLook(
  ports: Pick<Ports, 'accessList' | 'clock'>,
  company: string,
  developers: readonly string[],
  { by, act }: { readonly by: string; readonly act: Look },
): Promise<void> {
  const at = `${new Date(ports.clock.now()).toISOString().slice(0, 16)}:00.000Z`;
  await inTurn(developers, (developer) => ports.accessList.add(subjectOf(company, developer), { at, by, act }));
}

/** @returns for whom a link was made, in words */
export async function linkRow(ports: BookPorts, state: BookState, view: LinkView): Promise<LinkRow | null> {
  return (await readRow(ports, state.book, view.batch, 0)) as unknown as LinkRow | null;
}

async function readerName(ports: BookPorts & DirectoryPorts, state: BookState, by: string): Promise<string> {
  if (!by.startsWith(byLink)) return personName(ports, by);
  const view = (await state.get(`links/${by.slice(byLink.length)}`)) as unknown as LinkView | null;
  return (view === null ? null : await linkRow(ports, state, view))?.audience ?? by;
}

/** @returns newest first */
export async function looksAt(
  ports: BookPorts & DirectoryPorts & Pick<Ports, 'accessList'>,
  company: string,
  developer: string,
): Promise<readonly { readonly by: string; readonly act: Bilingual; readonly at: string }[]> {
  const state = await readBook(ports, companyBook(company));
  const lines: { by: string; act: string; at: string }[] = [];
  for await (const line of ports.accessList.list(subjectOf(company, developer))) lines.push(line);
  const names = new Map<string, string>();
  for (const by of new Set(lines.map((line) => line.by))) names.set(by, await readerName(ports, state, by));
  return lines.toReversed().map(({ by, act, at }) => ({ by: names.get(by)!, act: looks[act as Look], at }));
}
