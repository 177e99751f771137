// A link that a company made for an auditor, by its id: for whoever shows or withdraws it.
import type { LinkView } from '../ledger/views/company-views.ts';
import { Refusal } from '../model/refusal.ts';
import type { BookState } from './book-state.ts';

/** @param state of the company's book @throws Refusal `unknown-link` */
export async function ownLink(state: BookState, link: string): Promise<LinkView> {
  const view = (await state.get(`links/${link}`)) as unknown as LinkView | null;
  if (view !== null) return view;
  throw new Refusal('unknown-link', {
    fr: 'Ce lien n’est pas de cette société. Rechargez la liste des liens.',
    en: 'This link is not one of this company. Reload the list of links.',
  });
}
