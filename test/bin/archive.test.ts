// The archive's command where it has nothing to ask: no network is touched.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { communs, communsJson, type RefusedJson } from './communs.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('says that a project was not pulled yet, and refuses one that nobody registered', async () => {
  const data = ['--data', join(folder, 'ledger')];
  const file = join(folder, 'registry.json');
  writeFileSync(file, (await communs(['registry', '--template'])).out);
  await communs(['registry', file, ...data]);
  const { projects } = JSON.parse((await communs(['registry', '--template'])).out) as {
    projects: { id: string }[];
  };
  const { exitCode, out } = await communs(['archive', '--project', projects[0]!.id, ...data], {
    LANG: 'en_GB.UTF-8',
  });
  expect(exitCode).toBe(0);
  expect(out).toContain("not pulled yet: 'communs pull' first");
  const refused = await communsJson<RefusedJson>(['archive', '--project', 'unheard-of', ...data]);
  expect([refused.exitCode, refused.json.refused.code]).toEqual([1, 'unknown-project']);
});
