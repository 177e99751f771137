// Which rights in the cloud each port is worth. A function gets those of the ports that its endpoints declare, and no more.
import type { PortName } from '../edge/endpoint.ts';

/** What the stack owns, and a right can be about. */
export type Holding = 'table' | 'files' | 'uploads' | 'statementKey' | 'linkKey' | 'sessionKey' | 'inbox';

export interface Right {
  readonly on: Holding;
  /** IAM actions; none of them lists or reads a whole table or bucket. */
  readonly actions: readonly string[];
}

const readTable: Right = { on: 'table', actions: ['dynamodb:GetItem', 'dynamodb:Query'] };
/** Enough for every conditional put; what was put stays put. */
const putTable: Right = { on: 'table', actions: ['dynamodb:PutItem'] };
const removeFromTable: Right = { on: 'table', actions: ['dynamodb:DeleteItem'] };
const readFiles: Right = { on: 'files', actions: ['s3:GetObject'] };
const putFiles: Right = { on: 'files', actions: ['s3:PutObject'] };

export const rightsOfPort: Readonly<Record<PortName, readonly Right[]>> = {
  primitives: [],
  clock: [],
  random: [],
  readBooks: [readTable],
  appendBooks: [putTable],
  // Chunks above 1 MB are files (design.md, The ledger).
  readBatches: [readTable, readFiles],
  writeBatches: [putTable, putFiles],
  readViews: [readTable],
  writeViews: [putTable, removeFromTable],
  objects: [readFiles, putFiles],
  sealedFiles: [
    readTable,
    putTable,
    removeFromTable,
    { on: 'uploads', actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] },
  ],
  directory: [readTable, putTable, removeFromTable],
  saltKeys: [readTable, putTable, removeFromTable],
  signer: [{ on: 'statementKey', actions: ['kms:GetPublicKey', 'kms:Sign'] }],
  linkKeys: [{ on: 'linkKey', actions: ['kms:GenerateMac'] }],
  inbox: [{ on: 'inbox', actions: ['sqs:SendMessage'] }],
  accessList: [readTable, putTable],
  forge: [],
  listBooks: [readTable],
};

/** @returns the union of the rights, one entry per holding, in a stable order */
export function rightsOf(ports: Iterable<PortName>): readonly Right[] {
  const rights = [...new Set(ports)].flatMap((port) => rightsOfPort[port]);
  return [...Map.groupBy(rights, (right) => right.on)]
    .map(([on, some]) => ({ on, actions: [...new Set(some.flatMap((right) => right.actions))].sort() }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}
