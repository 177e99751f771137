// A year of gifts (mécénat) beside its amounts: turnover, ceiling, what the year keeps, and the excesses carried in and out.

import type { ComponentChild } from 'preact';
import { cents } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import type { Gift } from '../../lib/statement/payload.ts';
import { dayInWords } from './dates.ts';
import { table } from './table.ts';
import { inLanguage, type Words } from './words.ts';

const words = {
  year: { fr: 'Plafond de l’exercice', en: 'Ceiling of the year' },
  what: { fr: 'Grandeur', en: 'Item' },
  amount: { fr: 'Montant', en: 'Amount' },
  turnover: { fr: 'Chiffre d’affaires hors taxe', en: 'Turnover excluding VAT' },
  ceiling: { fr: 'Plafond', en: 'Ceiling' },
  retained: { fr: 'Dons de l’exercice dans le plafond', en: 'Gifts of the year within the ceiling' },
  excess: { fr: 'Dons de l’exercice au-dessus du plafond', en: 'Gifts of the year above the ceiling' },
  carryIn: { fr: 'Excédents d’exercices antérieurs', en: 'Excesses of earlier years' },
  origin: { fr: 'Exercice clos le', en: 'Fiscal year ended on' },
  used: { fr: 'Utilisé', en: 'Used' },
  expired: { fr: 'Perdu', en: 'Lost' },
  left: { fr: 'Reste', en: 'Left' },
  carryOut: { fr: 'Reporté sur les exercices suivants', en: 'Carried to the following years' },
  above: { fr: 'Dont au taux réduit', en: 'Of it at the lower rate' },
  yearsLeft: { fr: 'Exercices restants', en: 'Years left' },
} as const satisfies Words;

export function giftTables(language: Language, gift: Gift): ComponentChild {
  const t = inLanguage(language, words);
  const money = <Row>(title: string, of: (row: Row) => number) => ({
    title,
    cell: (row: Row) => cents(language, of(row)),
    isNumber: true,
  });
  const origin = { title: t.origin, cell: (row: { readonly origin: string }) => dayInWords(language, row.origin) };
  const { carryIn, carryOut } = gift;
  return [
    table(
      t.year,
      [
        { title: t.what, cell: ([text]) => text, isHeading: true },
        { title: t.amount, cell: ([, value]) => cents(language, value), isNumber: true },
      ],
      [
        [t.turnover, gift.turnoverCents],
        [t.ceiling, gift.ceilingCents],
        [t.retained, gift.retainedCents],
        [t.excess, gift.excessCents],
      ] as const,
    ),
    carryIn.length === 0
      ? null
      : table(
          t.carryIn,
          [
            { ...origin, isHeading: true },
            money<Gift['carryIn'][number]>(t.amount, (row) => row.cents),
            money<Gift['carryIn'][number]>(t.used, (row) => row.usedCents),
            money<Gift['carryIn'][number]>(t.expired, (row) => row.expiredCents),
            money<Gift['carryIn'][number]>(t.left, (row) => row.leftCents),
          ],
          carryIn,
        ),
    carryOut.length === 0
      ? null
      : table(
          t.carryOut,
          [
            { ...origin, isHeading: true },
            money<Gift['carryOut'][number]>(t.amount, (row) => row.cents),
            money<Gift['carryOut'][number]>(t.above, (row) => row.aboveThresholdCents),
            { title: t.yearsLeft, cell: ({ yearsLeft }) => String(yearsLeft), isNumber: true },
          ],
          carryOut,
        ),
  ];
}
