// Amounts in print: cost, base and relief or simulation, every step of the computation in words, and the parameters it rests on.
import { articleText } from '../../../model/article.ts';
import { exactText } from '../../../model/exact-text.ts';
import { euros } from '../../../model/quantity-text.ts';
import type { Bilingual } from '../../../model/text.ts';
import { figureDefinitions, isFigureKey } from '../../../rules/figures/figure-keys.ts';
import { referenceText, valueText } from '../../../rules/figures/figure-text.ts';
import type { StatementPayload } from '../../payload.ts';
import { certaintyText } from '../../xlsx/read-me.ts';
import { giftRows, readings } from '../../xlsx/summary-amounts.ts';
import { type Block, factsTable } from '../blocks.ts';
import type { PrintEdition } from '../edition.ts';

type Amount = NonNullable<StatementPayload['simulation']>;

const titles = {
  amounts: { fr: 'Montants', en: 'Amounts' },
  simulated: { fr: 'Montants simulés, sans effet juridique', en: 'Simulated amounts, with no legal effect' },
  steps: { fr: 'Calcul, étape par étape', en: 'Computation, step by step' },
  parameters: { fr: 'Paramètres', en: 'Parameters' },
} as const satisfies Record<string, Bilingual>;

function stepsTable({ say, cents }: PrintEdition, language: 'fr' | 'en', { steps }: Amount): Block {
  return {
    kind: 'table',
    hasHeader: true,
    columns: [
      { header: say({ fr: 'N°', en: 'No.' }), align: 'right' },
      { header: say({ fr: 'Ce qui est fait', en: 'What is done' }), align: 'left', weight: 4 },
      { header: say({ fr: 'Texte', en: 'Text' }), align: 'left', weight: 2 },
      { header: say({ fr: 'Valeur exacte (€)', en: 'Exact value (€)' }), align: 'left', weight: 3 },
      { header: say({ fr: 'Arrondie', en: 'Rounded' }), align: 'right' },
    ],
    rows: steps.map((step, i) => ({
      cells: [
        String(i + 1),
        step[language],
        say(articleText(step.article)),
        say(exactText(step.exactEuros, 'statement.jws')),
        cents(step.cents),
      ],
    })),
  };
}

export function amountBlocks(edition: PrintEdition, payload: StatementPayload): Block[] {
  const { say, cents, language } = edition;
  const { cost, simulation, relief } = payload;
  if (cost === undefined) return [];
  const amount = simulation ?? relief;
  const gift = relief?.gift;
  const base = gift === undefined ? { fr: 'Assiette', en: 'Base' } : { fr: 'Valeur du don', en: 'Value of the gift' };
  const reading =
    amount === undefined ? undefined : (readings[amount.reading] ?? { fr: amount.reading, en: amount.reading });
  return [
    { kind: 'heading', level: 2, text: say(simulation === undefined ? titles.amounts : titles.simulated) },
    factsTable([
      [say({ fr: 'Coût de personnel du temps retenu', en: 'Staff cost of the counted time' }), cents(cost.cents)],
      ...(amount === undefined || reading === undefined
        ? []
        : ([
            [say(base), cents(amount.baseCents)],
            [say({ fr: 'Avantage, au centime', en: 'Relief, to the cent' }), cents(amount.creditCents)],
            [
              say({ fr: 'Avantage, arrondi à l’euro', en: 'Relief, rounded to the euro' }),
              euros(language, amount.declaredEuros),
            ],
            [say({ fr: 'Lecture', en: 'Reading' }), say(reading)],
          ] as const)),
      ...giftRows(gift).map(([label, value]) => [say(label), cents(value)] as const),
    ]),
    ...(amount === undefined
      ? []
      : [{ kind: 'heading', level: 2, text: say(titles.steps) } as const, stepsTable(edition, language, amount)]),
  ];
}

export function parameterBlocks({ say, day, language }: PrintEdition, { scheme }: StatementPayload): Block[] {
  if (scheme.parameters.length === 0) return [];
  const left = (label: Bilingual, weight: number) => ({ header: say(label), align: 'left', weight }) as const;
  return [
    { kind: 'heading', level: 2, text: say(titles.parameters) },
    { kind: 'paragraph', look: 'small', text: say(certaintyText) },
    {
      kind: 'table',
      hasHeader: true,
      columns: [
        left({ fr: 'Paramètre', en: 'Parameter' }, 3),
        left({ fr: 'Valeur', en: 'Value' }, 3),
        left({ fr: 'À partir du', en: 'From' }, 1),
        left({ fr: 'Jusqu’au (exclu)', en: 'Until (excluded)' }, 1),
        left({ fr: 'Référence', en: 'Reference' }, 4),
        left({ fr: 'Certitude', en: 'Certainty' }, 1),
      ],
      rows: scheme.parameters.map(({ key, value, from, to, reference, certainty: how }) => ({
        cells: [
          isFigureKey(key) ? say(figureDefinitions[key].label) : key,
          valueText(language, value),
          day(from),
          to === null ? '—' : day(to),
          referenceText(language, reference),
          how,
        ],
      })),
    },
  ];
}
