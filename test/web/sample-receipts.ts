// Receipts as the pages are shown them: some that await the foundation, one that lacks mentions, one that cancels another.
import type { FoundationReceiptView } from '../../web/foundation-receipt.ts';
import type { FoundationReceiptsView } from '../../web/foundation-receipts.ts';
import type { ReceiptShown } from '../../web/parts/receipts.ts';

const company = { id: 'co-rail', siren: '999001001', name: 'Rail Exemple' };
const foundation = { id: 'rails', name: 'Fondation des Rails' };

export const sampleReceipts: readonly ReceiptShown[] = [
  {
    ...{ number: '2026-0004', issuedAt: '2026-03-04T09:12:00.000Z', by: 'Nadège Kerlouan', valueCents: 1_284_000 },
    ...{ supersedes: '2026-0002', replacedBy: null, foundation, company },
    statement: { number: '2025-0002', fiscalYear: 2025, state: 'issued' },
  },
  {
    ...{ number: '2026-0002', issuedAt: '2026-02-20T15:40:00.000Z', by: 'Nadège Kerlouan', valueCents: 1_200_000 },
    ...{ supersedes: null, replacedBy: '2026-0004', foundation, company },
    statement: { number: '2025-0001', fiscalYear: 2025, state: 'superseded' },
  },
  {
    ...{ number: '2026-0001', issuedAt: '2026-01-18T10:00:00.000Z', by: 'Nadège Kerlouan', valueCents: 400_000 },
    ...{ supersedes: null, replacedBy: null, foundation },
    company: { id: 'co-bank', siren: '999001373', name: 'Banque Fictive' },
    statement: { number: '2025-0001', fiscalYear: 2025, state: 'superseded' },
  },
];

const awaited = {
  ...{ company, number: '2025-0003', fiscalYear: 2025, period: { from: '2025-01-01', to: '2025-12-31' } },
  ...{ time: { minutes: 5_040, halfDays: 6 }, valueCents: 840_050, supersedes: '2026-0004', blocked: null },
};

export const awaitingReceipts: FoundationReceiptsView = {
  foundation,
  capacity: 'trésorière',
  awaiting: [
    awaited,
    {
      ...awaited,
      company: { id: 'co-bank', siren: '999001373', name: 'Banque Fictive' },
      supersedes: null,
      blocked: {
        fr: 'Vous êtes lié à cette entreprise : un autre signataire de la fondation doit répondre pour son temps.',
        en: 'You are tied to this company: another signatory of the foundation must answer for its time.',
      },
    },
  ],
  issued: sampleReceipts,
  notice: {
    fr: 'Le reçu est délivré, scellé et daté d’aujourd’hui.',
    en: 'The receipt is issued, sealed and dated today.',
  },
};

export const noReceipts: FoundationReceiptsView = {
  ...{ foundation, capacity: null, awaiting: [], issued: [], notice: null },
};

export const draftReceipt: FoundationReceiptView = {
  ...{ foundation, company, missing: [], supersedes: '2026-0004', already: null },
  beneficiary: {
    ...{
      name: foundation.name,
      registration: 'W751000000',
      country: 'FR',
      address: '1 place de l’Exemple, 75000 Paris',
    },
    ...{ purpose: 'Soutenir des logiciels libres d’intérêt général', category: 'a', proof: 'rescrit du 12/01/2024' },
  },
  donor: { name: company.name, siren: company.siren, legalForm: 'SA', address: '2 rue de l’Exemple, 75000 Paris' },
  gift: {
    ...{ from: '2025-01-01', to: '2025-12-31', minutes: 5_040, halfDays: 6, valueCents: 840_050 },
    projects: ['Aiguillage', 'Horaires ouverts'],
    people: [
      { name: 'Alice Vernois', minutes: 5_040, halfDays: 0 },
      { name: null, minutes: 0, halfDays: 6 },
    ],
  },
  statement: { number: '2025-0003', fiscalYear: 2025 },
  signatory: { name: 'Nadège Kerlouan', capacity: 'trésorière', mandate: { from: '2024-01-01', to: null } },
  unlawful: {
    fr: 'Délivrer sciemment un reçu qui fait obtenir indûment un avantage fiscal expose la fondation à une amende (CGI, article 1740 A).',
    en: 'Whoever knowingly issues a receipt by which a tax advantage is unduly obtained is fined (CGI, article 1740 A).',
  },
};

const { registration: _registration, address: _address, ...bare } = draftReceipt.beneficiary;
export const lackingReceipt: FoundationReceiptView = {
  ...draftReceipt,
  beneficiary: bare,
  donor: { name: company.name, siren: company.siren },
  missing: ['beneficiary.registration', 'beneficiary.address', 'donor.legalForm', 'donor.address'],
  supersedes: null,
};
