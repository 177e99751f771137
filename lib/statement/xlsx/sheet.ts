// One sheet of the workbook: its title, its print set-up, and on each the sentence that a proposal must bear.
import type { Bilingual, Language } from '../../model/text.ts';
import type { SheetSetting } from './file/sheet-xml.ts';
import type { SheetWriter, WorkbookWriter } from './file/workbook.ts';

/** What is the same on every sheet of one workbook. */
export interface Edition {
  readonly writer: WorkbookWriter;
  readonly language: Language;
  /** Names the statement in the title of each sheet and on each printed page. */
  readonly number: string;
  /** Printed on each sheet and page under a proposed scheme; else null. */
  readonly banner: string | null;
}

/** On each sheet and printed page of what a proposed scheme would give. */
export const proposalBanner: Bilingual = {
  fr: 'Simulation — aucun effet juridique',
  en: 'Simulation — no legal effect',
};

export const say = ({ language }: Pick<Edition, 'language'>, text: Bilingual): string => text[language];

/** A text for the header or footer of a printed page, where & begins a command. */
const printed = (text: string): string => text.replaceAll('&', '&&');

/** A sheet of a few columns: nothing stays in view, and each of its pages is as wide as it. */
type SheetAsked = Pick<SheetSetting, 'name' | 'widths'> & Partial<Omit<SheetSetting, 'header' | 'footer'>>;

/** Opens the next sheet and writes its title, and the banner under it where there is one: the next row is `firstRow(edition)`. */
export function openSheet(
  { writer, number, banner, language }: Edition,
  title: string,
  setting: SheetAsked,
): SheetWriter {
  const heading = language === 'fr' ? `État n° ${number}` : `Statement ${number}`;
  const mark = banner === null ? '' : `&B${printed(banner)}`;
  const sheet = writer.sheet({
    ...{ frozenRows: 0, frozenColumns: 0, pagesWide: 1, orientation: 'landscape' },
    ...setting,
    header: `&L${printed(heading)}${mark === '' ? '' : `&R${mark}`}`,
    footer: `&L${printed(heading)} · ${printed(setting.name)}${mark === '' ? '' : `&C${mark}`}&Rpage &P/&N`,
  });
  sheet.row([{ value: `${heading} · ${title}`, look: 'title' }]);
  if (banner !== null) sheet.row(setting.widths.map((_, i) => ({ value: i === 0 ? banner : null, look: 'banner' })));
  return sheet;
}

/** The row after title and banner. */
export const firstRow = ({ banner }: Pick<Edition, 'banner'>): number => (banner === null ? 2 : 3);
