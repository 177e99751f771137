// Reads what people cost over a period, the time that cost is spread over, and money received for the same work.
import { overlap, type Period } from '../../model/calendar.ts';
import type { Pay, Subsidy } from '../../model/pay.ts';
import { plainText } from '../words.ts';
import type { DeclarationFile } from './file-text.ts';
import { type LineValues, valuesOf, wordMap } from './line-values.ts';
import { collectProblems, conclude, type DeclarationReading, type Problems } from './problem.ts';
import { type Column, type Line, readLines } from './table.ts';
import { parseDigest, parseTime, type TimeWord } from './values.ts';

/** Pay by the company's own number for the person; the use case knows her alias. */
export interface DeclaredPay extends Omit<Pay, 'developer'> {
  readonly matricule: string;
}

interface PayDeclaration {
  readonly pay: readonly DeclaredPay[];
  readonly subsidies: readonly Subsidy[];
}

type Field =
  | 'kind'
  | 'matricule'
  | 'from'
  | 'to'
  | 'gross'
  | 'accessories'
  | 'eligibleCharges'
  | 'excludedCharges'
  | 'timeBase'
  | 'timeUnit'
  | 'timeSource'
  | 'payrollDigest'
  | 'grantor'
  | 'amount';

/** The first header is the French one of the template, the second the English one. */
export const payColumns: readonly Column<Field>[] = [
  { field: 'kind', headers: ['Nature', 'Kind', 'Type'], needed: false },
  { field: 'matricule', headers: ['Matricule', 'Staff number', 'N° matricule'], needed: false },
  { field: 'from', headers: ['Période du', 'Period from', 'Du', 'From'], needed: true },
  { field: 'to', headers: ['Au', 'To', 'Période au'], needed: true },
  { field: 'gross', headers: ['Brut', 'Gross', 'Brut (€)', 'Salaire brut'], needed: false },
  {
    field: 'accessories',
    headers: ['Accessoires', 'Accessories', 'Accessoires (€)', 'Primes et avantages'],
    needed: false,
  },
  {
    field: 'eligibleCharges',
    headers: ['Charges éligibles', 'Eligible charges', 'Charges éligibles (€)', 'eligibleCharges'],
    needed: false,
  },
  {
    field: 'excludedCharges',
    headers: ['Charges exclues', 'Excluded charges', 'Charges exclues (€)', 'excludedCharges'],
    needed: false,
  },
  {
    field: 'timeBase',
    headers: [
      'Base de temps',
      'Time base',
      'Base de temps (heures)',
      'Base de temps (minutes)',
      'Base de temps (jours)',
      'Base de temps (demi-journées)',
      'Time base (hours)',
      'Time base (minutes)',
      'Time base (days)',
      'Time base (half-days)',
    ],
    needed: false,
  },
  { field: 'timeUnit', headers: ['Unité', 'Unit', 'Unité de la base'], needed: false },
  { field: 'timeSource', headers: ['Origine de la base', 'Source of the base', 'Origine'], needed: false },
  {
    field: 'payrollDigest',
    headers: ['Empreinte du fichier de paie', 'Payroll file digest', 'SHA-256 du fichier de paie'],
    needed: false,
  },
  { field: 'grantor', headers: ['Financeur', 'Grantor'], needed: false },
  { field: 'amount', headers: ['Montant', 'Amount', 'Montant (€)'], needed: false },
];

const kinds = wordMap<'pay' | Subsidy['kind']>([
  ['paie', 'pay'],
  ['pay', 'pay'],
  ['subvention', 'subsidy'],
  ['subsidy', 'subsidy'],
  ['remboursement', 'reimbursement'],
  ['reimbursement', 'reimbursement'],
]);

const timeWords = wordMap<TimeWord>([
  ['heures', 'hour'],
  ['heure', 'hour'],
  ['h', 'hour'],
  ['hours', 'hour'],
  ['minutes', 'minute'],
  ['min', 'minute'],
  ['jours', 'day'],
  ['jour', 'day'],
  ['j', 'day'],
  ['days', 'day'],
  ['demi-journées', 'half-day'],
  ['demi-journée', 'half-day'],
  ['half-days', 'half-day'],
]);

const timeSources = wordMap<NonNullable<Pay['timeBase']>['how']>([
  ['réel', 'actual'],
  ['heures réelles', 'actual'],
  ['actual', 'actual'],
  ['légale au prorata', 'legal-ratio'],
  ['1607 h × quotité', 'legal-ratio'],
  ['legal-ratio', 'legal-ratio'],
  ['jours', 'days'],
  ['days', 'days'],
]);

const lineOfPay = ['gross', 'accessories', 'eligibleCharges', 'excludedCharges', 'timeBase', 'payrollDigest'] as const;
const lineOfSubsidy = ['grantor', 'amount'] as const;

function refuseForeignColumns(line: Line<Field>, fields: readonly Field[], problems: Problems): void {
  for (const field of fields.filter((name) => line.text(name) !== '')) {
    problems.block(line.place(field), line.text(field), 'column-of-another-kind', {
      fr: 'cette colonne ne sert pas à ce type de ligne. Videz la cellule, ou corrigez la colonne Nature.',
      en: 'this column is not used by this kind of line. Empty the cell, or correct the column Kind.',
    });
  }
}

function readPeriod(line: Line<Field>, values: LineValues<Field>, problems: Problems): Period | null {
  const from = values.day('from', 'required');
  const to = values.day('to', 'required');
  if (from === null || to === null) return null;
  if (to < from) {
    problems.block(line.place('to'), to, 'reversed-period', {
      fr: `la fin (${to}) vient avant le début (${from}). Corrigez l’une des deux.`,
      en: `the end (${to}) comes before the start (${from}). Correct one of them.`,
    });
    return null;
  }
  return { from, to };
}

