// What stands behind an auditor's link while it is open: the statement it shows, at its level, and the books as they were read for it.
import type { LinkView } from '../ledger/views/company-views.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { linkRow } from './hours-seen.ts';
import type { LinkRow } from './issue-link.ts';
import { type OpenedLink, requireOpenLink } from './open-link.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { type StatedContent, statedContent } from './stated-content.ts';
import { type FoundStatement, findPreparedOrIssued } from './statements-of.ts';

export type LinkReadPorts = BookPorts &
  DirectoryPorts &
  Pick<Ports, 'clock'> & { readonly sealedFiles: Ports['readSealedFiles'] };

interface LinkedStatement extends OpenedLink, FoundStatement {
  /** The company's book as it stands. */
  readonly state: BookState;
  readonly content: StatedContent;
  readonly expires: string;
  readonly reader: LinkRow | null;
}

/** @throws Refusal `unknown-link` once it was revoked or has expired */
export async function linkedStatement(ports: LinkReadPorts, link: string): Promise<LinkedStatement> {
  const opened = await requireOpenLink(ports, link);
  const state = await readBook(ports, companyBook(opened.company));
  const view = (await state.get(`links/${link}`)) as unknown as LinkView;
  const found = await findPreparedOrIssued(state, opened.number);
  const content = await statedContent(ports, opened.company, found);
  return { ...opened, ...found, state, content, expires: view.expires, reader: await linkRow(ports, state, view) };
}

/** @returns for whom the link was made, in words @throws Refusal `unknown-link` once it was revoked or has expired */
export async function audienceOf(
  ports: BookPorts & DirectoryPorts & Pick<Ports, 'clock'>,
  link: string,
): Promise<string> {
  const { company } = await requireOpenLink(ports, link);
  const state = await readBook(ports, companyBook(company));
  const view = (await state.get(`links/${link}`)) as unknown as LinkView;
  return (await linkRow(ports, state, view))?.audience ?? link;
}

/** A page or a file that this level does not have. */
export const notAtThisLevel = (): Refusal =>
  new Refusal('unknown-page', {
    fr: 'Ce lien ne montre pas cela : l’entreprise l’a donné à un niveau de lecture qui ne l’a pas. Demandez-lui un lien d’un autre niveau si vous en avez besoin.',
    en: 'This link does not show that: the company gave it at a level that does not have it. Ask it for a link of another level if you need one.',
  });
