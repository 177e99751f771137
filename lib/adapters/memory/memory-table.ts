// The table in memory, as strict as DynamoDB: strong reads, conditional puts, order of UTF-8 bytes, items of at most 400 kB.
import type { Key } from '../store/keys.ts';
import type { Attributes, Table } from '../store/table.ts';

const maxItemBytes = 400 * 1024;

/** The bytes of an item as DynamoDB counts them: names and values; a number takes 21 bytes at most. */
export const itemBytes = (item: Attributes): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + (typeof value === 'number' ? 21 : Buffer.byteLength(value)),
    0,
  );

const inByteOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Neither side may change what the other holds. */
const copied = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Uint8Array.from(value) : value,
    ]),
  );

export interface MemoryTable extends Table {
  /** Another table with the same items: what happens to one is not seen in the other. */
  readonly copy: () => MemoryTable;
  /** Whatever stands in it, for tests that look through everything. */
  readonly items: () => Iterable<readonly [key: Key, attributes: Attributes]>;
}

interface Partition {
  readonly items: Map<string, Attributes>;
  /** Names of the items, in order: a long book is not sorted each time its end is read. */
  readonly names: string[];
}

/** @returns where the first name stands that is not before this one */
function placeOf(names: readonly string[], name: string): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inByteOrder(names[middle]!, name) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function memoryTable(from: ReadonlyMap<string, Partition> = new Map()): MemoryTable {
  // Stored attributes are never changed in place, so two tables may hold the same ones.
  const partitions = new Map(
    [...from].map(([pk, { items, names }]): [string, Partition] => [pk, { items: new Map(items), names: [...names] }]),
  );
  const store = ({ pk, sk }: Key, attributes: Attributes): void => {
    const bytes = itemBytes({ pk, sk, ...attributes });
    if (bytes > maxItemBytes) throw new Error(`store: an item of ${bytes} bytes, at most ${maxItemBytes}`);
    const partition = partitions.get(pk) ?? { items: new Map(), names: [] };
    partitions.set(pk, partition);
    if (!partition.items.has(sk)) partition.names.splice(placeOf(partition.names, sk), 0, sk);
    partition.items.set(sk, copied({ ...attributes, sk }));
  };
  const remove = ({ pk, sk }: Key): void => {
    const partition = partitions.get(pk);
    if (partition?.items.delete(sk)) partition.names.splice(placeOf(partition.names, sk), 1);
  };
  const find = ({ pk, sk }: Key): Attributes | null => partitions.get(pk)?.items.get(sk) ?? null;
  const get = async (key: Key): Promise<Attributes | null> => {
    const item = find(key);
    return item === null ? null : copied(item);
  };
  async function* query(pk: string, from?: string): AsyncGenerator<Attributes> {
    const names = partitions.get(pk)?.names ?? [];
    for (const sk of names.slice(from === undefined ? 0 : placeOf(names, from))) {
      const item = find({ pk, sk });
      if (item !== null) yield copied(item);
    }
  }
  return {
    get,
    getNamed: get,
    query,
    querySettled: (pk) => query(pk),
    put: async (key, attributes) => store(key, attributes),
    putIf: async (key, attributes, replaces) => {
      const item = find(key);
      if (replaces === null ? item !== null : item?.n !== replaces) return false;
      store(key, attributes);
      return true;
    },
    remove: async (key) => remove(key),
    writeAll: async (writes) => {
      for (const [key, attributes] of writes) {
        if (attributes === null) remove(key);
        else store(key, attributes);
      }
    },
    copy: () => memoryTable(partitions),
    items: function* () {
      for (const [pk, { items }] of partitions) for (const [sk, attributes] of items) yield [{ pk, sk }, attributes];
    },
  };
}
