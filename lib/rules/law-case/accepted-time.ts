// From the fields of a worked case to the time that counts, by slice of days under the same figures, and what was refused.
import { type Day, isWithin, type Period } from '../../model/calendar.ts';
import type { Refusal } from '../../model/refusal.ts';
import { periodLabel, slicesOf } from '../slices.ts';
import { assessEntries } from './assess-entries.ts';
import type { CaseInputs } from './case-fields.ts';
import { parseCasePeriod } from './case-period.ts';
import type { CaseRejection } from './case-rejection.ts';
import type { CaseRules } from './case-rules.ts';
import type { Complain } from './invalid-case.ts';
import { refusedAcrossEmployers } from './other-employers.ts';

/** Time accepted on days under the same figures. */
export interface AcceptedSlice {
  readonly label: string;
  readonly day: Day;
  readonly amount: number;
}

export interface AcceptedTime {
  readonly slices: readonly AcceptedSlice[];
  readonly accepted: number;
  readonly rejected: readonly CaseRejection[];
}

export const fiscalYearOf = ({ fiscalYear }: CaseInputs): Period => ({
  from: `${fiscalYear}-01-01`,
  to: `${fiscalYear}-12-31`,
});

export const total = (parts: readonly { readonly minutes: number }[]): number =>
  parts.reduce((all, { minutes }) => all + minutes, 0);

/** What the case says is claimed under another scheme: it does not count here. */
export const claimedElsewhere = ({
  minutesAlreadyClaimed = [],
}: Pick<CaseInputs, 'minutesAlreadyClaimed'>): CaseRejection[] =>
  minutesAlreadyClaimed.map(({ minutes }) => ({ minutes, reason: 'already-claimed-under-other-scheme' }));

/** @throws Refusal `invalid-declaration` where a case states what it claims, and that is not what is accepted and refused */
export function refuseWrongSum(
  { claimedMinutes }: Pick<CaseInputs, 'claimedMinutes'>,
  accepted: number,
  rejected: number,
  complain: Complain,
): void {
  if (claimedMinutes === undefined || claimedMinutes === accepted + rejected) return;
  throw complain('claimedMinutes', {
    fr: `${claimedMinutes} n’est pas la somme de ${accepted} acceptées et ${rejected} refusées. Corrigez l’un des champs.`,
    en: `${claimedMinutes} is not the sum of ${accepted} accepted and ${rejected} refused. Correct one of the fields.`,
  });
}

/** One amount for a whole year: only where the year has one set of figures, or there is nothing to cut. */
export function wholeYear(
  amount: number,
  field: string,
  inputs: CaseInputs,
  rules: CaseRules,
  complain: Complain,
): AcceptedSlice[] {
  const year = fiscalYearOf(inputs);
  const slices = slicesOf(rules.figures, 'operatingFlatRate', year);
  if (slices.length > 1 && amount > 0) {
    throw complain(field, {
      fr: `les chiffres changent dans l’année : donnez une liste { period, minutes } pour ${slices.map(periodLabel).join(', ')}.`,
      en: `the figures change inside the year: give a list { period, minutes } for ${slices.map(periodLabel).join(', ')}.`,
    });
  }
  return [{ label: String(inputs.fiscalYear), day: year.to, amount }];
}

function listed(inputs: CaseInputs, rules: CaseRules, complain: Complain): AcceptedSlice[] {
  const slices = slicesOf(rules.figures, 'operatingFlatRate', fiscalYearOf(inputs));
  const list = inputs.acceptedMinutes;
  if (!Array.isArray(list)) throw new Error('law case: not a list');
  return list.map(({ period: text, minutes }, index) => {
    const period = parseCasePeriod(text);
    const slice = slices.find((one) => period !== null && isWithin(period.from, one) && isWithin(period.to, one));
    if (slice === undefined || period === null) {
      throw complain(`acceptedMinutes[${index}].period`, {
        fr: `« ${text} » n’est pas tout entière dans l’une des périodes ${slices.map(periodLabel).join(', ')}.`,
        en: `'${text}' is not wholly inside one of the periods ${slices.map(periodLabel).join(', ')}.`,
      });
    }
    return { label: text, day: period.from, amount: minutes };
  });
}

/** One line for each reason and day, in order of first appearance. */
export function byReasonAndDay(rejections: readonly CaseRejection[]): CaseRejection[] {
  const groups = Map.groupBy(rejections, ({ reason, date }) => `${reason} ${date ?? ''}`);
  return [...groups.values()].map((group) => ({ ...group[0]!, minutes: total(group) }));
}

