// What each step of the proposed status is made of, read from the figures that the statement prints: they also say which steps there are.
import { fractionText, parseFraction } from '../../model/fraction.ts';
import { periodLabel, slicesOf } from '../../rules/slices.ts';
import type { StatementPayload } from '../payload.ts';
import { type FormulaSources, figureOn, type StepFormula, step, whole } from './step-formula.ts';

type Known = StepFormula | 'as-signed' | 'unknown';
type Named = readonly [name: string, formula: Known];

function worth(payload: StatementPayload, net: StepFormula): Named {
  const figure = (key: string): StepFormula | null => figureOn(payload, key, payload.period.to);
  if (payload.simulation?.reading === 'deduction') {
    const rate = figure('corporateTaxRate');
    return ['deductionExact', rate === null ? 'unknown' : { kind: 'product', of: [net, rate] }];
  }
  const [first, above, cents] = [figure('rate.first'), figure('rate.above'), figure('thresholdCents')];
  if (first === null || above === null || cents === null) return ['creditExact', 'unknown'];
  const threshold: StepFormula = { kind: 'quotient', of: [cents, whole(100)] };
  const over: StepFormula = { kind: 'greater', of: [whole(0), { kind: 'difference', of: [net, threshold] }] };
  return [
    'creditExact',
    {
      kind: 'sum',
      of: [
        { kind: 'product', of: [first, { kind: 'lesser', of: [net, threshold] }] },
        { kind: 'product', of: [above, over] },
      ],
    },
  ];
}

/** Staff cost and operating flat rate of each run of days under one printed rate: together the whole period, each day once. */
function sliceSteps({ payload, names }: Pick<FormulaSources, 'payload' | 'names'>): Named[] {
  const { scheme, period } = payload;
  return slicesOf(scheme.parameters, 'operatingFlatRate', period).flatMap((slice, i): Named[] => {
    const label = periodLabel(slice);
    const rate = figureOn(payload, 'operatingFlatRate', slice.from);
    const isSoToTheEnd = rate !== null && figureOn(payload, 'operatingFlatRate', slice.to)?.at === rate.at;
    const printed = rate === null ? null : parseFraction(scheme.parameters[rate.at]!.value);
    return [
      [`personnel[${label}]`, names === null ? 'as-signed' : { kind: 'paid', slice }],
      [
        `operatingFlat[${label}] at ${printed === null ? '' : fractionText(printed)}`,
        isSoToTheEnd ? { kind: 'product', of: [step(2 * i), rate] } : 'unknown',
      ],
    ];
  });
}

/**
 * @returns for each step what it is made of; `as-signed` where that is not shown at this level; `unknown` for a name or place that this trace cannot
 * have, or where a figure that it rests on is not printed
 */
export function investorFormulas({
  payload,
  names,
  steps,
}: Pick<FormulaSources, 'payload' | 'names' | 'steps'>): Known[] {
  const slices = sliceSteps({ payload, names });
  const gross = slices.length;
  const expected: readonly Named[] = [
    ...slices,
    ['grossBase', { kind: 'sum', of: slices.map((_, at) => step(at)) }],
    ['netBase', { kind: 'greater', of: [whole(0), { kind: 'difference', of: [step(gross), { kind: 'aid' }] }] }],
    worth(payload, step(gross + 1)),
  ];
  return steps.map(({ name }, at): Known => {
    const [named, formula] = expected[at] ?? [null, 'unknown' as const];
    return named === name && steps.length === expected.length ? formula : 'unknown';
  });
}
