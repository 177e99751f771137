// Under which rate the counted time of a statement falls, in words that a column has room for: worked out from what is signed.
import type { Bilingual } from '../model/text.ts';
import type { StatementPayload } from './payload.ts';

/** The signed value of a figure on the last day of the period; null where the statement rests on none. */
function figure({ scheme, period }: StatementPayload, key: string): string | null {
  const held = scheme.parameters.filter((each) => each.key === key && each.from <= period.to);
  return held.find(({ to }) => to === null || period.to < to)?.value ?? null;
}

/** `3/10` → `30 %`; what is no whole number of per cent stays a ratio. */
function percent(ratio: string): Bilingual {
  const [num, den] = ratio.split('/').map(BigInt);
  if (num === undefined || den === undefined || (num * 100n) % den !== 0n) return { fr: ratio, en: ratio };
  const whole = (num * 100n) / den;
  return { fr: `${whole} %`, en: `${whole}%` };
}

/**
 * The rate is one of the statement's whole base, not of a person: a base above the threshold lies in both brackets, and so does each line's share of it.
 * @returns null where the statement has no amounts, or its scheme no rates
 */
export function rateBracket(payload: StatementPayload): Bilingual | null {
  const amount = payload.simulation ?? payload.relief;
  if (amount === undefined) return null;
  if (amount.reading === 'deduction') {
    const tax = figure(payload, 'corporateTaxRate');
    if (tax === null) return null;
    return { fr: `déduction, IS ${percent(tax).fr}`, en: `deduction, tax ${percent(tax).en}` };
  }
  const first = figure(payload, 'rate.first') ?? figure(payload, 'rate.upTo');
  const above = figure(payload, 'rate.above');
  const threshold = figure(payload, 'thresholdCents');
  if (first === null) return null;
  if (above === null || threshold === null || BigInt(amount.baseCents) <= BigInt(threshold)) return percent(first);
  const [lower, upper] = [percent(first), percent(above)];
  return { fr: `${lower.fr} puis ${upper.fr}`, en: `${lower.en} then ${upper.en}` };
}
