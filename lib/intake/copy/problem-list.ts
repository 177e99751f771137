// The first sheet of a marked copy: every problem with a way to its cell. Our reader knows the sheet by its first line, and leaves it out.
import type { Language } from '../../model/text.ts';
import type { Cell } from '../cell.ts';
import { rowHeight } from '../write/row-height.ts';
import { type Look, type SheetSetting, text, type WrittenCell } from '../write/written-cell.ts';
import type { SheetEnd, XlsxRow } from '../write/xlsx-writer.ts';
import { type Gravity, gravityWords, type Mark, sentenceOf } from './mark.ts';
import { ink, markLooks } from './mark-looks.ts';

export const listWords = {
  fr: {
    sheet: 'À corriger',
    title: 'À corriger – copie annotée par Communs',
    file: 'Fichier',
    how: 'Corrigez les cellules marquées dans les autres feuilles, enregistrez, et envoyez ce fichier tel quel.',
    unread: 'Cette feuille-ci n’est pas relue.',
    header: ['Nature', 'Feuille', 'Cellule', 'Valeur', 'Que faire'],
    more: (count: number): string => `… et ${count} de plus, qui ne tiennent pas dans cette liste.`,
    count: (fix: number, confirm: number, note: number): string =>
      `${fix} à corriger, ${confirm} à confirmer${note === 0 ? '' : `, ${note} pour information`}`,
  },
  en: {
    sheet: 'To fix',
    title: 'To fix – copy annotated by Communs',
    file: 'File',
    how: 'Correct the marked cells on the other sheets, save, and send this file as it is.',
    unread: 'This sheet is not read.',
    header: ['Kind', 'Sheet', 'Cell', 'Value', 'What to do'],
    more: (count: number): string => `… and ${count} more, for which this list has no room.`,
    count: (fix: number, confirm: number, note: number): string =>
      `${fix} to fix, ${confirm} to confirm${note === 0 ? '' : `, ${note} for information`}`,
  },
} as const;

const titles: ReadonlySet<string> = new Set([listWords.fr.title, listWords.en.title]);

/** A sheet whose first cell bears one of the two titles is the list of a copy, whatever the sheet is called by now. */
export function isProblemList(row: {
  readonly number: number;
  readonly cells: readonly (Cell | undefined)[];
}): boolean {
  const first = row.cells[0];
  return row.number === 1 && first?.kind === 'text' && titles.has(first.text.trim());
}

export interface ListedMark {
  readonly mark: Mark;
  /** As the copy calls it; null for what concerns the whole file. */
  readonly sheet: string | null;
  /** `F14`; null for what concerns the whole sheet. */
  readonly cell: string | null;
  /** `'Mars 2026'!F14` */
  readonly to: string | null;
}

interface ProblemList {
  readonly setting: SheetSetting;
  readonly rows: readonly XlsxRow[];
  readonly end: SheetEnd;
}

const line = { style: 'thin', color: 'D5DDDA' } as const;
const plain: Look = { border: line, vertical: 'top', wrap: true };
const link: Look = { ...plain, underline: true, color: '0B57A4' };
const header: Look = { bold: true, color: 'FFFFFF', fill: ink, vertical: 'center' };
/** The fill of the marked cells, and the words beside it. */
const kindOf = (gravity: Gravity): Look => ({ ...markLooks[gravity], border: line, vertical: 'top' });
const kinds: Readonly<Record<Gravity, Look>> = {
  'must-fix': kindOf('must-fix'),
  confirm: kindOf('confirm'),
  note: kindOf('note'),
};
const widths = [16, 22, 10, 26, 84];

/** Rows above the first problem. */
export const rowsAbove = 6;

/** @param unlisted how many more there are */
export function problemList(
  listed: readonly ListedMark[],
  unlisted: number,
  { name, language }: { readonly name: string; readonly language: Language },
): ProblemList {
  const words = listWords[language];
  const many = (gravity: Gravity): number => listed.filter(({ mark }) => mark.severity === gravity).length;
  const above: readonly (readonly WrittenCell[])[] = [
    [{ value: text(words.title), look: { bold: true, size: 14, color: ink } }],
    [{ value: text(words.count(many('must-fix'), many('confirm'), many('note'))), look: { bold: true } }],
    [{ value: text(words.how) }],
    [{ value: text(words.unread) }],
    [],
    words.header.map((label) => ({ value: text(label), look: header })),
  ];
  const lines = listed.map(({ mark, sheet, cell, to }): WrittenCell[] => [
    { value: text(gravityWords[language][mark.severity]), look: kinds[mark.severity] },
    { value: text(sheet ?? words.file), look: plain },
    cell === null || to === null ? { value: null, look: plain } : { value: text(cell), look: link },
    { value: mark.value === null || mark.value === '' ? null : text(mark.value), look: plain },
    { value: text(sentenceOf(mark, language)), look: plain },
  ]);
  const last = unlisted === 0 ? [] : [[{ value: text(words.more(unlisted)) }]];
  const rows = [...above, ...lines, ...last].map((cells, at): XlsxRow => {
    const height = at === 0 ? 24 : rowHeight(cells, widths);
    return { number: at + 1, cells, ...(height !== undefined && { height }) };
  });
  const links = listed.flatMap(({ to }, at) => (to === null ? [] : [{ row: rowsAbove + at + 1, column: 2, to }]));
  return {
    setting: { name, widths, frozenRows: rowsAbove, orientation: 'landscape', gridLines: false },
    rows,
    end: {
      links,
      ...(listed.length > 0 && {
        filter: { top: rowsAbove, bottom: rowsAbove + listed.length, columns: widths.length },
      }),
    },
  };
}
