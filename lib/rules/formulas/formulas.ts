// The names of the formulas in force, each with its first day. A formula is never edited: the next one is added beside it.
import type { Day } from '../../model/calendar.ts';

export interface Formula {
  readonly name: string;
  readonly from: Day;
  readonly to: Day | null;
  /** The text it is modelled on. */
  readonly modelledOn: string;
  /** The formula in words, exact until its declared rounding. */
  readonly says: string;
}

export const formulas: readonly Formula[] = [
  {
    name: 'personnel-2020-01-01',
    from: '2020-01-01',
    to: null,
    modelledOn: 'CGI 244 quater B, II b; annexe III, 49 septies I',
    says: 'eligible cost × counted time ÷ time base, for each pay and each slice of days under the same figures; 0 where no time counted',
  },
  {
    name: 'operating-flat-2020-01-01',
    from: '2020-01-01',
    to: null,
    modelledOn: 'CGI 244 quater B, II c',
    says: 'personnel of the slice × operatingFlatRate in force on its days',
  },
  {
    name: 'net-base-2020-01-01',
    from: '2020-01-01',
    to: null,
    modelledOn: 'CGI 244 quater B, III',
    says: 'max(0, personnel + operating flat − subsidies − reimbursements) + repaid advances',
  },
  {
    name: 'credit-2020-01-01',
    from: '2020-01-01',
    to: null,
    modelledOn: 'CGI 244 quater B, I',
    says: 'rate.first × base up to the threshold, included, + rate.above × what is above',
  },
  {
    name: 'deduction-2022-01-01',
    from: '2022-01-01',
    to: null,
    modelledOn: 'CGI 219, I',
    says: 'corporateTaxRate × base',
  },
];
