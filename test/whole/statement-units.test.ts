// What a statement takes, counted by the engine: units of the database, requests of files, signatures.
import { expect, it } from 'vitest';
import { statementUnitsCase } from '../../bin/bench/statement-units.ts';
import { withBench } from '../../bin/bench/with-bench.ts';

it('a statement of 2,000 lines takes one signature, few writes, reads each chunk once, and issues without reading any', {
  timeout: 300_000,
}, async () => {
  const { figures } = await withBench((bench) => statementUnitsCase.run(2_000, bench));
  const found = Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]));
  expect(found.issueSignatures).toBe(1);
  expect(found.prepareFiles).toBeLessThanOrEqual(8);
  expect(found.issueFiles).toBeLessThanOrEqual(8);
  expect(found.issueWrites).toBeLessThanOrEqual(12);
  expect(found.prepareWrites).toBeLessThanOrEqual(12);
  // Two thirds of it are chunks: half a unit each, and each once. Confirmations of a crowd fill one or two more.
  expect(found.prepareReads).toBeLessThanOrEqual(62);
  expect(found.issueReads).toBeLessThanOrEqual(50);
});
