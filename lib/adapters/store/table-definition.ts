// The one table, as plain data: the CDK stack, the embedded run and the tests all make it from this.

export const tableDefinition = {
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'sk', type: 'S' },
} as const;
