// The first rows of a file as raw texts, one of which is chosen as the header: a table that scrolls in its own frame.

import { type ComponentChild, h } from 'preact';
import { say } from '../../lib/model/typeset.ts';
import type { Frame } from '../frame.ts';
import type { HrChangeView } from '../hr-change-view.ts';
import { hrChangeWords, rowLeftToTheReader } from '../words/hr-change.ts';
import { inLanguage } from './words.ts';

/** `A`, `B`, … `Z`, `AA` */
function letterOf(column: number): string {
  const rest = column % 26;
  const last = String.fromCharCode(65 + rest);
  return column < 26 ? last : `${letterOf((column - rest) / 26 - 1)}${last}`;
}

/** Of a grid's day columns the first few tell enough. */
const columnsShown = 14;

const radio = (id: string, value: string, isChosen: boolean, label: ComponentChild): ComponentChild =>
  h(
    'div',
    { class: 'choice' },
    h('input', { type: 'radio', id, name: 'headerRow', value, checked: isChosen }),
    h('label', { for: id }, label),
  );

/** Sends `headerRow`: `auto`, or the number of a row. */
export function firstRowsTable({ firstRows, headerRow }: HrChangeView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrChangeWords);
  const current = headerRow.chosen ?? headerRow.understood;
  const width = Math.min(columnsShown, Math.max(1, ...firstRows.rows.map(({ cells }) => cells.length)));
  const columns = Array.from({ length: width }, (_, column) => column);
  const caption = firstRows.sheet === null ? t.firstRows : `${t.ofSheet} ${firstRows.sheet}`;
  const rows = h(
    'div',
    { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': caption },
    h(
      'table',
      { class: 'raw sheet' },
      h('caption', firstRows.sheet === null ? { class: 'hidden' } : null, caption),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          h('th', { scope: 'col' }, t.row),
          columns.map((column) => h('th', { scope: 'col' }, letterOf(column))),
        ),
      ),
      h(
        'tbody',
        null,
        firstRows.rows.map(({ row, cells }) =>
          h(
            'tr',
            row === current ? { class: 'current' } : null,
            h(
              'th',
              { scope: 'row' },
              radio(`row-${row}`, String(row), row === headerRow.chosen, [
                h('span', { class: 'hidden' }, `${t.row} `),
                String(row),
              ]),
            ),
            columns.map((column) => h('td', null, cells[column] ?? '')),
          ),
        ),
      ),
    ),
  );
  const auto = say(language, rowLeftToTheReader(headerRow.understood));
  return h(
    'fieldset',
    null,
    h('legend', { class: 'hidden' }, t.headerRow),
    radio('row-auto', 'auto', headerRow.chosen === null, auto),
    rows,
  );
}
