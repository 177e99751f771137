// A workbook as Excel writes it (ECMA-376): which sheets there are, and their texts and formats, read as streams.

import type { Archive } from '../model/archive.ts';
import { caps } from './caps.ts';
import {
  type Cell,
  type IsWanted,
  makeInterner,
  type NumberShape,
  type RowSource,
  type Sheet,
  type SheetRows,
} from './cell.ts';
import { type Merges, noMerges } from './merges.ts';
import { builtInShape, shapeOfFormat } from './number-format.ts';
import { fileRefusal } from './refusals.ts';
import { readWorksheet, textCell } from './xlsx-sheet.ts';
import { readXml } from './xml-part.ts';

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** @returns the target of each relationship of a part, as a path in the archive; empty if the part has none */
function relationships(archive: Archive, part: string): Map<string, { readonly path: string; readonly type: string }> {
  const folder = folderOf(part);
  const found = new Map<string, { readonly path: string; readonly type: string }>();
  readXml(archive, `${folder}_rels/${part.slice(folder.length)}.rels`, {
    open: (name, { Id, Target, Type, TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return;
      // Resolved as an address, so that `../` and `./` mean what they say and cannot leave the archive.
      const path = decodeURIComponent(new URL(Target, `zip:///${folder}`).pathname).slice(1);
      found.set(Id, { path, type: (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1) });
    },
  });
  return found;
}

/** The path of the workbook part, or null if this zip is no workbook. */
export function workbookPart(archive: Archive): string | null {
  for (const { path, type } of relationships(archive, '').values()) {
    if (type === 'officeDocument' && path.endsWith('.xml') && archive.names.includes(path)) {
      return path.startsWith('word/') || path.startsWith('ppt/') ? null : path;
    }
  }
  return archive.names.includes('xl/workbook.xml') ? 'xl/workbook.xml' : null;
}

/** @throws Refusal `not-a-spreadsheet`, `zip-bomb`, `too-many-rows`, `too-large`, `empty` */
export function readXlsx(archive: Archive, workbook: string, isWanted: IsWanted = (_, hidden) => !hidden): RowSource {
  const named: { readonly name: string; readonly hidden: boolean; readonly relation: string }[] = [];
  let date1904 = false;
  readXml(archive, workbook, {
    open: (element, attributes) => {
      if (element === 'workbookPr') date1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (element !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key === 'r:id' || /:id$/.test(key))?.[1];
      named.push({
        name: attributes.name ?? '',
        hidden: (attributes.state ?? 'visible') !== 'visible',
        relation: relation ?? '',
      });
    },
  });
  const relations = relationships(archive, workbook);
  const partOf = (type: string): string => [...relations.values()].find((to) => to.type === type)?.path ?? '';
  const shared = readSharedStrings(archive, partOf('sharedStrings'));
  const formats = readFormats(archive, partOf('styles'));
  const intern = makeInterner();
  const parts = new Map<OpenSheet, string>();
  for (const { name, hidden, relation } of named) {
    const target = relations.get(relation);
    if (target?.type === 'worksheet') {
      parts.set({ name, hidden, merges: noMerges, hiddenColumns: new Set(), date1904 }, target.path);
    }
  }
  const sheets = [...parts.keys()];
  const wanted = [...parts].filter(([{ name, hidden }]) => isWanted(name, hidden));
  if (sheets.every(({ hidden }) => hidden) && wanted.length === 0) throw fileRefusal('empty');
  function* parse(most: number): Generator<SheetRows> {
    let count = 0;
    for (const [sheet, part] of wanted) {
      // The header is no line, here as in a text file.
      const { hiddenColumns } = sheet;
      const setting = { shared, formats, intern, hiddenColumns, rowsLeft: caps.workbookRows + 1 - count };
      // Once: whoever reads the rows again holds on to the ranges of the first time.
      const keepMerges = (merges: Merges): void => {
        if (sheet.merges === noMerges) sheet.merges = merges;
      };
      // A sheet without rows is a sheet all the same.
      yield { sheet, rows: [] };
      let given = 0;
      for (const rows of readWorksheet(archive, part, setting, keepMerges)) {
        count += rows.length;
        given += rows.length;
        yield { sheet, rows };
        if (given >= most) break;
      }
    }
  }
  const whole = (): Iterable<SheetRows> => parse(Number.POSITIVE_INFINITY);
  const unpacked = wanted.reduce((bytes, [, part]) => bytes + archive.sizeOf(part), 0);
  const remembered = unpacked <= caps.keptSheetBytes ? rememberRows(whole) : whole;
  return { sheets, read: (most) => (most === undefined ? remembered() : parse(most)) };
}

/**
 * Taking markup apart costs more than all else: the rows of a workbook that is not large are kept for the second reading. Its cells are few,
 * the same texts and numbers again and again.
 */
function rememberRows(parse: () => Iterable<SheetRows>): () => Iterable<SheetRows> {
  let known: readonly SheetRows[] | null = null;
  return function* () {
    if (known !== null) {
      yield* known;
      return;
    }
    const kept: SheetRows[] = [];
    for (const some of parse()) {
      kept.push(some);
      yield some;
    }
    known = kept;
  };
}

/** Its merged ranges are filled in once they have been met. */
type OpenSheet = Omit<Sheet, 'name' | 'merges' | 'hiddenColumns'> & {
  readonly name: string;
  merges: Merges;
  readonly hiddenColumns: Set<number>;
};

/** Rich text is flattened; phonetic readings are left out. A text above the cap keeps one character too many, as its mark. */
function readSharedStrings(archive: Archive, part: string): (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = [];
  let current = '';
  let inText = false;
  let phonetic = false;
  readXml(archive, part, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
    },
    text: (text) => {
      if (inText && current.length <= caps.cellCharacters) current += text.slice(0, caps.cellCharacters + 1);
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') cells.push(textCell(current, false));
    },
  });
  return cells;
}

/** The shape of each cell format (`s` of a cell), in order. */
function readFormats(archive: Archive, part: string): NumberShape[] {
  const custom = new Map<number, NumberShape>();
  const formats: NumberShape[] = [];
  let inCellFormats = false;
  readXml(archive, part, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'cellXfs') inCellFormats = true;
      const id = Number(numFmtId ?? 0);
      if (name === 'numFmt') custom.set(id, shapeOfFormat(formatCode ?? ''));
      if (name === 'xf' && inCellFormats) formats.push(custom.get(id) ?? builtInShape(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formats;
}
