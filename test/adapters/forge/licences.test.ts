// Licence files over their history, told alike by plain git and by the three forges: the commits that changed them, and no more questions than said.
import { afterEach, describe, expect, it } from 'vitest';
import { apiForges } from '../../../lib/adapters/forge/api-forges.ts';
import { gitForge } from '../../../lib/adapters/forge/git.ts';
import type { Forge, LicenceReading } from '../../../lib/ports/forge.ts';
import { type ForgeServer, forgeServer } from './forge-server/forge-server.ts';
import { accounts } from './forge-server/made-project.ts';
import { git, temporaryFolders } from './git-history.ts';
import { addLicences, likeRedis, likeTerraform, textOf } from './licensed-repository.ts';
import { now } from './pulling.ts';

const servers: ForgeServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
const folderOfOurs = temporaryFolders();

interface Reading {
  readonly forge: Forge;
  readonly url: string;
  /** Requests so far; null: plain git. */
  readonly asked: () => number | null;
}

async function reading(kind: 'git' | 'github' | 'gitlab' | 'forgejo', folder: string): Promise<Reading> {
  if (kind === 'git') {
    const forge = gitForge({ workDirectory: folderOfOurs(), allowLocalPaths: true });
    return { forge, url: folder, asked: () => null };
  }
  const project = { folder, id: 777, owner: 'commons', name: 'library', defaultBranch: 'main', accounts };
  const server = await forgeServer(kind, { ...project, pulls: [], issues: [], releases: [] });
  servers.push(server);
  const forge = apiForges(() => now, server.fetch)[kind]({ host: 'forge.test' });
  return { forge, url: 'https://forge.test/commons/library', asked: () => server.asked.length };
}

const read = async (
  { forge, url }: Reading,
  folder: string,
  known: LicenceReading | null = null,
  below = '',
): Promise<LicenceReading> => {
  const tip = git(folder, ['rev-parse', 'main']).trim();
  const asked = { tip, folder: below, known: JSON.parse(JSON.stringify(known?.known ?? null)) };
  const told = await forge.licences({ repository: 'r', url }, asked);
  expect(told).not.toBeNull();
  return told!;
};

const shape = ({ states }: LicenceReading) =>
  states.map(({ sha, committedAt, files }) => [
    sha,
    Date.parse(committedAt ?? ''),
    files.map(({ name }) => name).join(),
  ]);

describe.each(['git', 'github', 'gitlab', 'forgejo'] as const)('licence files told by %s', (kind) => {
  it('are those of each commit that changed them, oldest first, and not of the merge that lists them again', async () => {
    const folder = folderOfOurs();
    const shas = addLicences(folder, likeTerraform);
    const told = await read(await reading(kind, folder), folder);
    expect(shape(told)).toEqual(likeTerraform.map(({ at }, i) => [shas[i], Date.parse(at), 'LICENSE']));
    expect(told.states[2]!.files[0]!.text?.trimEnd()).toBe(likeTerraform[2]!.files.LICENSE?.trimEnd());
  });

  it('are followed from one name to another', async () => {
    const folder = folderOfOurs();
    addLicences(folder, likeRedis);
    const told = await read(await reading(kind, folder), folder);
    expect(told.states.map(({ files }) => files.map(({ name }) => name).join())).toEqual([
      ...['COPYING', 'COPYING', 'LICENSE.txt', 'LICENSE.txt'],
    ]);
  });

  it('cost one request where none of them changed, and give the change alone where one did', async () => {
    const folder = folderOfOurs();
    addLicences(folder, likeTerraform.slice(0, 2));
    const place = await reading(kind, folder);
    const first = await read(place, folder);
    addLicences(folder, [{ at: '2023-01-01T10:00:00Z', files: { 'main.go': 'package other\n' } }]);
    const before = place.asked();
    const again = await read(place, folder, first);
    expect(again).toEqual({ states: [], known: first.known });
    if (before !== null) expect(place.asked()! - before).toBe(1);
    const [sha] = addLicences(folder, likeTerraform.slice(2, 3));
    expect((await read(place, folder, again)).states.map((state) => state.sha)).toEqual([sha]);
  });

  it('have an answer where there never were any, and where they were taken away', async () => {
    const folder = folderOfOurs();
    addLicences(folder, [{ at: '2024-01-01T10:00:00Z', files: { 'main.go': 'package main\n' } }]);
    const place = await reading(kind, folder);
    const never = await read(place, folder);
    expect(never.states).toEqual([{ sha: git(folder, ['rev-parse', 'main']).trim(), committedAt: null, files: [] }]);
    const shas = addLicences(folder, [
      { at: '2024-02-01T10:00:00Z', files: { 'LICENCE.md': textOf('MIT') } },
      { at: '2024-03-01T10:00:00Z', files: { 'LICENCE.md': null } },
    ]);
    expect((await read(place, folder)).states.map(({ sha }) => sha)).not.toContain(shas[0]);
    const after = await read(place, folder, never);
    expect(after.states).toEqual([]);
  });

  it('are those of a folder where one is asked for', async () => {
    const folder = folderOfOurs();
    const [, sha] = addLicences(folder, [
      { at: '2024-01-01T10:00:00Z', files: { LICENSE: textOf('BUSL-1.1') } },
      { at: '2024-02-01T10:00:00Z', files: { 'sdk/go/LICENSE': textOf('MPL-2.0'), 'sdk/go/a.go': 'package a\n' } },
    ]);
    const told = await read(await reading(kind, folder), folder, null, 'sdk/go');
    expect(told.states.map((state) => [state.sha, state.files.map(({ name }) => name)])).toEqual([[sha, ['LICENSE']]]);
  });

  it('come without their text above 200 kB, and with it up to there', async () => {
    const folder = folderOfOurs();
    addLicences(folder, [
      { at: '2024-01-01T10:00:00Z', files: { LICENSE: 'x'.repeat(200_001), COPYING: 'x'.repeat(200_000) } },
    ]);
    const told = await read(await reading(kind, folder), folder);
    expect(told.states[0]!.files.map(({ name, text }) => [name, text?.trimEnd().length])).toEqual([
      ['COPYING', 200_000],
      ['LICENSE', undefined],
    ]);
  });

  it('are not told of a tip that is there no more', async () => {
    const folder = folderOfOurs();
    addLicences(folder, likeTerraform.slice(0, 1));
    const { forge, url } = await reading(kind, folder);
    const asked = { tip: 'f'.repeat(40), folder: '', known: null };
    expect(await forge.licences({ repository: 'r', url }, asked)).toBeNull();
  });
});
