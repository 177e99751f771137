// Makes the table where nobody deployed it: in the embedded run and the tests. In the cloud the stack does.
import {
  CreateTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { tableDefinition } from './table-definition.ts';

/** Does nothing if the table is there. Without the stream: the embedded run wakes the followers of facts by itself. */
export async function createTable(client: DynamoDBClient, TableName: string): Promise<void> {
  const { partitionKey, sortKey } = tableDefinition;
  try {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: partitionKey.name, KeyType: 'HASH' },
          { AttributeName: sortKey.name, KeyType: 'RANGE' },
        ],
        AttributeDefinitions: [partitionKey, sortKey].map(({ name, type }) => ({
          AttributeName: name,
          AttributeType: type,
        })),
      }),
    );
  } catch (error) {
    // Another process was quicker, or it was made at an earlier start.
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName });
}
