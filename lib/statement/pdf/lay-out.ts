// Blocks onto pages: where each line stands, on which page, and which element of the document it belongs to.
import type { Block, Frame } from './blocks.ts';
import { colors } from './colors.ts';
import { layOutTable, tableStart } from './lay-out-table.ts';
import type { Metrics } from './measure.ts';
import { type Element, type Face, type Placed, type PlacedPage, pageSize } from './placed.ts';
import { margins, openSheets, type Sheets } from './sheets.ts';

interface TextLook {
  readonly face: Face;
  readonly size: number;
  readonly color: string;
  /** Distance of lines, as a multiple of the size. */
  readonly leading: number;
  readonly before: number;
  readonly after: number;
}

const headings: Readonly<Record<1 | 2 | 3, TextLook>> = {
  1: { face: 'bold', size: 16, color: colors.green, leading: 1.25, before: 0, after: 5 },
  2: { face: 'bold', size: 12, color: colors.green, leading: 1.25, before: 9, after: 4 },
  3: { face: 'bold', size: 9.5, color: colors.ink, leading: 1.25, before: 6, after: 3 },
};
const paragraphs: Readonly<Record<'plain' | 'strong' | 'small', TextLook>> = {
  plain: { face: 'regular', size: 9, color: colors.ink, leading: 1.4, before: 0, after: 5 },
  strong: { face: 'bold', size: 9, color: colors.ink, leading: 1.4, before: 0, after: 5 },
  small: { face: 'regular', size: 7.5, color: colors.grey, leading: 1.35, before: 0, after: 4 },
};
/** A heading stands with at least so much of what it is the heading of. */
const headingNeeds = 64;
const listIndent = 12;
const noticePadding = 6;
const codeSize = 92;
const codeGap = 14;

interface Laying {
  readonly metrics: Metrics;
  readonly sheets: Sheets;
  readonly root: Element;
}

interface Column {
  readonly x: number;
  readonly width: number;
}

const wholeWidth = ({ sheets }: Laying): Column => ({ x: margins.side, width: sheets.width() });

/** Lines of text; where a page ends, at least two stay on each side of it. */
function putText({ metrics, sheets }: Laying, element: Element, look: TextLook, text: string, column: Column): void {
  const height = look.size * look.leading;
  let lines = metrics.wrap(look.face, look.size, text, column.width);
  while (lines.length > 0) {
    const fit = Math.floor(sheets.left() / height);
    if (fit < Math.min(2, lines.length) && !sheets.isEmpty()) {
      sheets.turn();
      continue;
    }
    const alone = lines.length - fit === 1 && fit > 2;
    const taken = lines.slice(0, Math.max(1, alone ? fit - 1 : fit));
    const y = sheets.y();
    const { face, size, color } = look;
    const placed = taken.map((line, i) => ({ text: line, x: column.x, y: y + i * height }));
    sheets.put({ kind: 'text', element, face, size, color, lines: placed });
    sheets.down(taken.length * height);
    lines = lines.slice(taken.length);
  }
}

/** What must stand under a heading: a table with its first rows, and the short texts on the way to it. */
function needsUnder({ metrics, sheets }: Laying, following: readonly Block[]): number {
  let height = 0;
  for (const block of following) {
    if (block.kind === 'table') return height + tableStart(metrics, sheets, block);
    if (block.kind !== 'paragraph') break;
    const look = paragraphs[block.look ?? 'plain'];
    height += metrics.wrap(look.face, look.size, block.text, sheets.width()).length * look.size * look.leading;
    height += look.after;
  }
  return headingNeeds;
}

function putHeading(
  laying: Laying,
  { level, text }: Extract<Block, { kind: 'heading' }>,
  following: readonly Block[],
): void {
  const { sheets, root, metrics } = laying;
  const look = headings[level];
  const column = wholeWidth(laying);
  const height = metrics.wrap(look.face, look.size, text, column.width).length * look.size * look.leading;
  const needed = Math.max(headingNeeds, needsUnder(laying, following)) + look.after;
  if (sheets.left() < look.before + height + needed && !sheets.isEmpty()) sheets.turn();
  if (!sheets.isEmpty()) sheets.down(look.before);
  putText(laying, { tag: `H${level}`, parent: root }, look, text, column);
  sheets.down(look.after);
}

function putNotice(laying: Laying, text: string): void {
  const { sheets, metrics, root } = laying;
  const look = paragraphs.strong;
  const column = { x: margins.side + noticePadding, width: sheets.width() - 2 * noticePadding };
  const lines = metrics.wrap(look.face, look.size, text, column.width).length;
  const height = lines * look.size * look.leading + 2 * noticePadding;
  if (sheets.left() < height && !sheets.isEmpty()) sheets.turn();
  sheets.put({ kind: 'box', x: margins.side, y: sheets.y(), width: sheets.width(), height, color: colors.amber });
  sheets.down(noticePadding + 1);
  putText(laying, { tag: 'P', parent: root }, look, text, column);
  sheets.down(noticePadding + 6);
}

