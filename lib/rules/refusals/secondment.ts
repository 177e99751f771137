// Free secondment is lawful under a convention, an amendment and the person's consent, for a limited term (C. trav. L. 8241-2, L. 8241-3);
// that of a public servant under a basis of her own.
import { type Day, isDay } from '../../model/calendar.ts';
import type { Secondment } from '../../model/secondment.ts';
import type { Claim } from '../assessment.ts';
import { byText } from '../by-text.ts';
import type { Figure } from '../figures/figure.ts';
import { isHeldOn, wholeAt, wordsAt } from '../figures/figure-at.ts';
import { remembered } from '../remembered.ts';
import type { EntryRefusalCode } from './refusal-codes.ts';

/** Its end as agreed, or the earlier one on which it was ended; null = open. */
export const lastDay = ({ to, endedOn }: Secondment): Day | null => {
  if (to === null || endedOn === null) return to ?? endedOn;
  return to < endedOn ? to : endedOn;
};

const covers = (secondment: Secondment, claim: Claim): boolean => {
  const last = lastDay(secondment);
  return (
    secondment.developer === claim.developer &&
    secondment.projects.includes(claim.project) &&
    secondment.from <= claim.day &&
    (last === null || claim.day <= last)
  );
};

const onFile = (paper: Day | null, day: Day): boolean => paper !== null && paper <= day;

/** The first day beyond the term: the same day `years` later; a loan begun on 29 February ends with February. */
function termEnd(from: Day, years: number): Day {
  const sameDay = `${String(Number(from.slice(0, 4)) + years).padStart(4, '0')}${from.slice(4)}`;
  return isDay(sameDay) ? sameDay : `${sameDay.slice(0, 4)}-03-01`;
}

/** @returns the first day on which the longest legal term, by the date of the convention, is exceeded */
export const termExceededFrom = (from: Day, convention: Day, figures: readonly Figure[]): Day =>
  termEnd(from, wholeAt(figures, 'secondment.maxYears', convention));

export type SecondmentRefusalCode = EntryRefusalCode &
  (
    | 'outside-secondment'
    | 'secondment-papers-missing'
    | 'public-servant-without-basis'
    | 'secondment-term-exceeded'
    | 'legal-form-not-admitted'
  );

type ReasonsOn = (day: Day) => SecondmentRefusalCode[];

function ofEmployee({ convention, amendment, consent, from }: Secondment, figures: readonly Figure[]): ReasonsOn {
  let exceededFrom: Day | null = null;
  return (day) => {
    // Only once somebody claims under it: a convention before all figures refuses no other loan.
    exceededFrom ??= termExceededFrom(from, convention ?? from, figures);
    const codes: SecondmentRefusalCode[] = [];
    if (![convention, amendment, consent].every((paper) => onFile(paper, day))) codes.push('secondment-papers-missing');
    if (day >= exceededFrom) codes.push('secondment-term-exceeded');
    return codes;
  };
}

/** The labour code does not hold for her: neither its papers nor its term, but those of her own basis. */
const ofPublicServant =
  ({ basis, from }: Secondment, figures: readonly Figure[]): ReasonsOn =>
  (day) => {
    if (basis === null || !isHeldOn(figures, `publicStaff.${basis}`, day)) return ['public-servant-without-basis'];
    if (basis === 'cgfp') return [];
    const years = wholeAt(figures, `publicStaff.${basis}.maxYears`, day);
    return day >= termEnd(from, years) ? ['secondment-term-exceeded'] : [];
  };

/** Only a loan needs papers and has a term: a gift of services and own work leave the person under her employer. */
function ofLoan(secondment: Secondment, figures: readonly Figure[]): ReasonsOn {
  if (secondment.legalForm !== 'loan') return () => [];
  return secondment.staff === 'employee' ? ofEmployee(secondment, figures) : ofPublicServant(secondment, figures);
}

/** @param formsOn the legal forms that the scheme admits on a day */
function reasonsUnder(
  secondment: Secondment,
  figures: readonly Figure[],
  formsOn: (day: Day) => readonly string[],
): ReasonsOn {
  const loanReasonsOn = ofLoan(secondment, figures);
  return (day) => {
    const codes = loanReasonsOn(day);
    return formsOn(day).includes(secondment.legalForm) ? codes : [...codes, 'legal-form-not-admitted'];
  };
}

/**
 * Where several secondments cover a claim, the one with the fewest reasons decides; a tie goes to the first id.
 * @param figures of the rule set and of the scheme, which says what legal forms it admits
 */
export function secondmentReasons(
  secondments: readonly Secondment[],
  figures: readonly Figure[],
): (claim: Claim) => SecondmentRefusalCode[] {
  const formsOn = remembered((day) => wordsAt(figures, 'legalForms', day));
  const inOrder = secondments
    .toSorted((a, b) => byText(a.id, b.id))
    .map((secondment) => ({ secondment, reasonsOn: reasonsUnder(secondment, figures, formsOn) }));
  const ofDeveloper = Map.groupBy(inOrder, ({ secondment }) => secondment.developer);
  return (claim) => {
    let fewest: SecondmentRefusalCode[] | null = null;
    for (const { secondment, reasonsOn } of ofDeveloper.get(claim.developer) ?? []) {
      if (!covers(secondment, claim)) continue;
      const codes = reasonsOn(claim.day);
      if (fewest === null || codes.length < fewest.length) fewest = codes;
    }
    return fewest ?? ['outside-secondment'];
  };
}
