// The amounts of the summary: the cost with its tie to payroll and to the return, what it is worth, and what a year's ceiling makes of gifts.
import type { Bilingual } from '../../model/text.ts';
import type { Gift, StatementPayload } from '../payload.ts';
import type { Cell } from './file/cell-xml.ts';
import type { SheetWriter } from './file/workbook.ts';
import { type Edition, say } from './sheet.ts';
import { euros, section, text, whole } from './summary-cells.ts';
import { formats } from './table.ts';

type Amount = NonNullable<StatementPayload['simulation']>;

export const readings: Readonly<Record<string, Bilingual>> = {
  credit: { fr: 'crédit : assiette × taux', en: 'credit: base × rate' },
  deduction: { fr: 'déduction supplémentaire de l’assiette', en: 'additional deduction of the base' },
  'month-of-secondment': {
    fr: 'plafond : 3 plafonds mensuels de sécurité sociale par personne et mois',
    en: 'cap: 3 monthly social-security ceilings for each person and month',
  },
  'prorata-time': {
    fr: 'plafond : 3 plafonds mensuels par personne et mois × quotité',
    en: 'cap: 3 monthly ceilings for each person and month × share of time',
  },
  'annual-flat': {
    fr: 'plafond : 36 plafonds mensuels par personne et année civile',
    en: 'cap: 36 monthly ceilings for each person and calendar year',
  },
  'monthly-flat-year': {
    fr: 'plafond : 3 plafonds mensuels par personne et année civile',
    en: 'cap: 3 monthly ceilings for each person and calendar year',
  },
};

/** What the year's ceiling makes of a gift (mécénat), and the excesses of earlier years by their origin. */
export function giftRows(gift: Gift | undefined): readonly (readonly [Bilingual, number])[] {
  if (gift === undefined) return [];
  return [
    [{ fr: 'Chiffre d’affaires hors taxe', en: 'Turnover excluding VAT' }, gift.turnoverCents],
    [{ fr: 'Plafond de l’exercice', en: 'Ceiling of the year' }, gift.ceilingCents],
    [{ fr: 'Dons dans le plafond', en: 'Gifts within the ceiling' }, gift.retainedCents],
    [{ fr: 'Dons au-dessus du plafond', en: 'Gifts above the ceiling' }, gift.excessCents],
    ...gift.carryIn.flatMap(({ origin, cents, usedCents, expiredCents }) => [
      [{ fr: `Excédent clos le ${origin}, reçu`, en: `Excess of ${origin}, brought in` }, cents] as const,
      [{ fr: `Excédent clos le ${origin}, utilisé`, en: `Excess of ${origin}, used` }, usedCents] as const,
      [{ fr: `Excédent clos le ${origin}, perdu`, en: `Excess of ${origin}, lost` }, expiredCents] as const,
    ]),
    ...gift.carryOut.map(
      ({ origin, cents }) =>
        [{ fr: `Excédent clos le ${origin}, reporté`, en: `Excess of ${origin}, carried forward` }, cents] as const,
    ),
  ];
}

export const payrollTie: Bilingual = { fr: 'Rattachement à la paie', en: 'Tie to payroll' };
export const notTied: Bilingual = { fr: 'non rattaché', en: 'not tied' };
export const notFiled: Bilingual = { fr: 'non déposée à l’émission', en: 'not filed when issued' };

/** To what payroll the cost was tied, and where the amount was entered; that neither was said stands there, too. */
function ties(
  edition: Edition,
  sheet: SheetWriter,
  payroll: NonNullable<StatementPayload['cost']>['payroll'],
  filing: StatementPayload['filing'],
): void {
  const label = (words: Bilingual): Cell => ({ value: say(edition, words), look: 'wrapped' });
  if (payroll === 'not-tied') {
    sheet.row([label(payrollTie), label(notTied)]);
  } else {
    const { from, to } = payroll.period;
    sheet.row([
      label({
        fr: `Total de la paie rattachée, du ${from} au ${to}, déclaré le ${payroll.on}`,
        en: `Total of the payroll tied, ${from} to ${to}, declared ${payroll.on}`,
      }),
      euros(payroll.totalCents),
      whole(payroll.totalCents),
      { value: `SHA-256 ${payroll.digest}`, look: 'wrapped' },
    ]);
  }
  if (filing === undefined || filing === 'not-filed') {
    sheet.row([label({ fr: 'Déclaration fiscale', en: 'Tax return' }), label(notFiled)]);
    return;
  }
  sheet.row([
    label({
      fr: `Porté sur ${filing.form}, ligne ${filing.line}, déposée le ${filing.filedOn}`,
      en: `Entered on ${filing.form}, line ${filing.line}, filed ${filing.filedOn}`,
    }),
    { value: filing.euros, format: formats.decimal },
  ]);
}

export function writeAmounts(edition: Edition, sheet: SheetWriter, payload: StatementPayload): void {
  const { cost, simulation, relief } = payload;
  if (cost === undefined) return;
  const row = (label: Bilingual, cents: number): void => {
    sheet.row([text(say(edition, label)), euros(cents), whole(cents)]);
  };
  const { banner } = edition;
  section(
    edition,
    sheet,
    banner === null ? { fr: 'Montants', en: 'Amounts' } : { fr: banner, en: banner },
    { fr: 'Euros', en: 'Euros' },
    { fr: 'Centimes', en: 'Cents' },
  );
  row({ fr: 'Coût de personnel du temps retenu', en: 'Staff cost of the counted time' }, cost.cents);
  ties(edition, sheet, cost.payroll, payload.filing);
  const amount: Amount | undefined = simulation ?? relief;
  if (amount === undefined) return;
  const base =
    relief?.gift === undefined ? { fr: 'Assiette', en: 'Base' } : { fr: 'Valeur du don', en: 'Value of the gift' };
  row(base, amount.baseCents);
  row({ fr: 'Avantage, au centime', en: 'Relief, to the cent' }, amount.creditCents);
  sheet.row([
    text(say(edition, { fr: 'Avantage, arrondi à l’euro', en: 'Relief, rounded to the euro' })),
    { value: amount.declaredEuros, format: formats.decimal },
  ]);
  const reading = readings[amount.reading];
  sheet.row([
    text(say(edition, { fr: 'Lecture', en: 'Reading' })),
    text(reading === undefined ? amount.reading : say(edition, reading)),
  ]);
  for (const [label, cents] of giftRows(relief?.gift)) row(label, cents);
}
