// The detail of a statement as CSV: the lines of the workbook's sheet, for French Excel and for machines.
import { countedOf } from '../../model/counted.ts';
import type { Bilingual } from '../../model/text.ts';
import { confirmationNumbers, type MonthLine, monthLines, monthStatus, statusTexts } from '../month-lines.ts';
import type { StatementPayload, TimeByState } from '../payload.ts';
import { rateBracket } from '../rate-bracket.ts';
import type { WorkbookInput } from '../render-xlsx.ts';
import { proposalBanner } from '../xlsx/sheet.ts';
import { timeFigures, type Unit, unitsOf } from '../xlsx/time-columns.ts';
import { type CsvFormat, type CsvValue, csvLines, quotient, wholeNumber } from './csv-text.ts';

/** A project where no lines are shown, else a person on a project in a month. */
interface CsvRow extends TimeByState {
  readonly costCents?: number | undefined;
  readonly project: string;
  readonly line: MonthLine | null;
}

interface CsvColumn {
  /** For machines, whatever the language. */
  readonly code: string;
  readonly header: Bilingual;
  readonly of: (row: CsvRow) => CsvValue;
}

const text = (value: string | null | undefined): CsvValue => (value == null ? null : { text: value });

/** `183:20` */
const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

const column = (code: string, fr: string, en: string, of: CsvColumn['of']): CsvColumn => ({
  code,
  header: { fr, en },
  of,
});

function lineColumns(isFull: boolean, names: WorkbookInput['names']): CsvColumn[] {
  const person = [
    column('person', 'Personne n°', 'Person no.', ({ line }) => (line === null ? null : wholeNumber(line.person))),
    ...(names === null
      ? []
      : [column('name', 'Nom', 'Name', ({ line }) => text(line === null ? null : names[line.person - 1]?.name))]),
  ];
  return [
    column('line', 'Ligne', 'Line', ({ line }) => text(line?.id)),
    // The first day, so that a spreadsheet has a date.
    column('month', 'Mois', 'Month', ({ line }) => (line === null ? null : { day: `${line.month}-01` })),
    ...(isFull ? person : []),
  ];
}

const countedColumns: readonly CsvColumn[] = [
  column('counted_clock', 'Heures retenues (h:mm)', 'Counted hours (h:mm)', ({ minutes }) =>
    text(clock(countedOf(minutes))),
  ),
  column('counted_hours', 'Heures retenues', 'Counted hours', ({ minutes }) => quotient(countedOf(minutes), 60, 4)),
  column('counted_minutes', 'Minutes retenues', 'Counted minutes', ({ minutes }) => wholeNumber(countedOf(minutes))),
];

const dayColumns: readonly CsvColumn[] = [
  column('counted_half_days', 'Demi-journées retenues', 'Counted half-days', ({ halfDays }) =>
    wholeNumber(countedOf(halfDays)),
  ),
  column('counted_days', 'Jours retenus', 'Counted days', ({ halfDays }) => quotient(countedOf(halfDays), 2, 1)),
];

const costColumns: readonly CsvColumn[] = [
  column('eligible_euros', 'Montant éligible (€)', 'Eligible amount (€)', ({ costCents }) =>
    costCents === undefined ? null : { units: BigInt(costCents), decimals: 2 },
  ),
  column('eligible_cents', 'Montant éligible (centimes)', 'Eligible amount (cents)', ({ costCents }) =>
    costCents === undefined ? null : wholeNumber(costCents),
  ),
];

/** Every place where time ended, in the preset `full`. */
const placeColumns = (payload: StatementPayload, unit: Unit): CsvColumn[] =>
  timeFigures(payload, unit).map(({ key, label, of }) => {
    const mark: Bilingual = unit === 'minutes' ? { fr: 'min', en: 'min' } : { fr: 'demi-j.', en: 'half-days' };
    const code = key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll(/[.-]/g, '_');
    return column(code, `${label.fr} (${mark.fr})`, `${label.en} (${mark.en})`, (row) => wholeNumber(of(row)));
  });

function columnsOf(input: WorkbookInput, format: CsvFormat): CsvColumn[] {
  const { payload, language, preset = 'full' } = input;
  const isFull = preset === 'full';
  const byId = new Map(payload.projects.map((project) => [project.id, project]));
  const bracket = rateBracket(payload);
  const numbers = confirmationNumbers(payload);
  const isShown = input.lines !== null;
  return [
    ...(isShown ? lineColumns(isFull, isFull ? input.names : null) : []),
    column('project', 'Projet', 'Project', ({ project }) => text(project)),
    column('foundation', 'Fondation', 'Foundation', ({ project }) => text(byId.get(project)?.foundation.name)),
    ...countedColumns,
    ...(payload.halfDays === undefined ? [] : dayColumns),
    ...(payload.cost === undefined ? [] : costColumns),
    ...(bracket === null
      ? []
      : [
          column('rate_bracket', 'Tranche de taux', 'Rate bracket', () =>
            text(format === 'csv' ? bracket.en : bracket[language]),
          ),
        ]),
    ...(isShown
      ? [
          column('status', 'Situation', 'Status', (row) => {
            const status = monthStatus(row);
            return text(format === 'csv' ? status : statusTexts[status][language]);
          }),
        ]
      : []),
    column('statement', 'État n°', 'Statement no.', () => text(payload.number)),
    ...(isShown
      ? [
          column('confirmations', 'Confirmation n°', 'Confirmation no.', ({ line }) =>
            text(line?.confirmations.map((digest) => numbers.get(digest) ?? digest).join(' ')),
          ),
        ]
      : []),
    ...(isFull ? unitsOf(payload).flatMap((unit) => placeColumns(payload, unit)) : []),
  ];
}

function* rowsOf({ payload, lines }: WorkbookInput): Generator<CsvRow> {
  if (lines === null) for (const project of payload.projects) yield { ...project, project: project.id, line: null };
  else for (const line of monthLines(lines)) yield { ...line, line };
}

function* recordsOf(columns: readonly CsvColumn[], rows: Iterable<CsvRow>): Generator<CsvValue[]> {
  for (const row of rows) yield columns.map(({ of }) => of(row));
}

/** No sum stands below: what adds the column up would count it twice. */
function* statementCsvLines(input: WorkbookInput, format: CsvFormat): Generator<string> {
  const columns = columnsOf(input, format);
  const headers: Readonly<Record<CsvFormat, (each: CsvColumn) => string>> = {
    csv: ({ code }) => code,
    'csv-fr': ({ header }) => header[input.language],
  };
  // A proposal bears its sentence in every form that is handed on; in CSV a column of its own, which no reader takes for a record.
  const isProposal = input.payload.scheme.standing === 'proposed';
  const marked = isProposal
    ? [
        ...columns,
        column('legal_effect', 'Effet juridique', 'Legal effect', () =>
          text(format === 'csv' ? 'none' : proposalBanner[input.language]),
        ),
      ]
    : columns;
  yield* csvLines(format, marked.map(headers[format]), recordsOf(marked, rowsOf(input)));
}

export const statementCsv = (input: WorkbookInput, format: CsvFormat): Uint8Array =>
  new TextEncoder().encode([...statementCsvLines(input, format)].join(''));
