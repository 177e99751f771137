// One declared line of time as the parties and an auditor see it: where it was written, where each part of it ended.

import { type ComponentChild, h } from 'preact';
import type { Duration } from '../../lib/model/duration.ts';
import { duration } from '../../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../../lib/model/text.ts';
import type { SourcePosition } from '../../lib/model/time-entry.ts';
import { say } from '../../lib/model/typeset.ts';
import { type PartState, partMark } from './state.ts';
import { inLanguage, type Words } from './words.ts';

/** A part of an entry that ended in one place; the parts add up to the entry. */
export interface EntryPart {
  readonly state: PartState;
  readonly time: Duration;
  /** Why it is refused, or whom it awaits; null if there is nothing to say. */
  readonly text: Bilingual | null;
}

export interface EntrySource extends Omit<SourcePosition, 'row'> {
  /** The name of the file, or of the correction. */
  readonly file: string;
  /** null for a correction, which no file holds. */
  readonly row: number | null;
}

const words = {
  sheet: { fr: 'feuille', en: 'sheet' },
  cell: { fr: 'cellule', en: 'cell' },
  row: { fr: 'ligne', en: 'row' },
} as const satisfies Words;

/** `janvier.xlsx, feuille Oct, cellule F14` */
export function sourceText(language: Language, { file, sheet, row, cell }: EntrySource): string {
  const t = inLanguage(language, words);
  return [
    file,
    ...(sheet === null ? [] : [`${t.sheet} ${sheet}`]),
    ...(cell === null ? (row === null ? [] : [`${t.row} ${row}`]) : [`${t.cell} ${cell}`]),
  ].join(', ');
}

/** The amount of a part is told where there are several. */
export const partList = (language: Language, parts: readonly EntryPart[]): ComponentChild =>
  parts.map(({ state, time, text }) =>
    h(
      'div',
      { class: 'part' },
      partMark(language, state),
      parts.length > 1 ? ` ${duration(language, time)}` : null,
      text === null ? null : h('p', { class: 'hint' }, say(language, text)),
    ),
  );
