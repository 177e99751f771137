// The summary sheet: whose statement, for when, under which scheme; where the declared time ended; the amounts; what the company declared.
import type { Bilingual } from '../../model/text.ts';
import type { AwaitingCode } from '../../rules/assessment.ts';
import { awaitingTexts } from '../../rules/awaiting.ts';
import { entryRefusalTexts, isEntryRefusalCode } from '../../rules/refusals/refusal-codes.ts';
import { schemes } from '../../rules/rule-set.ts';
import type { AwaitedTime, StatementPayload } from '../payload.ts';
import { standingTexts, trustText, type Vouched } from '../verification-text.ts';
import type { Cell } from './file/cell-xml.ts';
import type { SheetWriter } from './file/workbook.ts';
import { type Edition, openSheet, say } from './sheet.ts';
import { writeAmounts } from './summary-amounts.ts';
import { section, text, whole } from './summary-cells.ts';
import { writeConfirmed, writeDeclarations } from './summary-declared.ts';
import { dateOf, formats } from './table.ts';
import { awaitedTexts, timeFigures, type Unit, unitLabels, unitsOf } from './time-columns.ts';

function identity(edition: Edition, sheet: SheetWriter, payload: StatementPayload, vouched: Vouched): void {
  const { company, period, scheme, operator, supersedes, projects, people, fiscalYear, iat } = payload;
  const day = (value: string): Cell => ({ value: dateOf(value), format: formats.day[edition.language], look: 'date' });
  const title = schemes.find(({ code }) => code === scheme.code)?.title;
  const self = { fr: ' (l’entreprise elle-même)', en: ' (the company itself)' };
  const facts: readonly [Bilingual, Cell][] = [
    [{ fr: 'Entreprise', en: 'Company' }, text(company.name)],
    [{ fr: 'SIREN', en: 'SIREN' }, text(company.siren)],
    [
      { fr: 'Exercice', en: 'Fiscal year' },
      { value: fiscalYear, format: '0' },
    ],
    [{ fr: 'Du', en: 'From' }, day(period.from)],
    [{ fr: 'Au (inclus)', en: 'To (included)' }, day(period.to)],
    [
      { fr: 'Émis le (UTC)', en: 'Issued at (UTC)' },
      { value: new Date(iat * 1000), format: formats.instant[edition.language] },
    ],
    [
      { fr: 'Remplace l’état', en: 'Replaces statement' },
      text(supersedes ?? say(edition, { fr: 'aucun', en: 'none' })),
    ],
    [{ fr: 'Dispositif', en: 'Scheme' }, text(title === undefined ? scheme.code : say(edition, title))],
    [{ fr: 'Statut juridique', en: 'Standing' }, text(say(edition, standingTexts[scheme.standing]))],
    [{ fr: 'Exploitant', en: 'Operator' }, text(operator.name + (operator.isClaimant ? say(edition, self) : ''))],
    [{ fr: 'Confiance', en: 'Trust' }, text(say(edition, trustText(vouched)))],
    [{ fr: 'Projets', en: 'Projects' }, whole(projects.length)],
    [{ fr: 'Personnes', en: 'People' }, whole(people.count)],
  ];
  section(edition, sheet, { fr: 'Identité', en: 'Identity' });
  for (const [label, cell] of facts) sheet.row([text(say(edition, label)), { ...cell, look: 'strong' }]);
}

const awaitedOf = (code: string, awaits: AwaitedTime['awaits']): Bilingual => ({
  fr: `En attente, dont ${awaitedTexts[awaits].fr} : ${code}`,
  en: `Awaiting, of which ${awaitedTexts[awaits].en}: ${code}`,
});

const isAwaitingCode = (code: string): code is AwaitingCode => Object.hasOwn(awaitingTexts, code);

/** One row for each place where declared time ended, and their sum beside what was declared. */
function time(edition: Edition, sheet: SheetWriter, payload: StatementPayload, unit: Unit): void {
  const hours = (row: number, minutes: number): Cell =>
    unit === 'minutes'
      ? { value: { formula: `B${row}/60`, result: minutes / 60 }, format: formats.decimal }
      : { value: null };
  const [declared, ...places] = timeFigures(payload, unit);
  const { fr, en } = unitLabels[unit];
  section(
    edition,
    sheet,
    { fr: `Temps déclaré, en ${fr}`, en: `Declared time, in ${en}` },
    { fr: 'Temps', en: 'Time' },
    unit === 'minutes' ? { fr: 'Heures', en: 'Hours' } : { fr: '', en: '' },
    { fr: 'Motif', en: 'Reason' },
  );
  const rows = places.map(({ label, code, of }) => {
    const minutes = of(payload);
    const reason = code !== null && isEntryRefusalCode(code) ? say(edition, entryRefusalTexts[code]) : null;
    const row = sheet.next();
    return sheet.row([
      { value: say(edition, label), look: 'wrapped' },
      whole(minutes),
      hours(row, minutes),
      { value: reason, look: 'wrapped' },
    ]);
  });
  const sum = places.reduce((total, { of }) => total + of(payload), 0);
  const sumRow = sheet.next();
  const total = { formula: `SUM(B${rows[0]}:B${rows.at(-1)})`, result: sum };
  sheet.row([
    { value: say(edition, { fr: 'Somme', en: 'Sum' }), look: 'total' },
    { ...whole(0), value: total, look: 'total' },
    { ...hours(sumRow, sum), look: 'total' },
    { value: null, look: 'total' },
  ]);
  const stated = declared!.of(payload);
  const statedRow = sheet.next();
  sheet.row([text(say(edition, declared!.label)), whole(stated), hours(statedRow, stated)]);
  const gap = { formula: `B${statedRow}-B${sumRow}`, result: stated - sum };
  sheet.row([
    text(say(edition, { fr: 'Écart (doit être 0)', en: 'Difference (must be 0)' })),
    { ...whole(0), value: gap },
  ]);
  for (const { code, awaits, [unit]: amount = 0 } of payload.awaits) {
    if (amount === 0) continue;
    const why = isAwaitingCode(code) ? say(edition, awaitingTexts[code]) : null;
    const row = sheet.next();
    sheet.row([
      text(say(edition, awaitedOf(code, awaits))),
      whole(amount),
      hours(row, amount),
      { value: why, look: 'wrapped' },
    ]);
  }
}

export const summaryName: Bilingual = { fr: 'Synthèse', en: 'Summary' };

/** @param hasConfirmations no other sheet lists them */
export function writeSummary(
  edition: Edition,
  payload: StatementPayload,
  vouched: Vouched,
  hasConfirmations: boolean,
): void {
  const name = say(edition, summaryName);
  const widths = [46, 20, 16, 74];
  const sheet = openSheet(edition, name, {
    name,
    widths,
  });
  identity(edition, sheet, payload, vouched);
  for (const unit of unitsOf(payload)) time(edition, sheet, payload, unit);
  writeAmounts(edition, sheet, payload);
  writeDeclarations(edition, sheet, payload);
  if (hasConfirmations) writeConfirmed(edition, sheet, payload);
  sheet.close();
}
