// Which rights in the cloud each port is worth. A function gets those of the ports that its endpoints declare, and no more.

import { partitionsOf } from '../adapters/store/table-definition.ts';
import type { PortName } from '../edge/endpoint.ts';

/** What the stack owns, and a right can be about. */
export type Holding =
  | 'table'
  | 'files'
  | 'uploads'
  | 'uploadKeys'
  | 'heads'
  | 'pullSteps'
  | 'pullQueue'
  | 'statementKey'
  | 'registrarKey'
  | 'logKey'
  | 'logTiles'
  | 'logHeads'
  | 'logQueue'
  | 'linkKey'
  | 'sessionKey'
  | 'inbox'
  /** The address that mail is sent from. */
  | 'mailFrom';

export interface Right {
  readonly on: Holding;
  /** IAM actions; none of them reads a whole table. */
  readonly actions: readonly string[];
  /** Of the table: how the partition keys begin, or what they are, that the actions may touch. */
  readonly partitions?: readonly string[];
  /** Of mail: this sender and no other. */
  readonly asSender?: true;
  /** Of a bucket: what is there cannot be written over. */
  readonly writeOnce?: true;
}

/** `x#` stands for all partitions that begin so; anything else is one partition. */
const table = (partition: string, ...calls: readonly string[]): Right => ({
  on: 'table',
  actions: calls.map((call) => `dynamodb:${call}`),
  partitions: [partition.endsWith('#') ? `${partition}*` : partition],
});

/** ListBucket: without it S3 answers 403, not 404, for what is not there. */
const readBucket = ['s3:GetObject', 's3:ListBucket'] as const;
const sealing = ['s3:PutObject', 's3:DeleteObject', ...readBucket] as const;

export const rightsOfPort: Readonly<Record<PortName, readonly Right[]>> = {
  primitives: [],
  clock: [],
  random: [],
  installation: [],
  readBooks: [table(partitionsOf.facts, 'GetItem', 'Query')],
  // Enough for a conditional put; what was put cannot be removed.
  appendBooks: [table(partitionsOf.facts, 'PutItem'), table(partitionsOf.bookNames, 'PutItem')],
  readBatches: [table(partitionsOf.batches, 'GetItem')],
  writeBatches: [table(partitionsOf.batches, 'PutItem')],
  // The files are versioned: of what is replaced the older versions go too.
  erasing: [
    table(partitionsOf.batches, 'PutItem'),
    table(partitionsOf.access, 'Query', 'DeleteItem'),
    { on: 'files', actions: ['s3:PutObject', 's3:ListBucketVersions', 's3:DeleteObjectVersion'] },
  ],
  readViews: [table(partitionsOf.views, 'GetItem', 'Query')],
  writeViews: [table(partitionsOf.views, 'PutItem', 'DeleteItem')],
  objects: [
    { on: 'files', actions: readBucket },
    { on: 'files', actions: ['s3:PutObject'], writeOnce: true },
  ],
  sealedFiles: [
    { on: 'uploads', actions: sealing },
    { on: 'uploadKeys', actions: sealing },
  ],
  readSealedFiles: [
    { on: 'uploads', actions: readBucket },
    { on: 'uploadKeys', actions: readBucket },
  ],
  directory: [table(partitionsOf.directory, 'GetItem', 'Query', 'PutItem', 'DeleteItem')],
  readDirectory: [table(partitionsOf.directory, 'GetItem', 'Query')],
  saltKeys: [table(partitionsOf.saltKeys, 'GetItem', 'PutItem', 'DeleteItem')],
  signer: [{ on: 'statementKey', actions: ['kms:GetPublicKey', 'kms:Sign'] }],
  statementKeys: [{ on: 'statementKey', actions: ['kms:GetPublicKey'] }],
  registrar: [{ on: 'registrarKey', actions: ['kms:GetPublicKey', 'kms:Sign'] }],
  registrarKeys: [{ on: 'registrarKey', actions: ['kms:GetPublicKey'] }],
  seal: [{ on: 'statementKey', actions: ['kms:GetPublicKey', 'kms:Sign'] }],
  fonts: [],
  heads: [{ on: 'heads', actions: ['s3:PutObject', ...readBucket] }],
  readHeads: [{ on: 'heads', actions: readBucket }],
  logSigner: [{ on: 'logKey', actions: ['kms:GetPublicKey', 'kms:Sign'] }],
  logKeys: [{ on: 'logKey', actions: ['kms:GetPublicKey'] }],
  logFiles: [
    { on: 'logTiles', actions: readBucket },
    { on: 'logTiles', actions: ['s3:PutObject'], writeOnce: true },
    { on: 'logHeads', actions: ['s3:PutObject', ...readBucket] },
  ],
  readLogFiles: [
    { on: 'logTiles', actions: readBucket },
    { on: 'logHeads', actions: readBucket },
  ],
  logPlaces: [
    table(partitionsOf.logRuns, 'Query', 'PutItem'),
    table(partitionsOf.logBooks, 'GetItem', 'PutItem'),
    table(partitionsOf.logYears, 'GetItem', 'Query', 'PutItem'),
  ],
  readLogPlaces: [
    table(partitionsOf.logRuns, 'Query'),
    table(partitionsOf.logBooks, 'GetItem'),
    table(partitionsOf.logYears, 'Query'),
  ],
  // Outside, over the internet: what they need is a setting.
  timeStamps: [],
  witnesses: [],
  logQueue: [{ on: 'logQueue', actions: ['sqs:SendMessage'] }],
  linkKeys: [{ on: 'linkKey', actions: ['kms:GenerateMac'] }],
  inbox: [{ on: 'inbox', actions: ['sqs:SendMessage'] }],
  accessList: [table(partitionsOf.access, 'PutItem', 'Query')],
  // Tokens are no right of ours: they come as a setting of the functions that need this port, and no other.
  forge: [],
  mail: [{ on: 'mailFrom', actions: ['ses:SendEmail'], asSender: true }],
  forgeKeys: [],
  forgeLogin: [],
  pullSteps: [
    { on: 'pullSteps', actions: ['s3:DeleteObject', ...readBucket] },
    { on: 'pullSteps', actions: ['s3:PutObject'], writeOnce: true },
  ],
  pullQueue: [{ on: 'pullQueue', actions: ['sqs:SendMessage'] }],
  webhooks: [],
  listBooks: [table(partitionsOf.bookNames, 'Query'), table(partitionsOf.facts, 'GetItem')],
};

/**
 * @returns the union of the rights in a stable order: for each place (a holding, or some partitions of the table) the actions that
 * some port has there. Places are never mixed: reading facts and writing views is not writing facts.
 */
export function rightsOf(ports: Iterable<PortName>): readonly Right[] {
  const rights = [...new Set(ports)].flatMap((port) => rightsOfPort[port]);
  const placeOf = ({ actions: _, ...place }: Right): string => JSON.stringify(place);
  return [...Map.groupBy(rights, placeOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, some]) => ({ ...some[0]!, actions: [...new Set(some.flatMap(({ actions }) => actions))].sort() }));
}
