// What each step of the proposed status is made of, read from the trace’s names and the figures that the statement prints.
import type { Day, Period } from '../../model/calendar.ts';
import type { StatementPayload } from '../payload.ts';
import type { FormulaSources, StepFormula } from './step-formula.ts';

type Known = StepFormula | 'as-signed' | 'unknown';

const whole = (value: number): StepFormula => ({ kind: 'whole', value });
const step = (at: number): StepFormula => ({ kind: 'step', at });

/** @returns null where the statement prints no such figure for that day */
function figureAt({ scheme }: StatementPayload, key: string, day: Day): StepFormula | null {
  const at = scheme.parameters.findIndex(
    (each) => each.key === key && each.from <= day && (each.to === null || day < each.to),
  );
  return at === -1 ? null : { kind: 'figure', at };
}

/** The days that a step’s name bears: `2026` is the whole period. */
function sliceIn(name: string, period: Period): Period {
  const [, from, to] = /\[(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})\]/.exec(name) ?? [];
  return from === undefined || to === undefined ? period : { from, to };
}

function worth(payload: StatementPayload, net: StepFormula, name: string): Known {
  const figure = (key: string): StepFormula | null => figureAt(payload, key, payload.period.to);
  if (name === 'deductionExact') {
    const rate = figure('corporateTaxRate');
    return rate === null ? 'as-signed' : { kind: 'product', of: [net, rate] };
  }
  const [first, above, cents] = [figure('rate.first'), figure('rate.above'), figure('thresholdCents')];
  if (first === null || above === null || cents === null) return 'as-signed';
  const threshold: StepFormula = { kind: 'quotient', of: [cents, whole(100)] };
  const over: StepFormula = { kind: 'greater', of: [whole(0), { kind: 'difference', of: [net, threshold] }] };
  return {
    kind: 'sum',
    of: [
      { kind: 'product', of: [first, { kind: 'lesser', of: [net, threshold] }] },
      { kind: 'product', of: [above, over] },
    ],
  };
}

/** @returns for each step what it is made of; `as-signed` where that is not at hand; `unknown` for a name or place that this trace cannot have */
export function investorFormulas({ payload, names, steps }: FormulaSources): Known[] {
  const reading = payload.simulation?.reading;
  const gross = steps.length - 3;
  return steps.map(({ name }, at): Known => {
    if (at < gross) {
      if (at % 2 === 0) {
        if (!name.startsWith('personnel[')) return 'unknown';
        return names === null ? 'as-signed' : { kind: 'paid', slice: sliceIn(name, payload.period) };
      }
      if (!name.startsWith('operatingFlat[')) return 'unknown';
      const rate = figureAt(payload, 'operatingFlatRate', sliceIn(name, payload.period).from);
      return rate === null ? 'as-signed' : { kind: 'product', of: [step(at - 1), rate] };
    }
    if (at === gross && name === 'grossBase') return { kind: 'sum', of: steps.slice(0, at).map((_, i) => step(i)) };
    if (at === gross + 1 && name === 'netBase') {
      return { kind: 'greater', of: [whole(0), { kind: 'difference', of: [step(gross), { kind: 'aid' }] }] };
    }
    if (at === gross + 2 && name === (reading === 'deduction' ? 'deductionExact' : 'creditExact')) {
      return worth(payload, step(gross + 1), name);
    }
    return 'unknown';
  });
}
