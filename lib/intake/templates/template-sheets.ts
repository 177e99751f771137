// The two sheets of a template, whatever the format: sample lines under a header, and what each column means.
import type { Language } from '../../model/text.ts';
import { rowHeight } from '../write/row-height.ts';
import {
  type BlankLook,
  type Look,
  type PlainRow,
  type PlainSheet,
  type PlainValue,
  text,
  type WrittenCell,
} from '../write/written-cell.ts';
import {
  daysInGrid,
  type FieldMeaning,
  type Shape,
  sampleGrid,
  sampleLines,
  type TemplateWords,
  templateWords,
} from './template-words.ts';

type Cell = WrittenCell<PlainValue>;

const ink = '1F4E46';
const line = { style: 'thin', color: 'D5DDDA' } as const;
const header: Look = { bold: true, color: 'FFFFFF', fill: ink, wrap: true, vertical: 'center' };
const centredHeader: Look = { ...header, align: 'center' };
const title: Look = { bold: true, size: 14, color: ink };
const plain: Look = { border: line, vertical: 'top' };
const strong: Look = { ...plain, bold: true };
const wrapped: Look = { ...plain, wrap: true };
const introduction: Look = { color: '4A5553' };
const dayFormats: Readonly<Record<Language, string>> = { fr: 'dd/mm/yyyy', en: 'yyyy-mm-dd' };
const daysOf = (language: Language): Look => ({ ...plain, format: dayFormats[language], align: 'center' });
const dayLooks: Readonly<Record<Language, Look>> = { fr: daysOf('fr'), en: daysOf('en') };
const clock: Look = { ...plain, format: '[h]:mm', align: 'center' };
const amount: Look = { ...plain, format: '0.##', align: 'center' };
const codes: Look = { ...plain, format: '@' };

const cell = (value: PlainValue, look: Look): Cell => ({ value, look });
const words = (value: string, look: Look): Cell => ({ value: value === '' ? null : text(value), look });
/** Without a border: a sheet of ruled cells down to its end would print as such. */
const blank = ({ border: _, ...look }: Look, kind: PlainValue['kind']): BlankLook => ({ look, kind });

/** Numbers of half-days, in days. */
const inDays = { 1: '0.5', 2: '1' } as const;

function listSheet(language: Language, { sheet, fields }: TemplateWords): PlainSheet {
  const day = dayLooks[language];
  const headers = fields.map(({ header: label }) => words(label, header));
  return {
    setting: {
      name: sheet,
      widths: [14, 24, 13, 24, 10, 36, 16, 25],
      blanks: [
        blank(codes, 'text'),
        blank(plain, 'text'),
        blank(day, 'day'),
        blank(codes, 'text'),
        blank(clock, 'clock'),
        blank(plain, 'text'),
        blank(day, 'day'),
        blank(clock, 'clock'),
      ],
      frozenRows: 1,
      orientation: 'landscape',
      gridLines: true,
    },
    rows: [
      { cells: headers },
      ...sampleLines.map(({ person, name, day: on, project, minutes, comment, written, dayTotalMinutes }) => ({
        cells: [
          words(person, codes),
          words(name, plain),
          cell({ kind: 'day', day: on }, day),
          words(project, codes),
          cell({ kind: 'clock', minutes }, clock),
          words(comment[language], plain),
          cell({ kind: 'day', day: written }, day),
          dayTotalMinutes === null
            ? { value: null, look: clock }
            : cell({ kind: 'clock', minutes: dayTotalMinutes }, clock),
        ],
      })),
    ],
  };
}

function gridSheet({ sheet, title: heading, fields }: TemplateWords): PlainSheet {
  const days = Array.from({ length: daysInGrid }, (_, at) => at + 1);
  const number = (literal: string, look: Look): Cell => cell({ kind: 'number', text: literal }, look);
  return {
    setting: {
      name: sheet,
      widths: [12, 20, 18, ...days.map(() => 4.5)],
      blanks: [
        blank(codes, 'text'),
        blank(plain, 'text'),
        blank(codes, 'text'),
        ...days.map(() => blank(amount, 'number')),
      ],
      frozenRows: 2,
      orientation: 'landscape',
      gridLines: true,
    },
    rows: [
      { cells: [words(heading ?? '', title)], height: 24 },
      {
        cells: [
          ...fields.map(({ header: label }) => words(label, header)),
          ...days.map((day) => number(String(day), centredHeader)),
        ],
      },
      ...sampleGrid.map(({ person, name, project, halfDays }) => ({
        cells: [
          words(person, codes),
          words(name, plain),
          words(project, codes),
          ...days.map((day): Cell => {
            const half = halfDays[day];
            return half === undefined ? { value: null, look: amount } : number(inDays[half], amount);
          }),
        ],
      })),
    ],
  };
}

function meaningsSheet({ fields, meanings }: TemplateWords): PlainSheet {
  const widths = [18, 13, 72, 34];
  const row = (cells: readonly Cell[]): PlainRow => {
    const height = rowHeight(cells, widths);
    return height === undefined ? { cells } : { cells, height };
  };
  const explained: readonly FieldMeaning[] = meanings.days === null ? fields : [...fields, meanings.days];
  return {
    setting: {
      name: meanings.sheet,
      widths,
      frozenRows: meanings.introduction.length + 3,
      orientation: 'landscape',
      gridLines: false,
    },
    rows: [
      { cells: [words(meanings.title, title)], height: 24 },
      ...meanings.introduction.map((sentence): PlainRow => ({ cells: [words(sentence, introduction)] })),
      { cells: [] },
      row(meanings.header.map((label) => words(label, header))),
      ...explained.map(({ header: label, required, forms, examples }) =>
        row([
          words(label, strong),
          words(required ? meanings.yes : meanings.no, plain),
          words(forms, wrapped),
          words(examples, wrapped),
        ]),
      ),
    ],
  };
}

export function templateSheets(language: Language, shape: Shape): readonly [PlainSheet, PlainSheet] {
  const said = templateWords[language][shape];
  return [shape === 'list' ? listSheet(language, said) : gridSheet(said), meaningsSheet(said)];
}
