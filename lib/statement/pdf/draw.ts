// Pages onto paper: the marks that are seen, and beside them the structure tree that is read out (ISO 32000-1, 14.7 and 14.8).
import qrcode from 'qrcode-generator';
import { colors } from './colors.ts';
import { type Element, type Placed, type PlacedPage, pageSize } from './placed.ts';
import { writeText } from './write-text.ts';

type Document = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

/** Elements as they are first met, which is in the order of reading. One that has a younger sister is complete. */
function structureOf(document: Document): (element: Element) => Structure {
  const made = new Map<Element, Structure>();
  const youngest = new Map<Element, Structure>();
  const of = (element: Element): Structure => {
    const found = made.get(element);
    if (found !== undefined) return found;
    const { tag, parent, scope, alt } = element;
    // The types know neither `scope` nor that all of these may be missing.
    const structure = document.struct(tag, { ...(scope && { scope }), ...(alt && { alt }) } as object);
    if (parent === null) document.addStructure(structure);
    else {
      const above = of(parent);
      youngest.get(parent)?.end();
      youngest.set(parent, structure);
      above.add(structure);
    }
    made.set(element, structure);
    return structure;
  };
  return of;
}

/** Squares of the code as one path each row, so that no viewer shows seams between them. */
function drawCode(document: Document, x: number, y: number, size: number, content: string): void {
  const code = qrcode(0, 'M');
  code.addData(content, 'Byte');
  code.make();
  const count = code.getModuleCount();
  // Four light modules around (ISO/IEC 18004): scanners ask for them.
  const module = size / (count + 8);
  document.rect(x, y, size, size).fill(colors.white);
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      let end = column;
      while (end < count && code.isDark(row, end)) end += 1;
      if (end === column) continue;
      document.rect(x + (4 + column) * module, y + (4 + row) * module, (end - column) * module, module * 1.02);
      column = end;
    }
  }
  document.fill(colors.ink);
}

function drawOne(document: Document, placed: Placed): void {
  switch (placed.kind) {
    case 'box':
      document.rect(placed.x, placed.y, placed.width, placed.height).fill(placed.color);
      return;
    case 'code':
      drawCode(document, placed.x, placed.y, placed.size, placed.content);
      return;
    case 'text':
      document.font(placed.face).fontSize(placed.size).fillColor(placed.color);
      writeText(document, placed.lines);
  }
}

/** @param onPage called once on each new page, before anything is drawn on it */
export function draw(document: Document, pages: readonly PlacedPage[], onPage: (place: number) => void): void {
  const structure = structureOf(document);
  pages.forEach((page, i) => {
    const { width, height } = pageSize(page.orientation);
    document.addPage({ size: [width, height], margin: 0 });
    onPage(i);
    for (const placed of page.placed) {
      const element = placed.kind === 'box' ? null : placed.element;
      if (element === null) {
        document.markContent('Artifact', { type: 'Layout' });
        drawOne(document, placed);
      } else {
        const part = structure(element);
        const content = document.markStructureContent(element.tag);
        drawOne(document, placed);
        part.add(content);
      }
      document.endMarkedContent();
    }
  });
}
