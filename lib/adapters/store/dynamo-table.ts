// The table on DynamoDB, or on any engine that speaks its protocol. It never scans.
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Key } from './keys.ts';
import type { Attributes, Table } from './table.ts';

/**
 * @param endpoint of an engine that asks for no credentials; null = DynamoDB of the region and role that the surroundings give
 */
export function dynamoClient(endpoint: string | null): DynamoDBClient {
  const local: DynamoDBClientConfig = {
    region: 'local',
    // Without credentials at hand the first call would look for them over the network.
    credentials: { accessKeyId: 'communs', secretAccessKey: 'communs' },
    // A crowd's calls wait for a connection, and that is no news for whoever reads the terminal.
    requestHandler: { socketAcquisitionWarningTimeout: 600_000 },
  };
  return new DynamoDBClient(endpoint === null ? {} : { ...local, endpoint });
}

/** As many as one TransactWriteItems takes. */
const writesAtOnce = 100;

/**
 * The client sends a call again after a lost answer, so `putIf` may say `false` of its own put: whoever decides by it looks
 * at what stands there.
 */
export function dynamoTable(client: DynamoDBClient, TableName: string): Table {
  const table = DynamoDBDocumentClient.from(client);
  const put = async (key: Key, attributes: Attributes): Promise<void> => {
    await table.send(new PutCommand({ TableName, Item: { ...key, ...attributes } }));
  };
  const remove = async (Key: Key): Promise<void> => {
    await table.send(new DeleteCommand({ TableName, Key }));
  };
  const get = async (Key: Key): Promise<Attributes | null> => {
    const { Item } = await table.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return (Item as Attributes | undefined) ?? null;
  };
  async function* query(pk: string, from: string | undefined, ConsistentRead: boolean): AsyncGenerator<Attributes> {
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await table.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: from === undefined ? 'pk = :pk' : 'pk = :pk AND sk >= :from',
          ExpressionAttributeValues: { ':pk': pk, ...(from === undefined ? {} : { ':from': from }) },
          ConsistentRead,
          ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
        }),
      );
      yield* (page.Items ?? []) as Attributes[];
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
  }
  return {
    get,
    getNamed: async (Key) => {
      const { Item } = await table.send(new GetCommand({ TableName, Key }));
      // A copy that lags may not have it yet.
      return (Item as Attributes | undefined) ?? get(Key);
    },
    query: (pk, from) => query(pk, from, true),
    querySettled: (pk) => query(pk, undefined, false),
    put,
    putIf: async (key, attributes, replaces) => {
      const condition =
        replaces === null
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 'n = :n', ExpressionAttributeValues: { ':n': replaces } };
      try {
        await table.send(new PutCommand({ TableName, Item: { ...key, ...attributes }, ...condition }));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    remove,
    // One commit for a hundred: on a disk that is what takes time.
    writeAll: async (writes) => {
      for (let start = 0; start < writes.length; start += writesAtOnce) {
        const together = writes.slice(start, start + writesAtOnce);
        const TransactItems = together.map(([Key, attributes]) =>
          attributes === null
            ? { Delete: { TableName, Key } }
            : { Put: { TableName, Item: { ...Key, ...attributes } } },
        );
        try {
          await table.send(new TransactWriteCommand({ TransactItems }));
        } catch (error) {
          if (!(error instanceof TransactionCanceledException)) throw error;
          // Somebody else writes one of them at this moment: each alone gets through.
          for (const [key, attributes] of together) await (attributes === null ? remove(key) : put(key, attributes));
        }
      }
    },
  };
}
