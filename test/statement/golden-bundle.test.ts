// Bundles that were made once, good and bad, each with the answer that it got then: every later version gives the same.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { primitives } from '../../lib/adapters/primitives.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';

const folder = join(import.meta.dirname, '../golden/bundle-1');
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, object>;

it('has an answer for each golden bundle, three of them authentic', () => {
  const zips = readdirSync(folder).filter((name) => name.endsWith('.zip'));
  expect(zips.sort()).toEqual(Object.keys(expected).sort());
  const authentic = Object.entries(expected).flatMap(([name, { exitCode }]: [string, { exitCode?: number }]) =>
    exitCode === 0 ? [name] : [],
  );
  expect(authentic).toEqual(['names.zip', 'lines.zip', 'totals.zip']);
});

it.each(Object.keys(expected))('%s gets the answer that it got when it was made', async (name) => {
  const file = readFileSync(join(folder, name));
  const { result, exitCode, level, problems } = await verifyFile({ file, jwks: null, keysPinned: false }, primitives);
  expect({ result, exitCode, level, problems: problems.map(({ code }) => code) }).toEqual(expected[name]);
});
