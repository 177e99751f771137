// What a statement will say, in words: where each declared minute ended, and the amounts, never without the word simulation.
import type { Language } from '../../lib/model/text.ts';
import type { StatementContent } from '../../lib/use-cases/statement-content.ts';
import { cents, euros, time } from '../../web/parts/format.ts';
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
    withdrawn: 'Repris',
    refused: 'Refusé',
    simulation: 'Simulation, aucun effet juridique',
    base: 'Assiette simulée',
    credit: 'Montant simulé',
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
  },
} as const;

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
  const { baseCents, creditCents, declaredEuros } = computation;
  const amounts =
    baseCents === null || creditCents === null || declaredEuros === null
      ? []
      : [
          w.simulation,
          ...textTable([
            [w.base, cents(language, baseCents)],
            [w.credit, `${cents(language, creditCents)} (${euros(language, declaredEuros)})`],
          ]),
          ...stepLines(computation.steps, 'prepare --json', language),
        ];
  return [
    ...textTable([
      [w.declared, both(({ declared }) => declared)],
      [w.counted, both(({ counted }) => counted.agrees + counted.partly + counted.noTrace)],
      ...refused,
      ...(waiting.length === 0 ? [[w.awaiting, both(({ awaiting }) => awaiting)]] : waiting),
      [w.withdrawn, both(({ withdrawn }) => withdrawn)],
    ]),
    ...amounts,
  ];
}
