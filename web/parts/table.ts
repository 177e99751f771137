// Tables: a caption, a heading for each column and each row. On a phone each row becomes a card with the same headings.
import { type ComponentChild, type ComponentChildren, h } from 'preact';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers stand at the right, digits under digits. */
  readonly isNumber?: boolean;
  /** The cell that names its row; one column of a table. */
  readonly isHeading?: boolean;
}

export interface TableLooks<Row> {
  readonly rowClass?: (row: Row) => string | undefined;
  /** A last row that sums up, cell by cell. */
  readonly foot?: readonly ComponentChildren[];
  /** The caption is read aloud, but the heading above says the same to the eye. */
  readonly hasHiddenCaption?: boolean;
  readonly class?: string;
}

const numberClass = (isNumber: boolean | undefined): { readonly class?: string } =>
  isNumber === true ? { class: 'number' } : {};

export function table<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  looks: TableLooks<Row> = {},
): ComponentChild {
  const cell = (column: Column<Row>, content: ComponentChildren): ComponentChild => {
    const attributes = { 'data-title': column.title, ...numberClass(column.isNumber) };
    return column.isHeading === true
      ? h('th', { scope: 'row', ...attributes }, content)
      : h('td', attributes, h('div', null, content));
  };
  return h(
    'table',
    looks.class === undefined ? null : { class: looks.class },
    h('caption', looks.hasHiddenCaption === true ? { class: 'hidden' } : null, caption),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        columns.map(({ title, isNumber }) => h('th', { scope: 'col', ...numberClass(isNumber) }, title)),
      ),
    ),
    h(
      'tbody',
      null,
      rows.map((row) => {
        const name = looks.rowClass?.(row);
        return h(
          'tr',
          name === undefined ? null : { class: name },
          columns.map((column) => cell(column, column.cell(row))),
        );
      }),
    ),
    looks.foot === undefined
      ? null
      : h(
          'tfoot',
          null,
          h(
            'tr',
            null,
            columns.map((column, place) => cell(column, looks.foot?.[place])),
          ),
        ),
  );
}
