// How long evidence must be kept, dated and sourced: before the last of these days nothing of a person is erased.
import { addDays, type Day } from '../model/calendar.ts';
import type { Bilingual } from '../model/text.ts';
import type { Figure } from './figures/figure.ts';
import { bulletin, labourCode } from './figures/sources.ts';

/** What is kept, told apart by what its term is counted from. */
export type TermCode =
  | 'tax-evidence'
  | 'special-return'
  | 'corporate-tax'
  | 'gift-carry'
  | 'working-time'
  | 'pay-records';

export interface RetentionTerm
  extends Pick<Figure, 'from' | 'to' | 'legalReference' | 'sourceTitle' | 'sourceUrl' | 'certainty' | 'lastChecked'> {
  readonly code: TermCode;
  readonly years: number;
  /** `day`: so many years after it. `year-end`: to 31 December of the year that is so many years later. */
  readonly endsOn: 'day' | 'year-end';
  /** What is kept, and from what the years are counted. */
  readonly says: Bilingual;
}

const taxProcedure = {
  sourceTitle: 'Livre des procédures fiscales',
  sourceUrl: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069583/',
  lastChecked: '2026-11-24',
};
const always = { from: '2000-01-01', to: null };

/** As the texts stand; another length is another line with its first day. */
export const retentionTerms: readonly RetentionTerm[] = [
  {
    ...{ code: 'tax-evidence', years: 6, endsOn: 'day', ...always },
    ...{ ...taxProcedure, legalReference: 'LPF L. 102 B', certainty: 'A' },
    says: {
      fr: 'pièces sur lesquelles l’administration peut exercer un contrôle, à compter de leur date',
      en: 'papers that the tax administration may inspect, counted from their date',
    },
  },
  {
    ...{ code: 'special-return', years: 3, endsOn: 'year-end', ...always },
    ...{ ...taxProcedure, legalReference: 'LPF L. 172 G', certainty: 'A' },
    says: {
      fr: 'crédit d’impôt : fin de la troisième année qui suit celle du dépôt de la déclaration spéciale ; non déclaré ici, l’année après l’exercice',
      en: 'tax credit: end of the third year after the one in which the special return was filed; where that is not declared here, the year after the fiscal year',
    },
  },
  {
    ...{ code: 'corporate-tax', years: 3, endsOn: 'year-end', ...always },
    ...{ ...taxProcedure, legalReference: 'LPF L. 169', certainty: 'M' },
    says: {
      fr: 'impôt sur les sociétés : fin de la troisième année qui suit celle au titre de laquelle il est dû',
      en: 'corporate tax: end of the third year after the one for which it is due',
    },
  },
  {
    ...{ code: 'gift-carry', years: 8, endsOn: 'year-end', ...always },
    ...bulletin('CGI 238 bis, 3 – BOI-BIC-RICI-20-30-20, 40 – LPF L. 169', 'A'),
    says: {
      fr: 'don reportable sur les cinq exercices suivants : fin de la troisième année après le dernier',
      en: 'gift that may be carried over the next five fiscal years: end of the third year after the last',
    },
  },
  {
    ...{ code: 'working-time', years: 5, endsOn: 'day', ...always },
    ...{
      ...labourCode,
      legalReference: 'C. trav. L. 3171-3 – CNIL, délibération 2019-160',
      certainty: 'B',
    },
    says: { fr: 'temps de travail, à compter du jour travaillé', en: 'working time, counted from the day worked' },
  },
  {
    ...{ code: 'pay-records', years: 5, endsOn: 'day', ...always },
    ...{ ...labourCode, legalReference: 'C. trav. L. 3243-4', certainty: 'M' },
    says: { fr: 'paie, à compter de la fin de sa période', en: 'pay, counted from the end of its period' },
  },
];

/** @throws Error (a fault) where no length is in force on that day */
export function termOn(code: TermCode, day: Day): RetentionTerm {
  const found = retentionTerms.find(
    (term) => term.code === code && term.from <= day && (term.to === null || day < term.to),
  );
  if (found === undefined) throw new Error(`no term '${code}' is in force on ${day}`);
  return found;
}

/** A 29 February ends on a 1 March where the year has none. */
function yearsLater(day: Day, years: number): Day {
  const year = Number(day.slice(0, 4)) + years;
  return day.slice(5) === '02-29' ? addDays(`${year}-02-28`, 1) : `${year}${day.slice(4)}`;
}

/** @returns the last day on which what the term speaks of is kept */
export function keptUntil(code: TermCode, since: Day): Day {
  const { years, endsOn } = termOn(code, since);
  return endsOn === 'day' ? yearsLater(since, years) : `${Number(since.slice(0, 4)) + years}-12-31`;
}
