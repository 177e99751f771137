// Views: values folded from the facts of a book, made again at will.
import type { Json } from '../ledger/canonical.ts';

/** One item of a view: a value folded from the facts of one book up to `asOfSeq`. */
export interface ViewItem {
  readonly book: string;
  /** `a/b/c`: all but the last segment is the partition. */
  readonly name: string;
  readonly asOfSeq: number;
  readonly value: Json;
}

/** An item that somebody changed behind the API, so that it is none any more. Thrown where it would be given. */
export class UnreadableView extends Error {
  readonly viewName: string;

  constructor(book: string, viewName: string, options?: ErrorOptions) {
    super(`view ${book} ${viewName}: it does not read any more`, options);
    this.name = 'UnreadableView';
    this.viewName = viewName;
  }
}

/** @throws UnreadableView, also in the middle of a list */
export interface ReadViews {
  readonly get: (book: string, name: string) => Promise<ViewItem | null>;
  /** All items whose name is `<partition>/<one more segment>`, in order of name. */
  readonly list: (book: string, partition: string) => AsyncIterable<ViewItem>;
}

export interface WriteViews {
  /** Put on the condition that the stored item is the one of `replaces` (null = there is none). */
  readonly put: (item: ViewItem, replaces: number | null) => Promise<'put' | 'moved'>;
  readonly remove: (book: string, name: string) => Promise<void>;
}
