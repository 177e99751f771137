// A signatory of a foundation issues the receipt for a gift of work that an issued statement values: number, PDF, JSON, fact.
import { canonicalBytes, type Json } from '../ledger/canonical.ts';
import { causeOf } from '../ledger/fact.ts';
import type { ReceiptView } from '../ledger/views/foundation-views.ts';
import { parisDayOf } from '../model/calendar.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import type { Language } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { nextStatementNumber } from '../statement/number.ts';
import { printedReceipt } from '../statement/receipt/print-receipt.ts';
import { receiptSchema } from '../statement/receipt/receipt.ts';
import { type AppendPorts, append } from './append.ts';
import { foundationBook } from './people.ts';
import {
  type DraftAsked,
  type DraftPorts,
  draftReceipt,
  receiptReplaced,
  receiptsIn,
  requireComplete,
  unlawfulReceipt,
} from './receipt-draft.ts';
import { type SealPorts, sealedDocument } from './sealed-pdf.ts';

export type ReceiptPorts = DraftPorts & AppendPorts & SealPorts & Pick<Ports, 'sealedFiles' | 'installation'>;

export interface ReceiptAsked extends DraftAsked {
  readonly language: Language;
  /** She was told what an unlawful receipt costs, and certifies what it says. */
  readonly certified: boolean;
}

export interface IssuedReceipt {
  readonly number: string;
  readonly supersedes: string | null;
  readonly valueCents: number;
  readonly pdf: Uint8Array;
  readonly json: Uint8Array;
  /** True if it was issued before: the same bytes. */
  readonly already: boolean;
}

const notCertified = (): Refusal =>
  new Refusal('receipt-not-certified', {
    fr: `${unlawfulReceipt.fr} Rien n’a été délivré : certifiez-le pour délivrer le reçu.`,
    en: `${unlawfulReceipt.en} Nothing was issued: certify it to issue the receipt.`,
  });

async function kept(
  ports: ReceiptPorts,
  asked: ReceiptAsked,
  fact: ReceiptView,
  already: boolean,
): Promise<IssuedReceipt> {
  const book = foundationBook(asked.foundation);
  const read = async (sha256: string): Promise<Uint8Array> => {
    const bytes = await ports.sealedFiles.get(book, sha256);
    if (bytes === null) throw new Error(`receipt ${fact.number} of ${asked.foundation}: a file is missing`);
    return bytes;
  };
  const [pdf, json] = [await read(fact.pdf), await read(fact.json)];
  const { gift } = receiptSchema.parse(JSON.parse(new TextDecoder().decode(json)));
  return { ...{ number: fact.number, supersedes: fact.supersedes, valueCents: gift.valueCents }, pdf, json, already };
}

/**
 * The same statement again answers with the receipt of the first time, as long as the statement stands.
 * @throws Refusal `not-a-signatory`, `own-employer`, `unknown-foundation`, `unknown-statement`, `receipt-not-possible`, `receipt-incomplete`,
 * `receipt-not-certified`
 */
export async function issueReceipt(ports: ReceiptPorts, asked: ReceiptAsked): Promise<IssuedReceipt> {
  const { foundation, company, number, by, language } = asked;
  const { sha256 } = ports.primitives;
  const { draft, missing, view, state } = await draftReceipt(ports, asked);
  // Said before anything is written.
  requireComplete(missing);
  if (!asked.certified) throw notCertified();
  const book = foundationBook(foundation);
  const cause = causeOf(sha256, {
    actor: foundation,
    act: 'issue-receipt',
    on: { company, jws: view.jws },
    after: null,
  });
  const { fact, already } = await append<'receipt-issued'>(
    ports,
    { book, cause, dependsOn: ['receipt-issued'] },
    async (current) => {
      const year = Number(parisDayOf(Date.parse(draft.issuedAt)).slice(0, 4));
      const receipts = await receiptsIn(current);
      const numbers = receipts.map((one) => one.number);
      const supersedes = await receiptReplaced(receipts, company, state, view);
      const receipt = receiptSchema.parse({ ...draft, number: nextStatementNumber(year, numbers), supersedes });
      const json = canonicalBytes(receipt as unknown as Json);
      const pdf = await sealedDocument(
        ports,
        ports.installation.operator.name,
        printedReceipt(receipt, json, language, ports.signer.isTest),
      );
      const [pdfDigest, jsonDigest] = [toHex(sha256(pdf)), toHex(sha256(json))];
      // Before the fact: a crash between leaves files that nobody was given.
      await ports.sealedFiles.put(book, pdfDigest, pdf);
      await ports.sealedFiles.put(book, jsonDigest, json);
      return {
        kind: 'receipt-issued',
        by,
        data: {
          ...{
            number: receipt.number,
            company,
            statement: number,
            jws: view.jws,
            fiscalYear: draft.statement.fiscalYear,
          },
          ...{ supersedes, pdf: pdfDigest, json: jsonDigest },
        },
      };
    },
  );
  if (fact.kind !== 'receipt-issued') throw new Error(`fact ${book} ${fact.seq} is no receipt`);
  return kept(ports, asked, { ...fact.data, seq: fact.seq, at: fact.at, by: fact.by }, already);
}
