// The control sheet: what was signed beside what the other sheets add up to, and the fingerprints to compare with the signed files.
import { countedOf } from '../../model/counted.ts';
import { centsOfEuros, wholeEuros } from '../../model/fraction.ts';
import type { Bilingual } from '../../model/text.ts';
import type { StatementPayload } from '../payload.ts';
import { centsOf, type WrittenComputation, type WrittenStep } from './computation.ts';
import { centsLabel, eurosLabel, type StatedFigure, summedFigures } from './figures.ts';
import { type Cell, type Formula, letters } from './file/cell-xml.ts';
import type { SheetWriter } from './file/workbook.ts';
import { type Edition, firstRow, openSheet, say } from './sheet.ts';
import { formats, type WrittenTable } from './table.ts';
import { unitLabels, unitsOf } from './time-columns.ts';

/** What the printed fingerprints name. */
export interface Fingerprints {
  readonly kid: string;
  /** Lower-case hex SHA-256 of the text of statement.jws. */
  readonly jwsSha256: string;
  /** Of statement.json. */
  readonly jsonSha256: string;
}

/** Those that some sheet adds up to: what finance books is counted time as one sum, else every place where time ended. */
function comparedFigures(payload: StatementPayload, tables: readonly WrittenTable[]): StatedFigure[] {
  const counted = unitsOf(payload).map((unit) => ({
    ...{ key: `${unit}.counted`, label: { fr: 'Retenu', en: 'Counted' }, unit: unitLabels[unit] },
    stated: countedOf(payload[unit]),
  }));
  return [...counted, ...summedFigures(payload)].filter(({ key }) => tables.some((table) => table.has(key)));
}

const payroll = (digest: string): [Bilingual, string] => [
  { fr: 'SHA-256 de la paie', en: 'SHA-256 of the payroll' },
  digest,
];

interface Recomputed extends Omit<StatedFigure, 'key'> {
  readonly formula: string;
  readonly result: number;
}

/** Base, credit and declared euros as signed, beside what the sheet of the computation comes to. */
function writeRecomputed(
  edition: Edition,
  sheet: SheetWriter,
  payload: StatementPayload,
  computation: WrittenComputation,
): void {
  const amount = (payload.simulation ?? payload.relief)!;
  const { base, last } = computation;
  const inCents = (label: Bilingual, stated: number, { euros, value }: WrittenStep): Recomputed => ({
    ...{ label, unit: centsLabel, stated },
    formula: centsOf(euros),
    result: centsOfEuros(value),
  });
  const rows: readonly Recomputed[] = [
    ...(base === null ? [] : [inCents({ fr: 'Assiette', en: 'Base' }, amount.baseCents, base)]),
    inCents({ fr: 'Montant calculé', en: 'Computed amount' }, amount.creditCents, last),
    {
      label: { fr: 'Arrondi à l’euro', en: 'Rounded to the euro' },
      unit: eurosLabel,
      stated: amount.declaredEuros,
      formula: `ROUND(ROUND(${last.euros},8),0)`,
      result: wholeEuros(last.value),
    },
  ];
  const titles: readonly Bilingual[] = [
    { fr: 'Calcul', en: 'Computation' },
    { fr: 'Unité', en: 'Unit' },
    { fr: 'Signé', en: 'Signed' },
    { fr: 'Dernières étapes de « Calcul »', en: 'Last steps of “Computation”' },
    { fr: 'Écart', en: 'Difference' },
    { fr: 'Résultat', en: 'Result' },
  ];
  sheet.row([]);
  sheet.row(titles.map((title) => ({ value: say(edition, title), look: 'header' })));
  for (const { label, unit, stated, formula, result } of rows) {
    const row = sheet.next();
    sheet.row([
      { value: say(edition, label) },
      { value: say(edition, unit) },
      { value: stated, format: formats.whole },
      { value: { formula, result }, format: formats.whole },
      { value: { formula: `C${row}-D${row}`, result: stated - result }, format: formats.whole },
      { value: { formula: `IF(E${row}=0,"OK","≠")`, result: stated === result ? 'OK' : '≠' } },
    ]);
  }
}

