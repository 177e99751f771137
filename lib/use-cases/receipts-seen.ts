// Receipts for gifts of work as those see them who hold them: the foundation that issued them, and the company whose gift they attest.
import type { StatementView } from '../ledger/views/company-views.ts';
import type { ReceiptView } from '../ledger/views/foundation-views.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { receiptSchema } from '../statement/receipt/receipt.ts';
import { inTurn } from './batches.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { noteLook } from './hours-seen.ts';
import type { NamedFile } from './named-file.ts';
import { companyName, personName } from './names.ts';
import { companyBook, type DirectoryPorts, foundationBook, registryBook } from './people.ts';
import { receiptsIn } from './receipt-draft.ts';
import { foundationName } from './statement-sources.ts';
import { contentIfKept, findPreparedOrIssued } from './statements-of.ts';

export type ReceiptsPorts = BookPorts & DirectoryPorts & { readonly sealedFiles: Ports['readSealedFiles'] };

export const receiptFileNames = ['receipt.pdf', 'receipt.json'] as const;
type ReceiptFileName = (typeof receiptFileNames)[number];

const receiptsOf = async (ports: BookPorts, foundation: string): Promise<readonly ReceiptView[]> =>
  receiptsIn(await readBook(ports, foundationBook(foundation)));

async function bytesOf(ports: ReceiptsPorts, foundation: string, receipt: ReceiptView, name: ReceiptFileName) {
  const bytes = await ports.sealedFiles.get(
    foundationBook(foundation),
    name === 'receipt.pdf' ? receipt.pdf : receipt.json,
  );
  if (bytes === null) throw new Error(`receipt ${receipt.number} of ${foundation}: its ${name} is missing`);
  return bytes;
}

/**
 * Newest first.
 * @param company only those for its gifts; null: all of the foundation
 * @param statement only those for one of its statements; null: for all
 */
export async function receiptsShown(
  ports: ReceiptsPorts,
  foundation: string,
  company: string | null,
  statement: string | null = null,
) {
  const all = await receiptsOf(ports, foundation);
  const own = all.filter((one) => company === null || one.company === company);
  const registry = await readBook(ports, registryBook);
  const shown = own.filter((one) => statement === null || one.statement === statement);
  return inTurn(
    shown.toSorted((a, b) => b.seq - a.seq),
    async (receipt) => {
      const { number, supersedes, at, by } = receipt;
      const bytes = await bytesOf(ports, foundation, receipt, 'receipt.json');
      const { gift } = receiptSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
      const state = await readBook(ports, companyBook(receipt.company));
      const stated = (await state.get(`statements/${receipt.statement}`)) as unknown as StatementView;
      return {
        ...{ number, supersedes, issuedAt: at, by: await personName(ports, by), valueCents: gift.valueCents },
        replacedBy: own.find((one) => one.supersedes === number && one.company === receipt.company)?.number ?? null,
        foundation: { id: foundation, name: await foundationName(registry, foundation) },
        company: await companyName(ports, receipt.company),
        statement: { number: receipt.statement, fiscalYear: receipt.fiscalYear, state: stated.state },
      };
    },
  );
}

/** Those that the foundations of its projects issued for a statement of this company. */
export async function receiptsForStatement(
  ports: ReceiptsPorts,
  company: string,
  number: string,
  projects: readonly { readonly foundation: { readonly id: string } }[],
) {
  const foundations = [...new Set(projects.map(({ foundation }) => foundation.id))];
  return (await inTurn(foundations, (id) => receiptsShown(ports, id, company, number))).flat();
}

/** Whoever is named in it learns that it was taken; once an erasure took away who that was, nobody can be told. */
export async function noteNamed(
  ports: ReceiptsPorts & Pick<Ports, 'accessList' | 'clock'>,
  company: string,
  { foundation, number, by }: { readonly foundation: string; readonly number: string; readonly by: string },
): Promise<void> {
  const found = await findPreparedOrIssued(await readBook(ports, companyBook(company)), number);
  const content = await contentIfKept(ports, company, found.prepared);
  if (content === null) return;
  const own = new Set(content.projects.flatMap((one) => (one.foundation.id === foundation ? [one.id] : [])));
  const developers = content.lines.flatMap((line) => (own.has(line.project) ? [line.developer] : []));
  await noteLook(ports, company, [...new Set(developers)], { by, act: 'receipt' });
}

const unknownReceipt = (number: string): Refusal =>
  new Refusal('unknown-page', {
    fr: `Il n’y a pas ici de reçu n° ${number}. Repartez de la liste des reçus, ou de la page de l’état qu’il concerne.`,
    en: `There is no receipt ${number} here. Start again from the list of receipts, or from the page of the statement that it is about.`,
  });

/**
 * @param asked `company`: whose gift it must attest; null: any, for the foundation itself
 * @returns the very bytes that were issued
 * @throws Refusal `unknown-page`
 */
export async function receiptFile(
  ports: ReceiptsPorts & Pick<Ports, 'accessList' | 'clock'>,
  asked: {
    readonly foundation: string;
    readonly company: string | null;
    readonly number: string;
    readonly name: ReceiptFileName;
    readonly by: string;
  },
): Promise<NamedFile> {
  const { foundation, company, number, name, by } = asked;
  const receipt = (await receiptsOf(ports, foundation)).find((one) => one.number === number);
  if (receipt === undefined || (company !== null && receipt.company !== company)) throw unknownReceipt(number);
  const bytes = await bytesOf(ports, foundation, receipt, name);
  await noteNamed(ports, receipt.company, { foundation, number: receipt.statement, by });
  return { name: `receipt-${foundation}-${number}.${name === 'receipt.pdf' ? 'pdf' : 'json'}`, bytes };
}
