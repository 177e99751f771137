// What a printed document is made of, before it has pages: headings, paragraphs, tables, a code to scan. It knows nothing of PDF.

export interface TableColumn {
  readonly header: string;
  /** Numbers stand right, under one another, and their column is as wide as the widest of them. */
  readonly align: 'left' | 'right';
  /** Share of the room that numbers leave, among the columns of text. */
  readonly weight?: number;
}

export interface TableRow {
  readonly cells: readonly string[];
  readonly isTotal?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Without a header row there are two columns: the first names what the second says. */
  readonly hasHeader: boolean;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly look?: 'plain' | 'strong' | 'small' }
  /** A sentence that must not be overlooked. */
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'list'; readonly entries: readonly string[] }
  | Table
  /** A code to scan, with words beside it. */
  | { readonly kind: 'code'; readonly content: string; readonly alt: string; readonly beside: readonly string[] }
  /** What follows stands on a new page. */
  | { readonly kind: 'page'; readonly orientation: Orientation };

export type Orientation = 'portrait' | 'landscape';

/** What stands on every page of a document, around its blocks. */
export interface Frame {
  readonly header: string;
  /** Printed on each page, where nobody can overlook it; null: nothing of the kind. */
  readonly banner: string | null;
  readonly footer: string;
  /** @returns `page 1 / 3` in the document's language */
  readonly page: (place: number, count: number) => string;
}

/** A table of two columns: what, and what is said of it. */
export const factsTable = (facts: readonly (readonly [string, string])[]): Table => ({
  kind: 'table',
  hasHeader: false,
  columns: [
    { header: '', align: 'left' },
    { header: '', align: 'left' },
  ],
  rows: facts.map((cells) => ({ cells })),
});
