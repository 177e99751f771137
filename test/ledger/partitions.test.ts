// Every partition that a fact of any kind writes into is known, so that the full check looks there.
import { expect, it } from 'vitest';
import { bookKindOf, factKinds } from '../../lib/ledger/kinds.ts';
import { fixedPartitions, partitionFamilies, partitionOf } from '../../lib/ledger/views/partitions.ts';
import type { RowsBehind } from '../../lib/ledger/views/view-change.ts';
import { viewsOfFact } from '../../lib/ledger/views/views-of-fact.ts';
import { goldenFact } from './golden-facts.ts';

const row = { developer: 'de-1', month: '2025-01', cause: 'c' };
const behind: RowsBehind = { groups: async () => ['de-1 2025-01'], rows: async () => [{ leaf: 0, row }] };

it.each(factKinds)('the partitions of %s', async (kind) => {
  const fact = goldenFact(kind);
  const known = fixedPartitions[bookKindOf(fact.book)!];
  for (const { name } of await viewsOfFact(fact, behind)) {
    const partition = partitionOf(name);
    const isKnown = known.includes(partition) || partitionFamilies.some((family) => partition.startsWith(family));
    expect(isKnown, `${name}: add its partition to lib/ledger/views/partitions.ts`).toBe(true);
  }
});

it('the name of an item of one segment is in the partition without a name', () => {
  expect(['profile', 'a/b', 'a/b/c', '/a'].map(partitionOf)).toEqual(['', 'a', 'a/b', '']);
});
