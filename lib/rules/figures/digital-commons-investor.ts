// The proposed status "Investisseur en Communs Numériques": every rate and base here is our own model of it, never TOSIT's and never law.
import { claimRoutes } from '../../model/route-claim.ts';
import type { Figure } from './figure.ts';
import type { investorKeys } from './figure-keys.ts';
import { assessable, holding } from './holding.ts';
import { chosen, modelledOnTax, publicSheet, taxCode } from './sources.ts';

// The first day that the model describes.
const beginning = '2020-01-01';

const held = holding<keyof typeof investorKeys>(beginning);
// What may count is assessed for days that are never priced: a week has days of two years.
const admitted = holding<keyof typeof investorKeys>(assessable);

const proposal = 'TOSIT, 2026-02-03, Ares(2026)1225868, proposal 6';

export const investorFigures: readonly Figure[] = [
  admitted('support', 'foundation', chosen('practice of mécénat: both parties validate')),
  admitted('legalForms', 'loan, service-gift, own-work', chosen('the proposal names seconded developers and no form')),
  admitted('beneficiary', 'registered', chosen('an eligible project of a registered foundation')),
  admitted('noDoubleBenefit', claimRoutes.join(', '), chosen('anti-cumulation: one hour, one route')),
  held('legalStatus', 'simulation-no-legal-basis', chosen(proposal)),
  held('reading', 'credit', chosen(`${proposal}: « pouvoir déduire cet effort, à l’instar du CIR »`)),
  held('rate.first', '30/100', modelledOnTax('modelled on CGI 244 quater B, I')),
  held('rate.above', '5/100', modelledOnTax('modelled on CGI 244 quater B, I')),
  held('thresholdCents', 10_000_000_000, modelledOnTax('modelled on CGI 244 quater B, I')),
  held('corporateTaxRate', '25/100', { ...taxCode, legalReference: 'CGI 219, I', certainty: 'M' }, '2022-01-01'),
  held('operatingFlatRate', '43/100', modelledOnTax('modelled on CGI 244 quater B, II c'), beginning, '2025-02-15'),
  held('operatingFlatRate', '40/100', modelledOnTax('modelled on law 2025-127 of 2025-02-14, art. 55'), '2025-02-15'),
  held(
    'qualification',
    'developer, tester, writer, maintainer; no diploma test',
    chosen('departs from CGI annexe III, 49 septies G on purpose'),
  ),
  held(
    'costDefinition',
    'gross + accessories + compulsory employer contributions; no wage taxes, no profit-sharing, no invoicing margin',
    modelledOnTax('modelled on CGI annexe III, 49 septies I'),
  ),
  held(
    'timeBase',
    'actually worked in the period; fallback legal full time x part-time ratio, declared; days worked for days contracts',
    chosen('service-public sheets F1911, F19261'),
  ),
  held('timeBase.fallbackMinutes', 96_420, publicSheet('F1911', 'legal full time: 1 607 h a year')),
  held('timeBase.maxHalfDays', 436, publicSheet('F19261', 'days contract: 218 days a year')),
  held(
    'subsidy',
    'deducted after the operating flat rate; floor 0; repaid advances added back',
    modelledOnTax('modelled on CGI 244 quater B, III'),
  ),
  held('reimbursement', 'deducted like a subsidy', chosen('no double recovery; invoiced under C. trav. L. 8241-1')),
  held('rounding.base', 'none', chosen('house policy')),
  held('rounding.credit', 'euro-half-away', modelledOnTax('CGI 1649 undecies')),
  held('currency', 'EUR', chosen('house policy')),
  held('timeZone', 'Europe/Paris', chosen('house policy')),
];
