// What holds for an inbox that a process of ours drains: memory and the embedded run. In the cloud SQS promises the same.
import { describe, expect, it } from 'vitest';
import type { WaitingInbox } from '../../lib/adapters/inbox/waiting-inbox.ts';
import type { InboxMessage } from '../../lib/ports/people.ts';
import { all, fresh } from './gather.ts';

export function inboxContract(inbox: () => WaitingInbox): void {
  const message = (book: string, row: number): InboxMessage => ({ book, kind: 'month-check', row: { row } });
  const submit = async (book: string, from: number, to: number) => {
    for (let row = from; row < to; row += 1) await inbox().submit(message(book, row));
  };
  const rows = (messages: readonly InboxMessage[]): number[] => messages.map(({ row }) => (row as { row: number }).row);
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

  describe('the inbox', () => {
    it('hands over what waits in order of arrival, once it was consumed never again', async () => {
      const book = fresh('company');
      await submit(book, 0, 30);
      const taken: InboxMessage[] = [];
      expect(await inbox().drain(book, async (messages) => void taken.push(...messages))).toBe(30);
      expect(taken).toEqual(upTo(30).map((row) => message(book, row)));
      expect(await inbox().drain(book, async () => expect.unreachable())).toBe(0);
    });

    it('keeps order over messages that arrive at once, and those that come while it drains', async () => {
      const book = fresh('company');
      await Promise.all(upTo(20).map((row) => inbox().submit(message(book, row))));
      const taken: number[] = [];
      await inbox().drain(book, async (messages) => {
        taken.push(...rows(messages));
        if (taken.length === 20) await submit(book, 20, 22);
      });
      expect(taken).toEqual(upTo(22));
    });

    it('hands over again what a consumer could not take', async () => {
      const book = fresh('company');
      await submit(book, 0, 3);
      await expect(inbox().drain(book, () => Promise.reject(new Error('not now')))).rejects.toThrow('not now');
      const taken: number[] = [];
      await inbox().drain(book, async (messages) => void taken.push(...rows(messages)));
      expect(taken).toEqual([0, 1, 2]);
    });

    it('loses nothing to two who drain at once', async () => {
      const book = fresh('company');
      await submit(book, 0, 40);
      const taken = new Set<number>();
      const consume = async (messages: readonly InboxMessage[]) => {
        for (const row of rows(messages)) taken.add(row);
      };
      await Promise.all([inbox().drain(book, consume), inbox().drain(book, consume)]);
      expect([...taken].sort((a, b) => a - b)).toEqual(upTo(40));
      expect(await inbox().drain(book, consume)).toBe(0);
    });

    it('hands over at most a thousand at once, book by book', async () => {
      const [book, other] = [fresh('company'), fresh('company')];
      await Promise.all(upTo(1_050).map((row) => inbox().submit(message(book, row))));
      await inbox().submit({ book: other, kind: 'confirmation', row: null });
      const sizes: number[] = [];
      await inbox().drain(book, async (messages) => void sizes.push(messages.length));
      expect(sizes).toEqual([1_000, 50]);
      expect(await inbox().drain(`${book}0`, async () => expect.unreachable())).toBe(0);
      expect(await inbox().drain(other, async (messages) => expect(messages[0]?.kind).toBe('confirmation'))).toBe(1);
      const books = await all(inbox().books());
      expect(books.filter((name) => name === book || name === other).sort()).toEqual([book, other].sort());
    });
  });
}