/** The unit stands beside the number, in the column of units, or in the header: never guessed. */
function readTimeBase(line: Line<Field>, values: LineValues<Field>, problems: Problems): Pay['timeBase'] {
  const text = line.text('timeBase');
  if (text === '') {
    problems.note(line.place('timeBase'), null, 'time-base-missing', {
      fr: 'la base de temps manque : aucun état chiffré ne pourra être préparé pour cette personne. Donnez le temps travaillé sur la période.',
      en: 'the time base is missing: no statement with amounts can be prepared for this person. Give the time worked in the period.',
    });
    return null;
  }
  const beside = /^(?<number>[\d \u00a0\u202f.,]+?)[ \u00a0\u202f]*(?<word>\p{L}[\p{L}-]*)$/u.exec(text)?.groups;
  const inHeader = /\((.+)\)/.exec(line.header('timeBase'))?.[1];
  const named = beside?.word ?? (line.text('timeUnit') || (/\dh\d/i.test(text) ? 'h' : inHeader));
  const word = timeWords.get(plainText(named ?? ''));
  const read = word === undefined ? null : parseTime(beside?.number ?? text, word);
  if (read === null) {
    problems.block(line.place('timeBase'), text, 'not-a-duration', {
      fr: `« ${text} » ne se lit pas. Écrivez un nombre et son unité : 1607,00 heures, 96420 minutes, 215 jours ou 430 demi-journées.`,
      en: `'${text}' cannot be read. Write a number and its unit: 1607.00 hours, 96420 minutes, 215 days or 430 half-days.`,
    });
    return null;
  }
  const how = values.word('timeSource', timeSources, 'required');
  if (how === null) return null;
  if ((read.unit === 'half-day') !== (how === 'days')) {
    problems.block(line.place('timeSource'), line.text('timeSource'), 'unit-disagrees', {
      fr: 'une base en jours a pour origine « jours », une base en heures « réel » ou « légale au prorata ». Accordez les deux.',
      en: 'a base in days has the source "days", a base in hours "actual" or "legal-ratio". Make both agree.',
    });
  }
  return { ...read, how };
}

function readPayLine(line: Line<Field>, values: LineValues<Field>, problems: Problems): DeclaredPay | null {
  refuseForeignColumns(line, lineOfSubsidy, problems);
  const matricule = values.identifier('matricule');
  const period = readPeriod(line, values, problems);
  const grossCents = values.cents('gross');
  const accessoriesCents = values.cents('accessories');
  const eligibleChargesCents = values.cents('eligibleCharges');
  const excludedChargesCents = values.cents('excludedCharges');
  const timeBase = readTimeBase(line, values, problems);
  const payrollDigest = values.take(
    'payrollDigest',
    parseDigest,
    'not-a-digest',
    {
      fr: 'le SHA-256 du fichier de paie, 64 chiffres hexadécimaux',
      en: 'the SHA-256 of the payroll file, 64 hexadecimal digits',
    },
    'required',
  );
  if (
    matricule === null ||
    period === null ||
    grossCents === null ||
    accessoriesCents === null ||
    eligibleChargesCents === null ||
    excludedChargesCents === null ||
    payrollDigest === null
  )
    return null;
  return {
    matricule,
    period,
    grossCents,
    accessoriesCents,
    eligibleChargesCents,
    excludedChargesCents,
    timeBase,
    payrollDigest,
  };
}

function readSubsidyLine(
  kind: Subsidy['kind'],
  line: Line<Field>,
  values: LineValues<Field>,
  problems: Problems,
): Subsidy | null {
  refuseForeignColumns(line, [...lineOfPay, 'matricule'], problems);
  const period = readPeriod(line, values, problems);
  const grantor = values.label('grantor');
  const amountCents = values.cents('amount');
  return period === null || grantor === null || amountCents === null ? null : { kind, grantor, period, amountCents };
}

/**
 * Reads a pay file: CSV, or JSON `{ "lines": [ … ] }`. A line is pay unless its kind says subsidy or reimbursement.
 * @returns the declaration in cents, minutes and half-days, or null where something blocks, and every problem
 */
export function readPay(file: DeclarationFile): DeclarationReading<PayDeclaration> {
  const problems = collectProblems();
  const pay: DeclaredPay[] = [];
  const subsidies: Subsidy[] = [];
  const periodsOf = new Map<string, readonly Period[]>();
  for (const line of readLines(file, 'lines', payColumns, problems)) {
    const values = valuesOf(line, problems);
    const kind = line.text('kind') === '' ? 'pay' : values.word('kind', kinds, 'required');
    if (kind === null) continue;
    if (kind !== 'pay') {
      const subsidy = readSubsidyLine(kind, line, values, problems);
      if (subsidy !== null) subsidies.push(subsidy);
      continue;
    }
    const person = readPayLine(line, values, problems);
    if (person === null) continue;
    const known = periodsOf.get(person.matricule) ?? [];
    const earlier = known.find((one) => overlap(one, person.period));
    if (earlier !== undefined) {
      problems.block(line.whole, person.matricule, 'overlapping-periods', {
        fr: `la paie de ${person.matricule} couvre déjà ${earlier.from} – ${earlier.to} plus haut. Gardez une ligne par période.`,
        en: `the pay of ${person.matricule} already covers ${earlier.from} – ${earlier.to} above. Keep one line for each period.`,
      });
    }
    periodsOf.set(person.matricule, [...known, person.period]);
    pay.push(person);
  }
  return conclude({ pay, subsidies }, problems);
}
