// What one fact changes in the views of its book: a view is a fold of facts, so it can always be made again.
import type { StoredRow } from '../batch.ts';
import type { Json } from '../canonical.ts';
import type { BatchRef } from '../kinds.ts';

/** `a/b/c`: all but the last segment is the partition that can be listed. */
export interface ViewChange {
  readonly name: string;
  readonly apply: (old: Json | null) => Json;
  /** No earlier fact made an item of this name: it can be put without looking what stands there. */
  readonly isNew?: true;
}

/** The rows behind a fact, read and checked against its root. */
export interface RowsBehind {
  /** The groups in it, each once, in order. */
  readonly groups: (batch: BatchRef) => Promise<readonly string[]>;
  readonly rows: (batch: BatchRef) => Promise<readonly StoredRow[]>;
}

/** The new value stands, whatever stood there. */
export const set = (name: string, value: object | Json): ViewChange => ({ name, apply: () => value as Json });

/** An item of its own, named by the fact’s place, cause or number. */
export const made = (name: string, value: object | Json): ViewChange => ({ ...set(name, value), isNew: true });

/** @param apply from the value before, `empty` if there is none, to the value after */
export const change = <T>(name: string, empty: T, apply: (old: T) => T): ViewChange => ({
  name,
  apply: (old) => apply(old === null ? empty : (old as unknown as T)) as unknown as Json,
});

/** Facts in the order of their names, which is the order of their seq. */
export const seqName = (seq: number): string => String(seq).padStart(10, '0');
