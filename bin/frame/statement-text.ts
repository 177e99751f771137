// What a statement will say, in words: where each declared minute ended, and the amounts, never without the word simulation.
import { countedOf } from '../../lib/model/counted.ts';
import { cents, euros } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import type { Computation } from '../../lib/rules/computation.ts';
import type { StatementContent } from '../../lib/use-cases/statement-content.ts';
import { time } from '../../web/parts/format.ts';
import { stepLines } from './step-lines.ts';
import { textTable } from './text-table.ts';

const words = {
  fr: {
    declared: 'Déclaré',
    counted: 'Retenu',
    awaiting: 'En attente',
    foundation: 'de la fondation',
    employer: 'de l’employeur',
    employers: 'des deux employeurs',
    withdrawn: 'Retiré',
    refused: 'Écarté',
    simulation: 'Simulation, aucun effet juridique',
    base: 'Assiette simulée',
    credit: 'Montant simulé',
    relief: 'Montants calculés (dispositif en vigueur)',
    value: 'Valeur du don',
    reduction: 'Réduction d’impôt',
    ceiling: 'Plafond de l’exercice',
    carryIn: (origin: string) => `Excédent de l’exercice clos le ${origin}, utilisé`,
    carryOut: (origin: string) => `Reporté, de l’exercice clos le ${origin}`,
  },
  en: {
    declared: 'Declared',
    counted: 'Counted',
    awaiting: 'Awaiting',
    foundation: 'the foundation',
    employer: 'the employer',
    employers: 'both employers',
    withdrawn: 'Withdrawn',
    refused: 'Refused',
    simulation: 'Simulation, no legal effect',
    base: 'Simulated base',
    credit: 'Simulated amount',
    relief: 'Computed amounts (scheme in force)',
    value: 'Value of the gift',
    reduction: 'Tax reduction',
    ceiling: 'Ceiling of the year',
    carryIn: (origin: string) => `Excess of the fiscal year ended on ${origin}, used`,
    carryOut: (origin: string) => `Carried forward, of the fiscal year ended on ${origin}`,
  },
} as const;

function amountLines(computation: Computation, language: Language): string[] {
  const w = words[language];
  const { standing, baseCents, creditCents, declaredEuros, gift, steps } = computation;
  if (baseCents === null || creditCents === null || declaredEuros === null) return [];
  const credit = `${cents(language, creditCents)} (${euros(language, declaredEuros)})`;
  const trace = stepLines(steps, 'prepare --json', language);
  if (standing !== 'in-force' || gift === undefined) {
    return [
      w.simulation,
      ...textTable([
        [w.base, cents(language, baseCents)],
        [w.credit, credit],
      ]),
      ...trace,
    ];
  }
  return [
    w.relief,
    ...textTable([
      [w.value, cents(language, baseCents)],
      [w.ceiling, cents(language, gift.ceilingCents)],
      ...gift.carryIn.map(({ origin, usedCents }) => [w.carryIn(origin), cents(language, usedCents)]),
      [w.reduction, credit],
      ...gift.carryOut.map((each) => [w.carryOut(each.origin), cents(language, each.cents)]),
    ]),
    ...trace,
  ];
}

export function contentLines({ time: states, awaits, computation }: StatementContent, language: Language): string[] {
  const w = words[language];
  const { minutes: m, halfDays: h } = states;
  const both = (of: (amounts: typeof m) => number): string =>
    time(language, { minutes: of(m), halfDays: h === undefined ? 0 : of(h) });
  const refused = states.refused.map((each) => [
    `${w.refused} (${each.code})`,
    time(language, { minutes: each.minutes, halfDays: each.halfDays ?? 0 }),
  ]);
  const waiting = awaits.map((each) => [
    `${w.awaiting} (${each.code}, ${w[each.awaits]})`,
    time(language, { minutes: each.minutes, halfDays: each.halfDays ?? 0 }),
  ]);
  return [
    ...textTable([
      [w.declared, both(({ declared }) => declared)],
      [w.counted, both(countedOf)],
      ...refused,
      ...(waiting.length === 0 ? [[w.awaiting, both(({ awaiting }) => awaiting)]] : waiting),
      [w.withdrawn, both(({ withdrawn }) => withdrawn)],
    ]),
    ...amountLines(computation, language),
  ];
}
