// What a statement takes, counted by the engine: units of the database, requests of files, signatures.
import { expect, it } from 'vitest';
import { statementUnitsCase } from '../../bin/bench/statement-units.ts';
import { withBench } from '../../bin/bench/with-bench.ts';

it('a statement of 2,000 lines takes one signature, few writes, and reads each chunk once', {
  timeout: 300_000,
}, async () => {
  const { figures } = await withBench((bench) => statementUnitsCase.run(2_000, bench));
  const found = Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]));
  expect(found.issueSignatures).toBe(1);
  expect(found.prepareFiles).toBeLessThanOrEqual(8);
  expect(found.issueFiles).toBeLessThanOrEqual(8);
  expect(found.issueWrites).toBeLessThanOrEqual(12);
  expect(found.prepareWrites).toBeLessThanOrEqual(12);
  // Chunks are half of it; a page of a view, a fact, a name are a unit each.
  expect(found.prepareReads).toBeLessThanOrEqual(110);
  expect(found.issueReads).toBeLessThanOrEqual(145);
});
