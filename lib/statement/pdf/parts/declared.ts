// What the company declared, in print: its answers, aid received, the tie to payroll, and the return in which the amount was entered.
import { euros } from '../../../model/quantity-text.ts';
import type { StatementPayload } from '../../payload.ts';
import { notFiled, notTied, payrollTie } from '../../xlsx/summary-amounts.ts';
import { aidTexts, answers } from '../../xlsx/summary-declared.ts';
import { type Block, factsTable } from '../blocks.ts';
import type { PrintEdition } from '../edition.ts';

type Declared = StatementPayload['declared'];
type Answer = Declared['otherEmployers'];

const answerText = ({ say, day }: PrintEdition, { answer, on }: Answer, more: readonly string[] = []): string => {
  const dated = on === null ? '' : say({ fr: `, le ${day(on)}`, en: `, on ${day(on)}` });
  return [say(answers[answer]) + dated, ...more].join(say({ fr: ' : ', en: ': ' }));
};

function payrollText(
  { say, day, cents }: PrintEdition,
  payroll: NonNullable<StatementPayload['cost']>['payroll'],
): string {
  if (payroll === 'not-tied') return say(notTied);
  const { period, digest, totalCents, on } = payroll;
  const [from, to] = [day(period.from), day(period.to)];
  return say({
    fr: `paie du ${from} au ${to}, total ${cents(totalCents)}, déclaré le ${day(on)} ; SHA-256 de l’extrait : ${digest}`,
    en: `payroll from ${from} to ${to}, total ${cents(totalCents)}, declared on ${day(on)}; SHA-256 of the extract: ${digest}`,
  });
}

function filingText({ say, day, language }: PrintEdition, filing: NonNullable<StatementPayload['filing']>): string {
  if (filing === 'not-filed') return say(notFiled);
  const { form, line, euros: amount, filedOn, on } = filing;
  const value = euros(language, amount);
  return say({
    fr: `${form}, ligne ${line} : ${value}, déposée le ${day(filedOn)} (dit le ${day(on)})`,
    en: `${form}, line ${line}: ${value}, filed on ${day(filedOn)} (said on ${day(on)})`,
  });
}

function aidFacts({ say, day, cents }: PrintEdition, { otherAid }: Declared): (readonly [string, string])[] {
  const none = say({ fr: 'aucun', en: 'none' });
  if (otherAid.length === 0) {
    return [[say({ fr: 'Autres aides et remboursements', en: 'Other aid and reimbursements' }), none]];
  }
  return otherAid.map(({ kind, grantor, period, amountCents }) => [
    `${say(aidTexts[kind])} ${grantor} (${day(period.from)} – ${day(period.to)})`,
    cents(amountCents),
  ]);
}

export function declaredBlocks(edition: PrintEdition, payload: StatementPayload): Block[] {
  const { say, cents, time } = edition;
  const { declared, cost, filing } = payload;
  const { billedToClients: billed, counterparts } = declared;
  const billedTime = [
    ...(billed.minutes === undefined ? [] : [time('minutes', billed.minutes)]),
    ...(billed.halfDays === undefined ? [] : [time('halfDays', billed.halfDays)]),
  ];
  const worth = counterparts.cents === undefined ? [] : [cents(counterparts.cents)];
  return [
    { kind: 'heading', level: 2, text: say({ fr: 'Déclaré par l’entreprise', en: 'Declared by the company' }) },
    factsTable([
      [
        say({ fr: 'Temps chez d’autres employeurs', en: 'Time with other employers' }),
        answerText(edition, declared.otherEmployers),
      ],
      [
        say({ fr: 'Temps facturé à des clients', en: 'Time billed to clients' }),
        answerText(edition, billed, billedTime),
      ],
      [
        say({ fr: 'Contreparties de la fondation', en: 'Counterparts from the foundation' }),
        answerText(edition, counterparts, worth),
      ],
      ...aidFacts(edition, declared),
      ...(cost === undefined ? [] : [[say(payrollTie), payrollText(edition, cost.payroll)] as const]),
      ...(filing === undefined
        ? []
        : [[say({ fr: 'Déclaration fiscale', en: 'Tax return' }), filingText(edition, filing)] as const]),
    ]),
  ];
}
