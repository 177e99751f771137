// Many writes at once: all of them take effect, on each kind of table, also where a transaction is cancelled.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Engine, openEngine } from '../../../lib/adapters/engine/engine.ts';
import { memoryTable } from '../../../lib/adapters/memory/memory-table.ts';
import { createTable } from '../../../lib/adapters/store/create-table.ts';
import { dynamoClient, dynamoTable } from '../../../lib/adapters/store/dynamo-table.ts';
import type { Key } from '../../../lib/adapters/store/keys.ts';
import type { Attributes, Table } from '../../../lib/adapters/store/table.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'communs-write-all-')));
let engine: Engine;
let client: DynamoDBClient;
let cancelled = 0;

beforeAll(async () => {
  engine = await openEngine(folder);
  client = dynamoClient(engine.endpoint);
  await createTable(client, 'communs');
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const isMeant =
        context.commandName === 'TransactWriteItemsCommand' && JSON.stringify(args.input).includes('busy');
      if (!isMeant) return next(args);
      cancelled += 1;
      throw new TransactionCanceledException({ message: 'conflict', $metadata: {} });
    },
    { step: 'initialize' },
  );
});
afterAll(async () => {
  client.destroy();
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (pk: string, n: number): Key => ({ pk, sk: String(n).padStart(3, '0') });
const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

async function stored(table: Table, pk: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { sk, v } of table.query(pk)) names.push(`${sk} ${v}`);
  return names;
}

const cases: readonly (readonly [name: string, pk: string, table: () => Table])[] = [
  ['in memory', 'free', () => memoryTable()],
  ['by transactions', 'free', () => dynamoTable(client, 'communs')],
  ['one by one where they are cancelled', 'busy', () => dynamoTable(client, 'communs')],
];

it.each(cases)('%s', async (_name, pk, make) => {
  const table = make();
  await table.writeAll(numbers(0, 250).map((n): [Key, Attributes] => [at(pk, n), { v: 'first' }]));
  await table.writeAll([
    ...numbers(0, 120).map((n): [Key, null] => [at(pk, n), null]),
    ...numbers(240, 260).map((n): [Key, Attributes] => [at(pk, n), { v: 'second' }]),
  ]);
  await table.writeAll([]);
  expect(await stored(table, pk)).toEqual([
    ...numbers(120, 240).map((n) => `${n} first`),
    ...numbers(240, 260).map((n) => `${n} second`),
  ]);
});

it('a cancelled transaction was what the last of these went through', () => expect(cancelled).toBe(5));