export const controlName: Bilingual = { fr: 'Contrôle', en: 'Control' };

export function writeControl(
  edition: Edition,
  payload: StatementPayload,
  {
    tables,
    computation,
  }: { readonly tables: readonly WrittenTable[]; readonly computation: WrittenComputation | null },
  fingerprints: Fingerprints,
): void {
  const name = say(edition, controlName);
  const compared = tables.flatMap(() => [22, 12]);
  const header = firstRow(edition);
  const sheet = openSheet(edition, name, {
    name,
    widths: [58, 15, 18, ...compared, 12],
    frozenRows: header,
  });
  const heading = (value: string): Cell => ({ value, look: 'header' });
  sheet.row([
    heading(say(edition, { fr: 'Ce qui est comparé', en: 'What is compared' })),
    heading(say(edition, { fr: 'Unité', en: 'Unit' })),
    heading(say(edition, { fr: 'Signé', en: 'Signed' })),
    ...tables.flatMap((table) => [
      heading(say(edition, { fr: `Somme de « ${table.name} »`, en: `Sum of “${table.name}”` })),
      heading(say(edition, { fr: 'Écart', en: 'Difference' })),
    ]),
    heading(say(edition, { fr: 'Résultat', en: 'Result' })),
  ]);
  const number = (value: number | Formula): Cell => ({ value, format: formats.whole });
  for (const { key, label, unit, stated } of comparedFigures(payload, tables)) {
    const row = sheet.next();
    // After figure, unit and signed: two columns for each table.
    const sumAt = (i: number): string => `${letters(3 + 2 * i)}${row}`;
    const gapAt = (i: number): string => `${letters(4 + 2 * i)}${row}`;
    const having = tables.flatMap((table, i) => (table.has(key) ? [{ table, i }] : []));
    const right = having.every(({ table }) => table.total(key) === stated);
    sheet.row([
      { value: say(edition, label) },
      { value: say(edition, unit) },
      number(stated),
      ...tables.flatMap((table, i) =>
        table.has(key)
          ? [
              number({ formula: `SUM(${table.range(key)})`, result: table.total(key) }),
              number({ formula: `C${row}-${sumAt(i)}`, result: stated - table.total(key) }),
            ]
          : [{ value: null }, { value: null }],
      ),
      {
        value: {
          formula: `IF(AND(${having.map(({ i }) => `${gapAt(i)}=0`).join(',')}),"OK","≠")`,
          result: right ? 'OK' : '≠',
        },
      },
    ]);
  }
  if (computation !== null) writeRecomputed(edition, sheet, payload, computation);
  sheet.row([]);
  const prints: readonly [Bilingual, string][] = [
    [{ fr: 'SHA-256 de statement.jws', en: 'SHA-256 of statement.jws' }, fingerprints.jwsSha256],
    [{ fr: 'SHA-256 de statement.json', en: 'SHA-256 of statement.json' }, fingerprints.jsonSha256],
    [{ fr: 'Clé (empreinte RFC 7638)', en: 'Key (RFC 7638 thumbprint)' }, fingerprints.kid],
    [{ fr: 'SHA-256 des règles', en: 'SHA-256 of the rule set' }, payload.scheme.ruleSetDigest],
    [{ fr: 'SHA-256 du calcul', en: 'SHA-256 of the computation' }, payload.computationDigest],
    ...(payload.cost === undefined ? [] : [payroll(payload.cost.payrollDigest)]),
    ...payload.heads.map(({ book, seq, digest }): [Bilingual, string] => [
      { fr: `Livre ${book}, fait ${seq}`, en: `Book ${book}, fact ${seq}` },
      digest,
    ]),
  ];
  sheet.row([heading(say(edition, { fr: 'Empreintes', en: 'Fingerprints' })), heading(''), heading('')]);
  for (const [label, value] of prints) sheet.row([{ value: say(edition, label) }, { value }]);
  sheet.close();
}