function putList(laying: Laying, entries: readonly string[]): void {
  const list: Element = { tag: 'L', parent: laying.root };
  const { x, width } = wholeWidth(laying);
  for (const entry of entries) {
    const body: Element = { tag: 'LBody', parent: { tag: 'LI', parent: list } };
    const { sheets } = laying;
    const look = paragraphs.plain;
    if (sheets.left() < 2 * look.size * look.leading && !sheets.isEmpty()) sheets.turn();
    const dot = { text: '•', x: x + 2, y: sheets.y() };
    sheets.put({ kind: 'text', element: null, face: 'regular', size: look.size, color: colors.green, lines: [dot] });
    putText(laying, body, look, entry, { x: x + listIndent, width: width - listIndent });
    sheets.down(2.5);
  }
  laying.sheets.down(4);
}

function putCode(laying: Laying, { content, alt, beside }: Extract<Block, { kind: 'code' }>): void {
  const { sheets, root } = laying;
  if (sheets.left() < codeSize && !sheets.isEmpty()) sheets.turn();
  const top = sheets.y();
  const element: Element = { tag: 'Figure', alt, parent: root };
  sheets.put({ kind: 'code', element, x: margins.side, y: top, size: codeSize, content });
  const column = { x: margins.side + codeSize + codeGap, width: sheets.width() - codeSize - codeGap };
  for (const text of beside) {
    putText(laying, { tag: 'P', parent: root }, paragraphs.plain, text, column);
    sheets.down(3);
  }
  sheets.down(Math.max(0, top + codeSize - sheets.y()) + 10);
}

function putBlock(laying: Laying, block: Block, following: readonly Block[]): void {
  switch (block.kind) {
    case 'heading':
      putHeading(laying, block, following);
      return;
    case 'paragraph': {
      const look = paragraphs[block.look ?? 'plain'];
      putText(laying, { tag: 'P', parent: laying.root }, look, block.text, wholeWidth(laying));
      laying.sheets.down(look.after);
      return;
    }
    case 'notice':
      putNotice(laying, block.text);
      return;
    case 'list':
      putList(laying, block.entries);
      return;
    case 'table':
      layOutTable(laying.metrics, laying.sheets, block, laying.root);
      return;
    case 'code':
      putCode(laying, block);
      return;
    case 'page':
      laying.sheets.turn(block.orientation);
  }
}

const frameSize = 7.5;

/** Header, banner and footer: on every page, read out on none. */
function frameOf(metrics: Metrics, frame: Frame, page: PlacedPage, place: number, count: number): Placed[] {
  const { width, height } = pageSize(page.orientation);
  const right = width - margins.side;
  const said = (face: Face, text: string, y: number, end?: number): Placed => ({
    ...{ kind: 'text', element: null, face, size: frameSize, color: colors.grey },
    lines: [{ text, x: end === undefined ? margins.side : end - metrics.width(face, frameSize, text), y }],
  });
  const room = right - margins.side;
  const cut = (text: string, left: number): string => {
    const [line = '', ...more] = metrics.wrap('regular', frameSize, text, left);
    return more.length === 0 ? line : `${line}…`;
  };
  const bannerWidth = frame.banner === null ? 0 : metrics.width('bold', frameSize, frame.banner) + 12;
  const pageText = frame.page(place, count);
  const banner: Placed[] =
    frame.banner === null
      ? []
      : [
          { kind: 'box', x: right - bannerWidth, y: 27, width: bannerWidth, height: 15, color: colors.amber },
          { ...said('bold', frame.banner, 30, right - 6), color: colors.ink } as Placed,
        ];
  return [
    said('regular', cut(frame.header, room - bannerWidth - 10), 30),
    ...banner,
    { kind: 'box', x: margins.side, y: 46, width: room, height: 0.5, color: colors.line },
    { kind: 'box', x: margins.side, y: height - 38, width: room, height: 0.5, color: colors.line },
    said('regular', cut(frame.footer, room - 80), height - 33),
    said('regular', pageText, height - 33, right),
  ];
}

/** @returns the pages in order, each with its frame */
export function layOut(metrics: Metrics, blocks: readonly Block[], frame: Frame): readonly PlacedPage[] {
  const laying: Laying = { metrics, sheets: openSheets(), root: { tag: 'Document', parent: null } };
  blocks.forEach((block, i) => {
    // No heading leads over more than a few short texts to its table.
    putBlock(laying, block, blocks.slice(i + 1, i + 4));
  });
  const pages = laying.sheets.pages();
  return pages.map((page, i) => ({
    ...page,
    placed: [...frameOf(metrics, frame, page, i + 1, pages.length), ...page.placed],
  }));
}
