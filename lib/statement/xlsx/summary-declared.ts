// What the company declared, and who confirmed: the last parts of the summary.
import type { Bilingual } from '../../model/text.ts';
import { confirmationNumbers } from '../month-lines.ts';
import type { StatementPayload } from '../payload.ts';
import type { Cell } from './file/cell-xml.ts';
import type { SheetWriter } from './file/workbook.ts';
import { type Edition, say } from './sheet.ts';
import { euros, section, text, whole } from './summary-cells.ts';
import { dateOf, formats } from './table.ts';

type Answer = Pick<StatementPayload['declared']['otherEmployers'], 'answer' | 'on'>;

export const answers: Readonly<Record<Answer['answer'], Bilingual>> = {
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
  'not-asked': { fr: 'non demandé', en: 'not asked' },
};

export const aidTexts = {
  subsidy: { fr: 'Subvention de', en: 'Subsidy from' },
  reimbursement: { fr: 'Remboursement de', en: 'Reimbursement from' },
} as const satisfies Record<string, Bilingual>;

export function writeDeclarations(edition: Edition, sheet: SheetWriter, { declared }: StatementPayload): void {
  const day = (value: string | null): Cell => ({
    value: dateOf(value),
    format: formats.day[edition.language],
    look: 'date',
  });
  section(
    edition,
    sheet,
    { fr: 'Déclaré par l’entreprise', en: 'Declared by the company' },
    { fr: 'Réponse', en: 'Answer' },
    { fr: 'Le', en: 'On' },
    { fr: 'Montant ou temps', en: 'Amount or time' },
  );
  const asked: readonly [Bilingual, Answer, string][] = [
    [
      { fr: 'Temps chez d’autres employeurs', en: 'Time with other employers' },
      declared.otherEmployers,
      'otherEmployers',
    ],
    [{ fr: 'Temps facturé à des clients', en: 'Time billed to clients' }, declared.billedToClients, 'billedToClients'],
    [
      { fr: 'Contreparties de la fondation', en: 'Counterparts from the foundation' },
      declared.counterparts,
      'counterparts',
    ],
  ];
  const { minutes, halfDays } = declared.billedToClients;
  const { cents } = declared.counterparts;
  const billed = [
    ...(minutes === undefined ? [] : [{ fr: `${minutes} minutes`, en: `${minutes} minutes` }]),
    ...(halfDays === undefined ? [] : [{ fr: `${halfDays} demi-journées`, en: `${halfDays} half-days` }]),
  ];
  const amount: Readonly<Record<string, Cell>> = {
    billedToClients: text(billed.map((words) => say(edition, words)).join(', ')),
    ...(cents === undefined ? {} : { counterparts: euros(cents) }),
  };
  for (const [label, { answer, on }, key] of asked) {
    sheet.row([text(say(edition, label)), text(say(edition, answers[answer])), day(on), amount[key] ?? text('')]);
  }
  const { otherAid } = declared;
  if (otherAid.length === 0) {
    sheet.row([
      text(say(edition, { fr: 'Autres aides et remboursements', en: 'Other aid and reimbursements' })),
      text(say(edition, { fr: 'aucun', en: 'none' })),
    ]);
    return;
  }
  for (const { kind, grantor, period, amountCents } of otherAid) {
    sheet.row([
      text(`${say(edition, aidTexts[kind])} ${grantor} (${period.from} – ${period.to})`),
      euros(amountCents),
      whole(amountCents),
    ]);
  }
}

/** Who confirmed, by the numbers that the lines name. */
export function writeConfirmed(edition: Edition, sheet: SheetWriter, payload: StatementPayload): void {
  const numbers = confirmationNumbers(payload);
  section(
    edition,
    sheet,
    { fr: 'Confirmations', en: 'Confirmations' },
    { fr: 'Projet', en: 'Project' },
    { fr: 'Le (UTC)', en: 'At (UTC)' },
    { fr: 'En qualité de, mandat', en: 'In the capacity of, mandate' },
  );
  if (numbers.size === 0) sheet.row([text(say(edition, { fr: 'aucune', en: 'none' }))]);
  for (const { id, confirmations } of payload.projects) {
    for (const { digest, at, capacity, mandate } of confirmations) {
      const { from, to } = mandate;
      const until = to === null ? '' : ` – ${to}`;
      sheet.row([
        text(numbers.get(digest) ?? digest),
        text(id),
        { value: dateOf(at.slice(0, 10)), format: formats.day[edition.language], look: 'date' },
        { value: `${capacity} (${from}${until})`, look: 'wrapped' },
      ]);
    }
  }
}
