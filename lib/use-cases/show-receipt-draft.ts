// What a receipt would say, before anything is written: for the signatory who is about to certify it.
import type { Ports } from '../ports.ts';
import { readBook } from './book-state.ts';
import { companyName } from './names.ts';
import { foundationBook } from './people.ts';
import {
  type DraftAsked,
  type DraftPorts,
  draftReceipt,
  receiptReplaced,
  receiptsIn,
  unlawfulReceipt,
} from './receipt-draft.ts';
import { noteNamed } from './receipts-seen.ts';

/**
 * Whoever is named in it learns that it was opened.
 * @throws as `draftReceipt`
 */
export async function showReceiptDraft(ports: DraftPorts & Pick<Ports, 'accessList'>, asked: DraftAsked) {
  const { foundation, company, number, by } = asked;
  const { draft, missing, state, view } = await draftReceipt(ports, asked);
  await noteNamed(ports, company, { foundation, number, by });
  const { beneficiary, donor, gift, statement, signatory } = draft;
  const receipts = await receiptsIn(await readBook(ports, foundationBook(foundation)));
  const done = receipts.find((one) => one.company === company && one.statement === number);
  return {
    foundation: { id: foundation, name: beneficiary.name },
    company: await companyName(ports, company),
    ...{ beneficiary, donor, gift, statement, signatory, missing, unlawful: unlawfulReceipt },
    supersedes: await receiptReplaced(receipts, company, state, view),
    /** The number of the receipt that was issued for this very statement. */
    already: done?.number ?? null,
  };
}
