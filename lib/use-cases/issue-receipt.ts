// A signatory of a foundation issues the receipt for a gift of work that an issued statement values: number, PDF, JSON, fact.
import { canonicalBytes, type Json } from '../ledger/canonical.ts';
import { causeOf } from '../ledger/fact.ts';
import type { ProfileView, StatementView } from '../ledger/views/company-views.ts';
import type { ReceiptView } from '../ledger/views/foundation-views.ts';
import type { FoundationView, StandingsView } from '../ledger/views/registry-views.ts';
import { parisDayOf } from '../model/calendar.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import type { Bilingual, Language } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { nextStatementNumber } from '../statement/number.ts';
import { printedReceipt } from '../statement/receipt/print-receipt.ts';
import { giftTo, type Receipt, receiptSchema } from '../statement/receipt/receipt.ts';
import { type AppendPorts, append } from './append.ts';
import { type BookState, readBook } from './book-state.ts';
import { personName } from './names.ts';
import { companyBook, type DirectoryPorts, foundationBook, registryBook } from './people.ts';
import { readStatement, type StatementPorts } from './read-statement.ts';
import { type SealPorts, sealedDocument } from './sealed-pdf.ts';
import { signingFor } from './signatory.ts';

export type ReceiptPorts = StatementPorts &
  AppendPorts &
  DirectoryPorts &
  SealPorts &
  Pick<Ports, 'sealedFiles' | 'installation'>;

