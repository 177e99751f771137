import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { cloudJobHandler } from '../../lib/edge/cloud.ts';
import { job, jobHandler, type Trigger, type Wake } from '../../lib/edge/job.ts';
import { ports } from './edge.ts';

/** A job that notes what woke it, and fails for one book. */
function noting(trigger: Trigger) {
  const wakes: Wake<{ row: number }>[] = [];
  const lines: string[] = [];
  const declared = job({
    name: 'noting',
    trigger,
    need: [],
    message: z.object({ row: z.int() }),
    run: async (_ports, wake) => {
      wakes.push(wake);
      if (wake.book === 'company/bad') throw new Error('Zanzibar');
    },
  });
  const handler = jobHandler(declared, {
    ports: async () => ports,
    log: (line) => lines.push(line),
    bookOfPartition: (partitionKey) => (partitionKey === 'book#company/a' ? 'company/a' : null),
  });
  return { wakes, lines, handler };
}

const message = (messageId: string, book: string, body: string) => ({
  messageId,
  body,
  attributes: { MessageGroupId: book },
});

describe('a job', () => {
  it('takes the inbox book by book in order, gives a failed book back whole, and what does not read alone', async () => {
    const { wakes, lines, handler } = noting({ kind: 'inbox' });
    const Records = [
      message('1', 'company/a', '{"row":1}'),
      message('2', 'company/bad', '{"row":2}'),
      message('3', 'company/a', '{"row":3}'),
      message('4', 'company/bad', '{"row":4}'),
      message('5', 'company/c', 'not json'),
      message('6', 'company/d', '{"row":6}'),
      message('7', 'company/d', '{"row":"Zanzibar"}'),
      message('8', 'company/d', '{"row":8}'),
    ];
    expect(await handler({ Records } as unknown as SQSEvent)).toEqual({
      batchItemFailures: [
        { itemIdentifier: '2' },
        { itemIdentifier: '4' },
        { itemIdentifier: '5' },
        { itemIdentifier: '7' },
      ],
    });
    expect(wakes[0]).toEqual({ book: 'company/a', messages: [{ row: 1 }, { row: 3 }] });
    // What does not read keeps nobody of its book waiting.
    expect(wakes[2]).toEqual({ book: 'company/d', messages: [{ row: 6 }, { row: 8 }] });
    expect(wakes).toHaveLength(3);
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toMatch(/Zanzibar|not json/);
  });

  it('takes the queue of pulls message by message, and gives back none but what failed', async () => {
    const { wakes, lines, handler } = noting({ kind: 'pulls' });
    const Records = [
      { messageId: '1', body: '{"row":1}', attributes: {} },
      { messageId: '2', body: '{"row":"Zanzibar"}', attributes: {} },
      { messageId: '3', body: '{"row":3}', attributes: {} },
    ];
    expect(await handler({ Records } as unknown as SQSEvent)).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    expect(wakes).toEqual([
      { book: null, messages: [{ row: 1 }] },
      { book: null, messages: [{ row: 3 }] },
    ]);
    expect(lines.join()).not.toContain('Zanzibar');
  });

  it('is woken once for each book with new facts, whatever else the stream brings', async () => {
    const { wakes, handler } = noting({ kind: 'facts' });
    const change = { dynamodb: { Keys: { pk: { S: 'book#company/a' }, sk: { S: '000000000001' } } } };
    const other = { dynamodb: { Keys: { pk: { S: 'view#company/a#months' }, sk: { S: '2025-01' } } } };
    await handler({ Records: [change, change, other, { dynamodb: {} }] } as DynamoDBStreamEvent);
    expect(wakes).toEqual([{ book: 'company/a', messages: [] }]);
  });

  it('is woken by a schedule without a book', async () => {
    const { wakes, handler } = noting({ kind: 'schedule', expression: 'rate(1 day)' });
    await handler({});
    expect(wakes).toEqual([{ book: null, messages: [] }]);
  });
});

it('is found in the one bundle of jobs by the name that the stack gives', async () => {
  const done: string[] = [];
  const named = (name: string) =>
    job({
      ...{ name, trigger: { kind: 'schedule', expression: 'rate(1 day)' } as const, need: [], message: z.never() },
      run: async () => {
        done.push(name);
      },
    });
  const assembly = { ports: async () => ports, log: () => undefined, bookOfPartition: () => null };
  await cloudJobHandler([named('one'), named('two')], { ...assembly, jobName: 'two' })({});
  expect(done).toEqual(['two']);
  const wrong = cloudJobHandler([named('one')], { ...assembly, jobName: null });
  await expect(wrong({})).rejects.toThrow('no job is called null');
});
