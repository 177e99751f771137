// Steps in a directory: what nobody came back for goes after two weeks, and nothing that somebody goes on with.
import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { directorySteps } from '../../../lib/adapters/pull/directory-steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-steps-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('takes away what a crash left behind', async () => {
  const place = join(folder, 'steps');
  const clock = { now: () => Date.now() };
  const bytes = new Uint8Array([1, 2, 3]);
  await directorySteps(place, clock).put('old', 'start', bytes);
  await directorySteps(place, clock).put('young', 'start', bytes);
  const past = (days: number): Date => new Date(Date.now() - days * 86_400_000);
  utimesSync(join(place, 'old'), past(15), past(15));
  utimesSync(join(place, 'young'), past(13), past(13));
  const next = directorySteps(place, clock);
  expect(await next.get('old', 'start')).toEqual(Buffer.from(bytes));
  await next.put('new', 'start', bytes);
  expect(['old', 'young', 'new'].map((run) => existsSync(join(place, run)))).toEqual([false, true, true]);
});
