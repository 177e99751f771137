// The copy of an uploaded file that HR corrects and sends back: each bad cell marked and explained, everything else as it was.
import type { Language } from '../model/text.ts';
import { caps } from './caps.ts';
import type { Sheet } from './cell.ts';
import { makeChosenRows } from './chosen-rows.ts';
import { type SheetSurveyed, surveySheet } from './copy/copy-survey.ts';
import type { Mark } from './copy/mark.ts';
import type { PlacedMarks } from './copy/place-marks.ts';
import { type ListedMark, listWords, problemList, rowsAbove } from './copy/problem-list.ts';
import { copySheet, type SheetCopy } from './copy/sheet-copy.ts';
import { makeSheetNames } from './copy/sheet-names.ts';
import { openFile } from './open-file.ts';
import { fileRefusal } from './refusals.ts';
import { sourceOf, type TimesheetFile } from './timesheet-source.ts';
import type { Choices } from './understanding.ts';
import { quotedSheet, xlsxWriter } from './write/xlsx-writer.ts';
import { openArchive } from './zip.ts';

interface CopyAsked {
  readonly file: TimesheetFile;
  /** With which it was read. Texts chosen for cells are written into them; lines left out stay where they are. */
  readonly choices?: Choices;
  /** What the reading of the file found, and whatever else stands in the way of posting it. */
  readonly marks: readonly Mark[];
  /** Where headers stand, as the reading says: they stay in view. */
  readonly tables?: readonly { readonly sheet: string | null; readonly headerRow: number }[];
  readonly language: Language;
}

/**
 * Sheets and rows keep their numbers and columns, so that the copy, corrected and sent back, reads as the original would. What cannot be
 * kept: fonts and colours; formulas that are not a plain sum or sum of products, of which the results stay; the rest of a text that was too
 * long to be read; what stands behind a quotation mark never closed. The last two stay must-fix.
 * @returns the bytes of an XLSX, the same each time
 * @throws Refusal if the file cannot be read at all; `too-many-rows` or `too-large` where the copy could not be sent back
 */
export async function markedCopy(asked: CopyAsked): Promise<Uint8Array> {
  const { file, choices = {}, marks, tables = [], language } = asked;
  const words = listWords[language];
  const { surveys, sheets: all, read, rowCount } = await surveyed(file, choices, marks);
  if (rowCount > caps.workbookRows) throw fileRefusal('too-many-rows', asWorkbook);
  // A copy of a copy has one list: its own.
  const sheets = all.filter((sheet) => surveys.get(sheet)?.isList() !== true);
  const nameOf = makeSheetNames();
  const names = new Map(sheets.map((sheet) => [sheet, nameOf(sheet.name ?? sheetOfText[language])]));
  const { placed, listed } = placeMarks(sheets, surveys, names, marks);

  const writer = xlsxWriter({ title: words.title, language, date1904: sheets.some(({ date1904 }) => date1904) });
  const room = Math.max(0, Math.min(caps.problemsListed, caps.workbookRows - rowCount - rowsAbove - 1));
  const shown = listed.slice(0, room);
  const list = problemList(shown, listed.length - shown.length, { name: nameOf(words.sheet), language });
  const listSheet = writer.sheet(list.setting);
  for (const row of list.rows) listSheet.row(row);
  listSheet.close(list.end);

  const explained = new Set(shown.map(({ mark }) => mark));
  const begin = (sheet: Sheet): SheetCopy =>
    copySheet(writer, sheet, {
      ...{ name: names.get(sheet) ?? '', explained, language },
      widths: surveys.get(sheet)?.widths() ?? [],
      headerRow: tables.find((table) => table.sheet === sheet.name)?.headerRow ?? 0,
      placed: placed.get(sheet) ?? new Map(),
    });
  let copied = 0;
  let current: SheetCopy | null = null;
  /** Sheets come in their order; one without rows has its place among them all the same. */
  const advanceTo = (sheet: Sheet | null): SheetCopy | null => {
    while (copied === 0 || sheets[copied - 1] !== sheet) {
      current?.close();
      const next = sheets[copied];
      current = next === undefined ? null : begin(next);
      copied += 1;
      if (next === undefined) return null;
    }
    return current;
  };
  for await (const { sheet, rows } of read()) {
    if (!names.has(sheet)) continue;
    const copy = advanceTo(sheet);
    for (const row of rows) copy?.row(row);
  }
  advanceTo(null);
  const copy = writer.finish();
  checkReturn(copy);
  return copy;
}

/** The first pass over all rows, those of hidden sheets too. */
async function surveyed(file: TimesheetFile, choices: Choices, marks: readonly Mark[]) {
  const { rows: opened } = await openFile(sourceOf(file), choices, () => true);
  const chosen = makeChosenRows(choices);
  const read = async function* () {
    for await (const { sheet, rows } of opened.read()) {
      yield { sheet, rows: rows.map((row) => ({ ...chosen.apply(sheet, row), aside: row.aside })) };
    }
  };
  const marksOf = Map.groupBy(marks, ({ sheet }) => sheet);
  const surveys = new Map<Sheet, SheetSurveyed>();
  let rowCount = 0;
  for await (const { sheet, rows } of read()) {
    const survey = surveys.get(sheet) ?? surveySheet(sheet, marksOf.get(sheet.name) ?? []);
    surveys.set(sheet, survey);
    for (const row of rows) survey.see(row);
    rowCount += rows.length;
  }
  return { sheets: opened.sheets, read, surveys, rowCount };
}

/** Marks by sheet and cell, and all of them as they are listed: sheet after sheet, what concerns the whole file first. */
function placeMarks(
  sheets: readonly Sheet[],
  surveys: ReadonlyMap<Sheet, SheetSurveyed>,
  names: ReadonlyMap<Sheet, string>,
  marks: readonly Mark[],
) {
  const marksOf = Map.groupBy(marks, ({ sheet }) => sheet);
  const placed = new Map<Sheet, PlacedMarks>();
  const listed: ListedMark[] = [];
  for (const sheet of sheets) {
    const places = surveys.get(sheet)?.placer.close(sheet.merges);
    if (places !== undefined) placed.set(sheet, places.placed);
    const name = names.get(sheet) ?? '';
    for (const mark of marksOf.get(sheet.name) ?? []) {
      const cell = places?.placeOf(mark) ?? null;
      listed.push({ mark, sheet: name, cell, to: cell === null ? null : `${quotedSheet(name)}!${cell}` });
    }
    marksOf.delete(sheet.name);
  }
  const ofFile = [...marksOf.values()].flat().map((mark) => ({ mark, sheet: null, cell: null, to: null }));
  return { placed, listed: [...ofFile, ...listed] };
}

/** A copy that our own guard refuses could not be sent back. @throws Refusal `too-large` */
function checkReturn(copy: Uint8Array): void {
  try {
    openArchive(copy);
  } catch (cause) {
    throw fileRefusal('too-large', asCopy, cause);
  }
}

/** What the only sheet is called where the file is a text. */
const sheetOfText: Readonly<Record<Language, string>> = { fr: 'Feuille 1', en: 'Sheet 1' };

const asCopy = {
  fr: 'la copie annotée le serait aussi : corrigez le fichier lui-même',
  en: 'so would be the annotated copy: correct the file itself',
};

const asWorkbook = {
  fr: 'la copie annotée est un classeur : 200 000 lignes au plus',
  en: 'the annotated copy is a workbook: 200,000 rows at most',
};
