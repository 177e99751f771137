// What a worked case says of the claims of other employers, day by day: what they add to the day of an entry, and what they refuse by themselves.
import type { Day } from '../../model/calendar.ts';
import { wholeAt } from '../figures/figure-at.ts';
import type { EntryRefusalCode } from '../refusals/refusal-codes.ts';
import type { CaseInputs } from './case-fields.ts';
import type { CaseRejection } from './case-rejection.ts';
import type { CaseRules } from './case-rules.ts';
import type { Complain } from './invalid-case.ts';

type DayClaims = NonNullable<CaseInputs['otherEmployerClaims']>[number];

const listedOf = ({ claimed }: DayClaims): number => Object.values(claimed).reduce((all, minutes) => all + minutes, 0);

/** `total` is of all employers; where this one is not listed it may be of those that are. @returns null where it is not known whose minutes are whose */
function othersBeside(own: number, claim: DayClaims, employer: unknown): number | null {
  const { claimed, total } = claim;
  const listed = listedOf(claim);
  if (typeof employer === 'string' && Object.hasOwn(claimed, employer)) {
    // Entries may list only part of its day: the day's total is the same.
    return total === listed && claimed[employer]! >= own ? listed - own : null;
  }
  if (total === listed + own || (total === listed && typeof employer === 'string')) return listed;
  return total === listed && Object.values(claimed).includes(own) ? listed - own : null;
}

/** @returns minutes of other employers on the day of an entry @throws Refusal `invalid-declaration` */
export function othersOn(date: Day, inputs: CaseInputs, complain: Complain): number {
  const { otherEmployerClaims = [], entries = [], employer } = inputs;
  const at = otherEmployerClaims.findIndex((claim) => claim.date === date);
  const claim = otherEmployerClaims[at];
  if (claim === undefined) return 0;
  const own = entries
    .filter((entry) => entry.date === date && entry.rejection !== 'duplicate')
    .reduce((all, { minutes }) => all + minutes, 0);
  const others = othersBeside(own, claim, employer);
  if (others !== null) return others;
  throw complain(`otherEmployerClaims[${at}].total`, {
    fr: `${claim.total} n’est pas la somme des minutes déclarées, ou l’on ne sait pas lesquelles sont celles de cet employeur. Corrigez-la, ou donnez « employer ».`,
    en: `${claim.total} is not the sum of the minutes claimed, or it is not known which are this employer's. Correct it, or give 'employer'.`,
  });
}

/** @throws Refusal `invalid-declaration` for a day that stands twice: which of the two holds is not known */
export function refuseRepeatedDays({ otherEmployerClaims = [] }: CaseInputs, complain: Complain): void {
  const days = otherEmployerClaims.map(({ date }) => date);
  const repeated = days.findIndex((date, at) => days.indexOf(date) < at);
  if (repeated === -1) return;
  throw complain(`otherEmployerClaims[${repeated}].date`, {
    fr: `le ${days[repeated]} est donné deux fois. Gardez une ligne par jour.`,
    en: `${days[repeated]} is given twice. Keep one line a day.`,
  });
}

/**
 * Minutes refused on days of which the case has no entry: it states itself whose they are.
 * @param isWhole its entries are all the time it claims: a day without one has none
 * @throws Refusal `invalid-declaration`
 */
export function refusedAcrossEmployers(
  inputs: CaseInputs,
  isWhole: boolean,
  rules: CaseRules,
  complain: Complain,
): CaseRejection[] {
  const { otherEmployerClaims = [], entries = [], employer, dailyCapMinutes } = inputs;
  const days = new Set(entries.map(({ date }) => date));
  const isEachDated = isWhole && entries.every(({ date }) => date !== undefined);
  return otherEmployerClaims.flatMap((claim, index) => {
    const { date, claimed, total } = claim;
    if (days.has(date) || isEachDated) return [];
    const listed = listedOf(claim);
    const own = total > listed ? total - listed : typeof employer === 'string' ? claimed[employer] : undefined;
    if (own === undefined || total < listed) {
      throw complain(`otherEmployerClaims[${index}].claimed`, {
        fr: 'on ne sait pas quelles minutes sont celles de cet employeur. Donnez « employer », ou des « entries » datées.',
        en: "it is not known which minutes are this employer's. Give 'employer', or dated 'entries'.",
      });
    }
    const cap = dailyCapMinutes ?? wholeAt(rules.figures, 'caps.dailyMinutes', date);
    const reason: EntryRefusalCode = own > cap ? 'daily-max-exceeded' : 'daily-max-exceeded-across-employers';
    return total > cap && own > 0 ? [{ minutes: own, reason, date }] : [];
  });
}
