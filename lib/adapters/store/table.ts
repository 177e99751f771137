// What the store's adapters ask of a table: six calls, each strongly consistent, and two that need not be. DynamoDB answers them, or memory.
import type { Key } from './keys.ts';

export type Attribute = string | number | Uint8Array;

/** Short names: they are paid for with every write. The number `n`, where there is one, is what `putIf` compares. */
export type Attributes = Readonly<Record<string, Attribute>>;

export interface Table {
  readonly get: (key: Key) => Promise<Attributes | null>;
  /**
   * At half the price, for an item whose name vouches for what it holds: a moment after it was replaced the one before it may be given.
   * @returns null only where there is none
   */
  readonly getNamed: (key: Key) => Promise<Attributes | null>;
  /**
   * The items of one partition, their sort key among the attributes as `sk`, in order of its UTF-8 bytes, page by page.
   * @param from the first sort key wanted
   */
  readonly query: (pk: string, from?: string) => AsyncIterable<Attributes>;
  /** At half the price: the partition as some copy has it, which may lag by a moment. */
  readonly querySettled: (pk: string) => AsyncIterable<Attributes>;
  readonly put: (key: Key, attributes: Attributes) => Promise<void>;
  /** @param replaces the `n` of the item that stands there; null = put only if there is none */
  readonly putIf: (key: Key, attributes: Attributes, replaces: number | null) => Promise<boolean>;
  readonly remove: (key: Key) => Promise<void>;
  /** Many puts and removals (null), each on its own: a crash leaves some of them undone. No key twice. */
  readonly writeAll: (writes: readonly (readonly [key: Key, attributes: Attributes | null])[]) => Promise<void>;
}
