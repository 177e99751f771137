// The figures of a statement as they were signed, each under a key: what the control sheet compares, and what a later statement changes.
import type { Bilingual } from '../../model/text.ts';
import type { StatementPayload } from '../payload.ts';
import { timeFigures, unitLabels, unitsOf } from './time-columns.ts';

export interface StatedFigure {
  readonly label: Bilingual;
  readonly unit: Bilingual;
  /** That of the column that adds up to it. */
  readonly key: string;
  readonly stated: number;
}

export const centsLabel: Bilingual = { fr: 'centimes', en: 'cents' };
export const eurosLabel: Bilingual = { fr: 'euros', en: 'euros' };

/** Time of the whole statement by where it ended, and its cost. */
export function summedFigures(payload: StatementPayload): StatedFigure[] {
  const time = unitsOf(payload).flatMap((unit) =>
    timeFigures(payload, unit).map(({ key, label, of }) => ({
      ...{ key, label, unit: unitLabels[unit] },
      stated: of(payload),
    })),
  );
  if (payload.cost === undefined) return time;
  const label = { fr: 'Coût de personnel', en: 'Staff cost' };
  return [...time, { key: 'costCents', label, unit: centsLabel, stated: payload.cost.cents }];
}

/** Those, and what they are worth. */
export function statedFigures(payload: StatementPayload): StatedFigure[] {
  const amount = payload.simulation ?? payload.relief;
  if (amount === undefined) return summedFigures(payload);
  const { baseCents, creditCents, declaredEuros } = amount;
  return [
    ...summedFigures(payload),
    { key: 'baseCents', label: { fr: 'Assiette', en: 'Base' }, unit: centsLabel, stated: baseCents },
    {
      key: 'creditCents',
      label: { fr: 'Montant calculé', en: 'Computed amount' },
      unit: centsLabel,
      stated: creditCents,
    },
    {
      ...{ key: 'declaredEuros', unit: eurosLabel, stated: declaredEuros },
      label: { fr: 'Arrondi à l’euro', en: 'Rounded to the euro' },
    },
  ];
}
