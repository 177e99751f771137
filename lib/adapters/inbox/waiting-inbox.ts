// The inbox where there is no queue: messages wait as items of the table until somebody drains them, and outlive the process.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { canonicalText } from '../../ledger/canonical.ts';
import type { Inbox, InboxMessage } from '../../ports/people.ts';
import { type Key, waitingNameKey, waitingPartition } from '../store/keys.ts';
import { parseJson } from '../store/parse-json.ts';
import type { Attributes, Table } from '../store/table.ts';
import { partitionsOf } from '../store/table-definition.ts';

export interface WaitingInbox extends Inbox {
  /** Books that messages ever came for. */
  readonly books: () => AsyncIterable<string>;
  /**
   * Hands what waits to the consumer, in order of arrival, up to a thousand at once, until nothing waits.
   * @param consume repeatable: after a crash, or to two processes that drain at once, the same messages come again
   * @returns how many messages were handed over
   */
  readonly drain: (book: string, consume: (messages: readonly InboxMessage[]) => Promise<void>) => Promise<number>;
}

const mostAtOnce = 1000;

/** `k`: kind, `v`: the row as canonical JSON. */
const waitingItem = z.object({
  sk: z.string(),
  k: z.enum(['month-check', 'confirmation', 'auditor-note']),
  v: z.string(),
});
const nameItem = z.object({ sk: z.string() });

/** Microseconds of this machine's clock, no two alike in one process; in order of arrival over processes but for clock jumps. */
function arrivalStamps(): () => string {
  let last = 0;
  return () => {
    last = Math.max(Date.now() * 1000, last + 1);
    return `${last}-${randomUUID()}`;
  };
}

/**
 * The name of the book is listed before the first message, and stays: a crash between leaves a name with nothing waiting.
 * Messages go after the consumer took them all, so a crash among them brings the rest again.
 * @param stamp of what arrives, each above the one before
 */
export function waitingInbox(table: Table, stamp: () => string = arrivalStamps()): WaitingInbox {
  const listed = new Map<string, Promise<void>>();

  /** Once per book and process, however many messages come at the same time. */
  function list(book: string): Promise<void> {
    const listing = listed.get(book) ?? table.put(waitingNameKey(book), {});
    listed.set(book, listing);
    listing.catch(() => listed.delete(book));
    return listing;
  }

  let group: [Key, Attributes][] = [];
  let written: Promise<void> = Promise.resolve();
  /** A crowd's messages are written together: those that come while some are being written are the next group. */
  function write(key: Key, attributes: Attributes): Promise<void> {
    group.push([key, attributes]);
    if (group.length === 1) {
      // Whoever was in the group before hears of its failure.
      written = written
        .catch(() => undefined)
        .then(() => {
          const together = group;
          group = [];
          return table.writeAll(together);
        });
    }
    return written;
  }

  async function first(book: string): Promise<{ messages: InboxMessage[]; keys: Key[] }> {
    const messages: InboxMessage[] = [];
    const keys: Key[] = [];
    const pk = waitingPartition(book);
    for await (const item of table.query(pk)) {
      const { sk, k, v } = waitingItem.parse(item);
      messages.push({ book, kind: k, row: parseJson(v) });
      keys.push({ pk, sk });
      if (keys.length === mostAtOnce) break;
    }
    return { messages, keys };
  }

  return {
    submit: async ({ book, kind, row }) => {
      const key = { pk: waitingPartition(book), sk: stamp() };
      await list(book);
      // Canonical, so that what could not be written is refused here: once it waits, it stops all that come after it.
      await write(key, { k: kind, v: canonicalText(row) });
    },
    books: async function* () {
      for await (const item of table.query(partitionsOf.waitingNames)) yield nameItem.parse(item).sk;
    },
    drain: async (book, consume) => {
      let handedOver = 0;
      while (true) {
        const { messages, keys } = await first(book);
        if (messages.length === 0) return handedOver;
        await consume(messages);
        await table.writeAll(keys.map((key) => [key, null]));
        handedOver += messages.length;
      }
    },
  };
}