export interface ReceiptAsked {
  readonly foundation: string;
  readonly company: string;
  /** Of the statement. */
  readonly number: string;
  /** The signatory. */
  readonly by: string;
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

const giftScheme = 'mecenat-de-competences-238bis';

/** Said to whoever signs, before she does (CGI 1740 A as of 2019-01-01: law 2018-1317; a fixed 25 % before it). */
const unlawfulReceipt: Bilingual = {
  fr: 'Vous certifiez le temps reçu, ses dates et que la fondation ouvre droit à la réduction d’impôt ; non la valeur, que l’entreprise a déterminée. Délivrer sciemment un reçu qui fait obtenir indûment un avantage fiscal expose la fondation à une amende : le taux de la réduction d’impôt (60 % ou 40 %) appliqué aux sommes indûment mentionnées (CGI, article 1740 A).',
  en: 'You certify the time received, its dates, and that the foundation gives right to the tax reduction; not the value, which the company determined. Whoever knowingly issues a receipt by which a tax advantage is unduly obtained is fined the rate of the tax reduction (60 % or 40 %) on the amounts unduly stated (CGI, article 1740 A).',
};

const notCertified = (): Refusal =>
  new Refusal('receipt-not-certified', {
    fr: `${unlawfulReceipt.fr} Rien n’a été délivré : certifiez-le pour délivrer le reçu.`,
    en: `${unlawfulReceipt.en} Nothing was issued: certify it to issue the receipt.`,
  });

const notPossible = (why: Bilingual): Refusal => new Refusal('receipt-not-possible', why);

async function foundationOf(
  registry: BookState,
  id: string,
  period: { readonly from: string; readonly to: string },
): Promise<Omit<Receipt['beneficiary'], 'registration' | 'address' | 'purpose'> & Partial<Receipt['beneficiary']>> {
  const view = (await registry.get(`foundations/${id}`)) as unknown as FoundationView | null;
  if (view === null) {
    throw new Refusal('unknown-foundation', {
      fr: `La fondation « ${id} » n’est pas au registre. Vérifiez son identifiant.`,
      en: `The foundation '${id}' is not in the registry. Check its identifier.`,
    });
  }
  const standings = ((await registry.get(`standings/${id}`)) as unknown as StandingsView | null) ?? [];
  const held = standings.find(
    ({ standing, from, to }) => standing === '238bis' && from <= period.to && (to === null || to > period.from),
  );
  if (held === undefined || held.category === null) {
    throw notPossible({
      fr: `Le registre ne dit pas que « ${view.name} » relève de l’article 238 bis du CGI entre le ${period.from} et le ${period.to}. Faites-y inscrire son statut, avec ce qui le justifie (« communs registry »).`,
      en: `The registry does not say that '${view.name}' comes under CGI 238 bis between ${period.from} and ${period.to}. Have its standing entered there, with what shows it ('communs registry').`,
    });
  }
  const { name, country, registration, address, purpose } = view;
  return {
    ...{ id, name, country, category: held.category, proof: held.proof },
    ...(registration === null ? {} : { registration }),
    ...(address === undefined ? {} : { address }),
    ...(purpose === undefined ? {} : { purpose }),
  };
}

/** @throws Refusal `receipt-incomplete` with every mention that no file has given */
function complete(draft: object): Receipt {
  const read = receiptSchema.safeParse(draft);
  if (read.success) return read.data;
  const missing = [...new Set(read.error.issues.map(({ path }) => path.join('.')))];
  throw new Refusal('receipt-incomplete', {
    fr: `Il manque des mentions obligatoires au reçu : ${missing.join(', ')}. « beneficiary » vient du fichier du registre (registration, address, purpose), « donor » du fichier de l’entreprise (legalForm, address) : complétez-les, puis recommencez.`,
    en: `Mandatory mentions of the receipt are missing: ${missing.join(', ')}. 'beneficiary' comes from the registry file (registration, address, purpose), 'donor' from the company file (legalForm, address): complete them, then try again.`,
  });
}

/** @throws Refusal `unknown-statement`, `receipt-not-possible` */
async function giftOf(ports: ReceiptPorts, { foundation, company, number }: ReceiptAsked) {
  const at = await readStatement(ports, company, number, 'names');
  const { payload, lines, names } = at.verification;
  if (payload === null) throw new Error(`statement ${number} of ${company} does not verify`);
  if (payload.scheme.code !== giftScheme || payload.relief === undefined) {
    throw notPossible({
      fr: `L’état n° ${number} n’est pas un état de mécénat : un reçu n’atteste qu’un don au sens de l’article 238 bis du CGI.`,
      en: `Statement ${number} is not one of mécénat: a receipt attests a gift under CGI 238 bis and nothing else.`,
    });
  }
  if (at.view.state !== 'issued') {
    throw notPossible({
      fr: `L’état n° ${number} n’est plus en cours (il a été remplacé ou révoqué). Demandez à l’entreprise le numéro de celui qui l’est.`,
      en: `Statement ${number} no longer stands (it was replaced or revoked). Ask the company for the number of the one that does.`,
    });
  }
  const gift = giftTo(payload, foundation, lines, names);
  if (gift === null) {
    throw notPossible({
      fr: `L’état n° ${number} ne retient aucun temps donné à « ${foundation} », ou ses lignes ont été effacées : il n’y a rien à attester.`,
      en: `Statement ${number} counts no time given to '${foundation}', or its lines were erased: there is nothing to attest.`,
    });
  }
  return { view: at.view, payload, gift };
}

/** The receipt for the statement that this one replaces, directly or through others. */
async function replacedBy(
  book: BookState,
  company: string,
  state: BookState,
  view: StatementView,
): Promise<string | null> {
  const receipts = (await book.list('receipts')).map(({ value }) => value as unknown as ReceiptView);
  let earlier = view.supersedes;
  while (earlier !== null) {
    const number = earlier;
    const found = receipts.findLast((one) => one.company === company && one.statement === number);
    if (found !== undefined) return found.number;
    earlier = ((await state.get(`statements/${number}`)) as unknown as StatementView | null)?.supersedes ?? null;
  }
  return null;
}

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
 * The same statement again answers with the receipt of the first time.
 * @throws Refusal `not-a-signatory`, `own-employer`, `unknown-foundation`, `unknown-statement`, `receipt-not-possible`, `receipt-incomplete`,
 * `receipt-not-certified`
 */
export async function issueReceipt(ports: ReceiptPorts, asked: ReceiptAsked): Promise<IssuedReceipt> {
  const { foundation, company, number, by, language } = asked;
  const { sha256 } = ports.primitives;
  const now = ports.clock.now();
  const registry = await readBook(ports, registryBook);
  const { capacity, mandate } = await signingFor(ports, registry, { person: by, foundation, company }, parisDayOf(now));
  const { view, payload, gift } = await giftOf(ports, asked);
  const beneficiary = await foundationOf(registry, foundation, payload.period);
  const state = await readBook(ports, companyBook(company));
  const profile = ((await state.get('profile')) as unknown as ProfileView | null)?.at(-1);
  const draft = {
    ...{ v: 1, form: '2041-MEC-SD', iss: payload.iss, issuedAt: new Date(now).toISOString(), beneficiary, gift },
    donor: { ...payload.company, legalForm: profile?.legalForm ?? undefined, address: profile?.address },
    statement: { number, sha256: view.jws, fiscalYear: payload.fiscalYear },
    signatory: { name: await personName(ports, by), capacity, mandate },
  };
  // Said before anything is written.
  complete({ ...draft, number: '0', supersedes: null });
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
      const year = Number(parisDayOf(now).slice(0, 4));
      const numbers = (await current.list('receipts')).map(({ name }) => name.slice('receipts/'.length));
      const supersedes = await replacedBy(current, company, state, view);
      const receipt = complete({ ...draft, number: nextStatementNumber(year, numbers), supersedes });
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
          ...{ number: receipt.number, company, statement: number, jws: view.jws, fiscalYear: payload.fiscalYear },
          ...{ supersedes, pdf: pdfDigest, json: jsonDigest },
        },
      };
    },
  );
  if (fact.kind !== 'receipt-issued') throw new Error(`fact ${book} ${fact.seq} is no receipt`);
  return kept(ports, asked, { ...fact.data, seq: fact.seq, at: fact.at, by: fact.by }, already);
}
