// The research tax credit (CGI 244 quater B), a comparator: the lender of staff very probably cannot claim it for them.
import type { Day } from '../../model/calendar.ts';
import { claimRoutes } from '../../model/route-claim.ts';
import type { Figure, FigureSource } from './figure.ts';
import type { cirKeys } from './figure-keys.ts';
import { assessable, holding } from './holding.ts';
import { bulletin, chosen, lentStaffRuling, taxCode } from './sources.ts';

// The first year whose operating flat rate was read.
const beginning = '2020-01-01';
const held = holding<keyof typeof cirKeys>(beginning);
// What may count is assessed for days that are never priced: a week has days of two years.
const admitted = holding<keyof typeof cirKeys>(assessable);

/** Expenses from this day on (law 2025-127 of 2025-02-14, art. 55 and 58). */
export const law2025: Day = '2025-02-15';

const article = (legalReference: string, certainty: Figure['certainty']): FigureSource => ({
  ...taxCode,
  legalReference,
  certainty,
});

export const cirFigures: readonly Figure[] = [
  admitted('support', 'declared', chosen('the credit asks for no word of a foundation')),
  admitted('legalForms', 'loan, service-gift, own-work', chosen('a comparison of amounts over the same time')),
  admitted('beneficiary', 'registered', chosen('a comparison of amounts over the same time')),
  admitted('noDoubleBenefit', claimRoutes.join(', '), chosen('anti-cumulation: one hour, one route')),
  held('rate.first', '30/100', article('CGI 244 quater B, I', 'A')),
  held('rate.above', '5/100', article('CGI 244 quater B, I', 'A')),
  held('thresholdCents', 10_000_000_000, article('CGI 244 quater B, I', 'A')),
  held('rate.overseas', '50/100', article('CGI 244 quater B, I', 'C')),
  held('operatingFlatRate', '43/100', article('CGI 244 quater B, II c; law 2019-1479', 'B'), beginning, law2025),
  held('operatingFlatRate', '40/100', article('CGI 244 quater B, II c; law 2025-127, art. 55', 'B'), law2025),
  held('depreciationFlatRate', '75/100', article('CGI 244 quater B, II c', 'B')),
  held('youngDoctor.personnelMultiple', '2', article('CGI 244 quater B, II b', 'B'), beginning, law2025),
  held('youngDoctor.operatingRate', '200/100', article('CGI 244 quater B, II c', 'B'), beginning, law2025),
  held('youngDoctor.months', 24, article('CGI 244 quater B, II b', 'B'), beginning, law2025),
  held(
    'qualification',
    'researcher (engineer, master) or technician; diploma and year recorded',
    article('CGI annexe III, 49 septies G', 'B'),
  ),
  held(
    'costDefinition',
    'gross + accessories + compulsory employer contributions; no wage taxes, no profit-sharing',
    article('CGI annexe III, 49 septies I', 'B'),
  ),
  held('timeBase', 'time actually and exclusively spent', bulletin('BOI-BIC-RICI-10-10-20-20', 'B')),
  held(
    'subsidy',
    'public subsidies deducted; repaid advances added back',
    article('CGI 244 quater B, III', 'B'),
    beginning,
    law2025,
  ),
  held(
    'subsidy',
    'subsidies of public bodies and of private ones entrusted with a public service deducted; repaid advances added back',
    article('CGI 244 quater B, III; law 2025-127, art. 58', 'B'),
    law2025,
  ),
  held('reimbursement', 'deducted like a subsidy', chosen('no double recovery; invoiced under C. trav. L. 8241-1')),
  held('taxPeriod', 'calendar year', article('CGI annexe III, 49 septies J', 'B')),
  held('lentStaff', 'excluded at the lender', {
    ...lentStaffRuling,
    legalReference: 'CE 2017-01-25 no 390652; CAA Nancy 2020-11-12 no 19NC01780',
    certainty: 'C',
  }),
  held('rounding.base', 'euro-half-away', article('CGI 1649 undecies; form in whole euros', 'P')),
  held('rounding.credit', 'euro-half-away', article('CGI 1649 undecies', 'A')),
  held('cii.rate', '30/100', article('CGI 244 quater B, II k', 'B'), beginning, '2025-01-01'),
  held('cii.rate', '20/100', article('law 2025-127, art. 56', 'B'), '2025-01-01', '2028-01-01'),
  held(
    'cii.baseCents',
    40_000_000,
    article('CGI 244 quater B, II k; law 2025-127, art. 56', 'B'),
    beginning,
    '2028-01-01',
  ),
];
