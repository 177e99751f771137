// What writes cost in units of DynamoDB (1 kB each), so that nobody makes an attribute's name longer without noticing.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, openEngine } from '../../../lib/adapters/engine/engine.ts';
import { memoryBlobs } from '../../../lib/adapters/memory/memory-blobs.ts';
import { systemRandom } from '../../../lib/adapters/primitives.ts';
import { createTable } from '../../../lib/adapters/store/create-table.ts';
import { dynamoClient, dynamoTable } from '../../../lib/adapters/store/dynamo-table.ts';
import { storePorts } from '../../../lib/adapters/store/store-ports.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'communs-units-')));
let engine: Engine;
let client: DynamoDBClient;
let ports: ReturnType<typeof storePorts>;
let units = 0;

beforeAll(async () => {
  engine = await openEngine(folder);
  client = dynamoClient(engine.endpoint);
  await createTable(client, 'communs');
  // Asks each call for what it costs, and adds it up.
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next({
        ...args,
        input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } as typeof args.input,
      });
      units +=
        (result.output as { ConsumedCapacity?: { CapacityUnits?: number } }).ConsumedCapacity?.CapacityUnits ?? 0;
      return result;
    },
    { step: 'initialize' },
  );
  ports = storePorts(dynamoTable(client, 'communs'), systemRandom, memoryBlobs());
});
afterAll(async () => {
  client.destroy();
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

async function cost(act: () => Promise<unknown>): Promise<number> {
  units = 0;
  await act();
  return units;
}

const book = 'company/0123456789abcdef';
const root = 'ab'.repeat(32);
const fact = (seq: number, bytes: number) => ({ book, seq, bytes: new Uint8Array(bytes), salt: new Uint8Array(32) });
const view = (name: string, bytes: number, asOfSeq = 0) => ({ book, name, asOfSeq, value: 'x'.repeat(bytes - 2) });

describe('write units', () => {
  it('of a fact', async () => {
    expect(await cost(() => ports.appendBooks.put(fact(1, 700)))).toBe(1);
    expect(await cost(() => ports.appendBooks.put(fact(2, 900)))).toBe(1);
    expect(await cost(() => ports.appendBooks.put(fact(3, 4096)))).toBe(5);
    // The first one of a book puts the book on the list.
    expect(await cost(() => ports.appendBooks.put(fact(0, 700)))).toBe(2);
  });

  it('of a view', async () => {
    expect(await cost(() => ports.writeViews.put(view('months/d-01234567/2025-01', 300), null))).toBe(1);
    expect(await cost(() => ports.writeViews.put(view('months/d-01234567/2025-01', 900, 1), 0))).toBe(1);
  });

  it('of a chunk of 16 kB, and of a developer’s month of 22 rows', async () => {
    expect(await cost(() => ports.writeBatches.putChunk(book, root, 0, new Uint8Array(16 * 1024)))).toBe(17);
    // 22 rows: 22 salts of 32 bytes, which do not compress, and some 30 bytes a row beside them.
    expect(await cost(() => ports.writeBatches.putChunk(book, root, 1, new Uint8Array(22 * (32 + 30))))).toBe(2);
  });
});
