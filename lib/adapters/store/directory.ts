// Names and addresses of people in the table: each put and each removal stands alone, so a crash leaves nothing half done.
import * as z from 'zod';
import type { Directory } from '../../ports/people.ts';
import { directoryKey, directoryPartition } from './keys.ts';
import { parseJson } from './parse-json.ts';
import type { Table } from './table.ts';

/** `v`: JSON as it was given; never hashed, hence not brought into canonical form. */
const entry = z.object({ sk: z.string(), v: z.string() });

export function directory(table: Table): Directory {
  const get: Directory['get'] = async (tenant, kind, key) => {
    const item = await table.get(directoryKey(tenant, kind, key));
    return item === null ? null : parseJson(entry.parse(item).v);
  };
  async function* entries(items: AsyncIterable<unknown>): ReturnType<Directory['list']> {
    for await (const item of items) {
      const { sk: key, v } = entry.parse(item);
      yield { key, value: parseJson(v) };
    }
  }
  return {
    get,
    put: async (tenant, kind, key, value, onlyIfAbsent) => {
      const at = directoryKey(tenant, kind, key);
      const attributes = { v: JSON.stringify(value) };
      if (!onlyIfAbsent) {
        await table.put(at, attributes);
        return value;
      }
      // Round again only if somebody removes the entry between our put and our look at it.
      while (true) {
        if (await table.putIf(at, attributes, null)) return value;
        const item = await table.get(at);
        if (item !== null) return parseJson(entry.parse(item).v);
      }
    },
    list: (tenant, kind) => entries(table.query(directoryPartition(tenant, kind))),
    listSettled: (tenant, kind) => entries(table.querySettled(directoryPartition(tenant, kind))),
    remove: (tenant, kind, key) => table.remove(directoryKey(tenant, kind, key)),
  };
}
