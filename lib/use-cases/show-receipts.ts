// The foundation: gifts of work that await its receipt, and the receipts that it issued. Nobody else's gifts, and no pay.

import type { StatementView } from '../ledger/views/company-views.ts';
import type { ReceiptView } from '../ledger/views/foundation-views.ts';
import type { SignatoryView } from '../ledger/views/registry-views.ts';
import { type Day, parisDayOf } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import { covers } from '../model/registry.ts';
import type { Bilingual } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { countedFor, valueFor } from '../statement/receipt/receipt.ts';
import { foundationTenant } from './agree-secondments.ts';
import { inTurn } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { erasedOf, fileToday } from './erased-lines.ts';
import { giftScheme } from './gift-sources.ts';
import { issuedPayload } from './issued-payload.ts';
import { companyName } from './names.ts';
import { companyBook, type DirectoryPorts, foundationBook, registryBook } from './people.ts';
import { receiptReplaced, receiptsIn } from './receipt-draft.ts';
import { type ReceiptsPorts, receiptsShown } from './receipts-seen.ts';
import { signingFor } from './signatory.ts';
import { foundationName } from './statement-sources.ts';

type Asked = { readonly foundation: string; readonly by: string };

/** @returns why she may not sign about this company; null if she may */
async function blockedFor(
  ports: DirectoryPorts,
  registry: BookState,
  who: { readonly person: string; readonly foundation: string; readonly company: string },
  today: Day,
): Promise<Bilingual | null> {
  try {
    await signingFor(ports, registry, who, today);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.detail;
    throw error;
  }
}

/**
 * Standing statements of gifts of one company that count time for this foundation and have no receipt of it yet. Where an erasure took the
 * lines away there is nothing left to attest.
 */
async function giftsOf(ports: BookPorts, foundation: string, receipts: readonly ReceiptView[], company: string) {
  const state = await readBook(ports, companyBook(company));
  const erased = await erasedOf(ports, state);
  const isWhole = ({ disclosures }: StatementView): boolean => fileToday(erased, disclosures) === disclosures;
  const done = new Set(receipts.flatMap((one) => (one.company === company ? [one.statement] : [])));
  const open = (await state.list('statements'))
    .map(({ value }) => value as unknown as StatementView)
    .filter((one) => one.scheme === giftScheme && one.state === 'issued' && !done.has(one.number) && isWhole(one));
  const found = await inTurn(open, async (view) => {
    const payload = await issuedPayload(ports, view);
    const time = countedFor(payload, foundation);
    if (payload.relief === undefined || time.minutes + time.halfDays === 0) return [];
    return [
      {
        ...{ number: view.number, fiscalYear: view.fiscalYear, period: view.period, issuedAt: view.at, time },
        valueCents: valueFor(payload, foundation).valueCents,
        supersedes: await receiptReplaced(receipts, company, state, view),
      },
    ];
  });
  return found.flat();
}

async function capacityOf(registry: BookState, { foundation, by }: Asked, today: Day): Promise<string | null> {
  const view = (await registry.get(`signatories/${foundation}/${by}`)) as unknown as SignatoryView | null;
  return view?.find((one) => covers(one, today))?.capacity ?? null;
}

/** Company by company that lends to the foundation. */
export async function giftsAwaiting(ports: BookPorts & DirectoryPorts, foundation: string) {
  const companies: string[] = [];
  for await (const { key } of ports.directory.list(foundationTenant(foundation), 'lender')) companies.push(key);
  const receipts = await receiptsIn(await readBook(ports, foundationBook(foundation)));
  return inTurn(companies, async (company) => ({
    company,
    gifts: await giftsOf(ports, foundation, receipts, company),
  }));
}

export async function showReceipts(ports: ReceiptsPorts & Pick<Ports, 'clock'>, asked: Asked) {
  const { foundation, by } = asked;
  const today = parisDayOf(ports.clock.now());
  const registry = await readBook(ports, registryBook);
  const awaiting = await inTurn(await giftsAwaiting(ports, foundation), async ({ company, gifts }) => {
    if (gifts.length === 0) return [];
    const blocked = await blockedFor(ports, registry, { person: by, foundation, company }, today);
    const name = await companyName(ports, company);
    return gifts.map((gift) => ({ ...gift, company: name, blocked }));
  });
  return {
    foundation: { id: foundation, name: await foundationName(registry, foundation) },
    capacity: await capacityOf(registry, asked, today),
    awaiting: awaiting.flat().sort((a, b) => (a.issuedAt < b.issuedAt ? -1 : 1)),
    issued: await receiptsShown(ports, foundation, null),
  };
}
