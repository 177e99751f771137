// The one table, as plain data: the CDK stack, the embedded run and the tests all make it from this.

export const tableDefinition = {
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'sk', type: 'S' },
  /** In the cloud only. Whoever it wakes reads the facts itself, so no value (a salt's key, a name) rides in it. */
  stream: 'KEYS_ONLY',
} as const;

/**
 * How the partition keys of each sort begin. A function is granted the ones of its ports (dynamodb:LeadingKeys), so that
 * who reads views can read no salt keys.
 */
export const partitionsOf = {
  facts: 'book#',
  bookNames: 'books',
  batches: 'batch#',
  views: 'view#',
  directory: 'directory#',
  saltKeys: 'salt#',
  access: 'access#',
  /** Which facts of a book stand where in the log; beside them the last one of each book, and the years. */
  logRuns: 'log#',
  logBooks: 'logbooks',
  logYears: 'logyears',
  /** Embedded run only: in the cloud the inbox is a queue. */
  waiting: 'inbox#',
  waitingNames: 'inboxes',
} as const;
