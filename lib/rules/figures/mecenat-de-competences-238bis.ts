// Mécénat de compétences (CGI 238 bis): the law as we read it, with the doubt left in each figure's certainty.
import { standingCategories } from '../../model/registry.ts';
import { claimRoutes } from '../../model/route-claim.ts';
import type { Figure, FigureSource } from './figure.ts';
import type { mecenatKeys } from './figure-keys.ts';
import { assessable, holding } from './holding.ts';
import { bulletin, chosen, labourCode, openFiscaCeiling, taxCode } from './sources.ts';

// The reductions of fiscal years closed from this day on (law 2018-1317, art. 148).
const beginning = '2019-12-31';
const held = holding<keyof typeof mecenatKeys>(beginning);
// What may count is assessed for days that are never priced: a week has days of two years.
const admitted = holding<keyof typeof mecenatKeys>(assessable);

// The year's rates and ceiling changed with the years closed from this day on (law 2019-1479, art. 134).
const law2020 = '2020-12-31';
// Lent staff are valued within three ceilings from the same law on, for work from this day.
const capped = '2020-01-01';

const article = (legalReference: string, certainty: Figure['certainty']): FigureSource => ({
  ...taxCode,
  legalReference,
  certainty,
});

/** States of the Union and of the EEA, whose approved bodies may be given to (CGI 238 bis, 4 bis), and France itself apart. */
const unionAndArea = (...others: readonly string[]): string =>
  [
    ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV'],
    ...['MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'IS', 'LI', 'NO'],
    ...others,
  ].join(', ');

/** The ceiling of one calendar year, and the order that fixed it. */
const pmss = (year: number, euros: number, order: string): Figure =>
  held('pmssCents', euros * 100, openFiscaCeiling(order), `${year}-01-01`, `${year + 1}-01-01`);

export const mecenatFigures: readonly Figure[] = [
  admitted('support', 'foundation', chosen('practice of mécénat: both parties validate')),
  admitted(
    'legalForms',
    'loan, service-gift',
    chosen('CGI 238 bis: what is given; own work is no gift of the same hours'),
  ),
  admitted('beneficiary', '238bis', article('CGI 238 bis, 1', 'A')),
  admitted('noDoubleBenefit', claimRoutes.join(', '), chosen('anti-cumulation: one hour, one route')),
  admitted('beneficiaryCategories', standingCategories.join(', '), {
    ...labourCode,
    legalReference: 'CGI 238 bis, 1, a to g; C. trav. L. 8241-3, I, 1°',
    certainty: 'A',
  }),
  admitted('foreignApproval', unionAndArea('GB'), article('CGI 238 bis, 4 bis', 'M'), assessable, '2021-01-01'),
  admitted('foreignApproval', unionAndArea(), article('CGI 238 bis, 4 bis', 'M'), '2021-01-01'),
  held('rate.upTo', '60/100', article('CGI 238 bis, 1; law 2019-1479, art. 134', 'B')),
  held('rate.above', '60/100', article('CGI 238 bis, 1, before law 2019-1479: one rate', 'M'), beginning, law2020),
  held('rate.above', '40/100', article('CGI 238 bis, 2; law 2019-1479, art. 134', 'B'), law2020),
  held('thresholdCents', 200_000_000, article('CGI 238 bis, 2; law 2019-1479, art. 134', 'B')),
  held('ceiling.fixedCents', 1_000_000, bulletin('law 2018-1317, art. 148', 'A'), beginning, law2020),
  held('ceiling.fixedCents', 2_000_000, bulletin('law 2019-1479, art. 134', 'A'), law2020),
  held('ceiling.turnover', '5/1000', bulletin('BOI-BIC-RICI-20-30-20', 'A')),
  held('carry.years', 5, bulletin('BOI-BIC-RICI-20-30-20, 40', 'A')),
  held(
    'carry.order',
    'own year first, then oldest first',
    chosen('BOI-BIC-RICI-20-30-20, 40; annexe III, 49 septies XB'),
  ),
  held('carry.rate', 'rate of the year of origin', article('CGI 238 bis, 3', 'M')),
  held('salaryCap.multiple', 3, article('CGI 238 bis, 1, last paragraph; CSS L. 241-3', 'B'), capped),
  held('salaryCap.reading', 'month-of-secondment', article('CGI 238 bis, 1: month or year is not said', 'C'), capped),
  pmss(2020, 3428, 'order of 2019-12-02, JO of 2019-12-03'),
  pmss(2021, 3428, 'order of 2020-12-22, JO of 2020-12-29'),
  pmss(2022, 3428, 'order of 2021-12-15, JO of 2021-12-18'),
  pmss(2023, 3666, 'order of 2022-12-09, JO of 2022-12-16'),
  pmss(2024, 3864, 'order of 2023-12-19, JO of 2023-12-29'),
  pmss(2025, 3925, 'order of 2024-12-19, JO of 2024-12-29'),
  pmss(2026, 4005, 'order of 2025-12-22, JO of 2025-12-23'),
  held(
    'lender.minHeadcount',
    5000,
    { ...labourCode, legalReference: 'C. trav. L. 8241-3', certainty: 'A' },
    beginning,
    '2024-04-17',
  ),
  held(
    'lender.minHeadcount',
    0,
    { ...labourCode, legalReference: 'C. trav. L. 8241-3 (2024-04-17)', certainty: 'A' },
    '2024-04-17',
  ),
  held('receipt.model', '2041-MEC-SD, Cerfa 16216', article('law 2021-1109 of 2021-08-24', 'M'), '2022-12-31'),
  held('disclosure.thresholdCents', 1_000_000, article('CGI 238 bis, 6', 'M')),
  held('costDefinition', 'cost price: remuneration and social charges', article('CGI 238 bis, 1, last paragraph', 'B')),
  held(
    'timeBase',
    'actually worked in the period; fallback legal full time x part-time ratio, declared; days worked for days contracts',
    chosen('service-public sheets F1911, F19261'),
  ),
  held('rounding.credit', 'euro-half-away', article('CGI 1649 undecies', 'A')),
];
