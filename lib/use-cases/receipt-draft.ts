// What a receipt would say of a gift of work that an issued statement values, and who may say it: every mention that the files at hand give.
import type { ProfileView, StatementView } from '../ledger/views/company-views.ts';
import type { ReceiptView } from '../ledger/views/foundation-views.ts';
import type { FoundationView, StandingsView } from '../ledger/views/registry-views.ts';
import { parisDayOf } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import type { Bilingual } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { giftTo, type Receipt, receiptSchema } from '../statement/receipt/receipt.ts';
import { type BookState, readBook } from './book-state.ts';
import { giftScheme } from './gift-sources.ts';
import { personName } from './names.ts';
import { companyBook, type DirectoryPorts, registryBook } from './people.ts';
import { readStatement, type StatementPorts } from './read-statement.ts';
import { signingFor } from './signatory.ts';

export type DraftPorts = StatementPorts & DirectoryPorts & Pick<Ports, 'clock'>;

export interface DraftAsked {
  readonly foundation: string;
  readonly company: string;
  /** Of the statement. */
  readonly number: string;
  /** The signatory. */
  readonly by: string;
}

/** Said to whoever signs, before she does (CGI 1740 A as of 2019-01-01: law 2018-1317; a fixed 25 % before it). */
export const unlawfulReceipt: Bilingual = {
  fr: 'Vous certifiez le temps reçu, ses dates et que la fondation ouvre droit à la réduction d’impôt ; non la valeur, que l’entreprise a déterminée. Délivrer sciemment un reçu qui fait obtenir indûment un avantage fiscal expose la fondation à une amende : le taux de la réduction d’impôt (60 % ou 40 %) appliqué aux sommes indûment mentionnées (CGI, article 1740 A).',
  en: 'You certify the time received, its dates, and that the foundation gives right to the tax reduction; not the value, which the company determined. Whoever knowingly issues a receipt by which a tax advantage is unduly obtained is fined the rate of the tax reduction (60 % or 40 %) on the amounts unduly stated (CGI, article 1740 A).',
};

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

const missingIn = (draft: object): string[] => {
  const read = receiptSchema.safeParse(draft);
  return read.success ? [] : [...new Set(read.error.issues.map(({ path }) => path.join('.')))];
};

/** @throws Refusal `receipt-incomplete` with every mention that no file has given */
export function complete(draft: object): Receipt {
  const read = receiptSchema.safeParse(draft);
  if (read.success) return read.data;
  const missing = missingIn(draft);
  throw new Refusal('receipt-incomplete', {
    fr: `Il manque des mentions obligatoires au reçu : ${missing.join(', ')}. « beneficiary » vient du fichier du registre (registration, address, purpose), « donor » du fichier de l’entreprise (legalForm, address) : complétez-les, puis recommencez.`,
    en: `Mandatory mentions of the receipt are missing: ${missing.join(', ')}. 'beneficiary' comes from the registry file (registration, address, purpose), 'donor' from the company file (legalForm, address): complete them, then try again.`,
  });
}

/** @throws Refusal `unknown-statement`, `receipt-not-possible` */
async function giftOf(ports: DraftPorts, { foundation, company, number }: DraftAsked) {
  const at = await readStatement(ports, company, number, 'names');
  const { payload, lines, names } = at.verification;
  if (payload === null) throw new Error(`statement ${number} of ${company} does not verify`);
  const isGift = payload.scheme.code === giftScheme && payload.relief !== undefined;
  const gift = isGift ? giftTo(payload, foundation, lines, names) : null;
  // One answer for all: what a company states of others than this foundation is not the foundation's to know.
  if (gift === null) {
    throw notPossible({
      fr: `L’état n° ${number} n’est pas un état de mécénat (CGI, article 238 bis) qui retient du temps donné à « ${foundation} », ou ses lignes ont été effacées : il n’y a rien à attester.`,
      en: `Statement ${number} is not one of mécénat (CGI 238 bis) that counts time given to '${foundation}', or its lines were erased: there is nothing to attest.`,
    });
  }
  if (at.view.state !== 'issued') {
    throw notPossible({
      fr: `L’état n° ${number} n’est plus en cours (il a été remplacé ou révoqué). Demandez à l’entreprise le numéro de celui qui l’est.`,
      en: `Statement ${number} no longer stands (it was replaced or revoked). Ask the company for the number of the one that does.`,
    });
  }
  return { view: at.view, payload, gift };
}

/** @param book of a foundation @returns what it issued, in order of numbers */
export const receiptsIn = async (book: BookState): Promise<readonly ReceiptView[]> =>
  (await book.list('receipts')).map(({ value }) => value as unknown as ReceiptView);

/**
 * The receipt for the statement that this one replaces, directly or through others.
 * @param receipts of the foundation @param state of the company's book
 */
export async function receiptReplaced(
  receipts: readonly ReceiptView[],
  company: string,
  state: BookState,
  view: StatementView,
): Promise<string | null> {
  let earlier = view.supersedes;
  while (earlier !== null) {
    const number = earlier;
    const found = receipts.findLast((one) => one.company === company && one.statement === number);
    if (found !== undefined) return found.number;
    earlier = ((await state.get(`statements/${number}`)) as unknown as StatementView | null)?.supersedes ?? null;
  }
  return null;
}

/**
 * Writes nothing.
 * @throws Refusal `not-a-signatory`, `own-employer`, `unknown-foundation`, `unknown-statement`, `receipt-not-possible`
 */
export async function draftReceipt(ports: DraftPorts, asked: DraftAsked) {
  const { foundation, company, number, by } = asked;
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
  /** Mentions that no file has given, as `beneficiary.address`. */
  const missing = missingIn({ ...draft, number: '0', supersedes: null });
  return { draft, missing, view, state };
}