function fromEntries(
  accepted: readonly { readonly minutes: number; readonly period: Period | null; readonly field: string }[],
  inputs: CaseInputs,
  rules: CaseRules,
  complain: Complain,
): AcceptedSlice[] {
  const year = fiscalYearOf(inputs);
  const slices = slicesOf(rules.figures, 'operatingFlatRate', year);
  const amounts = slices.map(() => 0);
  for (const { minutes, period, field } of accepted) {
    const at =
      period === null
        ? slices.length === 1
          ? 0
          : -1
        : slices.findIndex((slice) => isWithin(period.from, slice) && isWithin(period.to, slice));
    if (at === -1) {
      throw complain(field, {
        fr: `cette ligne n’est pas tout entière dans l’une des périodes ${slices.map(periodLabel).join(', ')}. Coupez-la, ou datez-la.`,
        en: `this entry is not wholly inside one of the periods ${slices.map(periodLabel).join(', ')}. Cut it, or date it.`,
      });
    }
    amounts[at] = amounts[at]! + minutes;
  }
  const used = slices.map((slice, at) => ({ slice, amount: amounts[at]! })).filter(({ amount }) => amount > 0);
  if (used.length > 1) return used.map(({ slice, amount }) => ({ label: periodLabel(slice), day: slice.from, amount }));
  return [{ label: periodLabel(year), day: used[0]?.slice.from ?? year.to, amount: used[0]?.amount ?? 0 }];
}

function lessOthers(
  slices: readonly AcceptedSlice[],
  minutes: number,
  field: string,
  complain: Complain,
): AcceptedSlice[] {
  const [only, ...more] = slices;
  if (minutes === 0 || only === undefined) return [...slices];
  if (more.length > 0 || minutes > only.amount) {
    throw complain(field, {
      fr: 'on ne sait pas de quelle période retirer ces minutes, ou il y en a plus que de minutes acceptées. Donnez « acceptedMinutes ».',
      en: "it is not known from which period to take these minutes, or there are more than were accepted. Give 'acceptedMinutes'.",
    });
  }
  return [{ ...only, amount: only.amount - minutes }];
}

/** Time that the case gives twice, in two ways that contradict each other. */
function refuseContradiction(inputs: CaseInputs, assessed: number, complain: Complain): void {
  const { acceptedMinutes, claimedMinutes, entries = [] } = inputs;
  const accepted = Array.isArray(acceptedMinutes) ? total(acceptedMinutes) : acceptedMinutes;
  const tooFew = (field: string, few: number, many: number): Refusal =>
    complain(field, {
      fr: `${few}, alors que les « entries » en donnent ${many}. Corrigez l’un des champs.`,
      en: `${few}, while the 'entries' give ${many}. Correct one of the fields.`,
    });
  if (accepted !== undefined && accepted < assessed) throw tooFew('acceptedMinutes', accepted, assessed);
  if (claimedMinutes !== undefined && claimedMinutes < total(entries)) {
    throw tooFew('claimedMinutes', claimedMinutes, total(entries));
  }
}

/** @returns null if the case gives no time at all (it may give its staff cost) @throws Refusal `invalid-declaration` */
export function acceptedMinutesOf(inputs: CaseInputs, rules: CaseRules, complain: Complain): AcceptedTime | null {
  const assessed = assessEntries(inputs, rules, complain);
  const { acceptedMinutes, claimedMinutes, entries } = inputs;
  refuseContradiction(inputs, total(assessed.accepted), complain);
  // Entries may list only part of the claim: what they do not mention was not refused.
  const isWhole = entries !== undefined && (claimedMinutes ?? acceptedMinutes ?? total(entries)) === total(entries);
  const beside = [...refusedAcrossEmployers(inputs, isWhole, rules, complain), ...claimedElsewhere(inputs)];
  const rejected = byReasonAndDay([...assessed.rejected, ...beside]);
  const answer = (slices: readonly AcceptedSlice[]): AcceptedTime => {
    const accepted = slices.reduce((all, { amount }) => all + amount, 0);
    refuseWrongSum(inputs, accepted, total(rejected), complain);
    return { slices, accepted, rejected };
  };
  if (Array.isArray(acceptedMinutes)) return answer(listed(inputs, rules, complain));
  if (acceptedMinutes !== undefined) {
    return answer(wholeYear(acceptedMinutes, 'acceptedMinutes', inputs, rules, complain));
  }
  if (claimedMinutes !== undefined && !isWhole) {
    return answer(wholeYear(Math.max(claimedMinutes - total(rejected), 0), 'claimedMinutes', inputs, rules, complain));
  }
  if (entries === undefined) return null;
  const slices = fromEntries(assessed.accepted, inputs, rules, complain);
  return answer(lessOthers(slices, total(beside), 'minutesAlreadyClaimed', complain));
}
