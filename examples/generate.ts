// Writes every file of the sample that is kept in the repository: `node examples/generate.ts`.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { repositoryNames } from './cast.ts';
import { organisationFiles, type SampleFile } from './organisation-files.ts';
import { makeSampleRepository } from './repository/make-repository.ts';
import { recordCommits, recordedName } from './repository/record-commits.ts';
import { timesheetFiles } from './timesheet-files.ts';

/** The recorded commits of the made repositories, as JSON Lines, not yet compressed. */
async function recordedTexts(): Promise<{ readonly path: string; readonly text: string }[]> {
  const directory = await mkdtemp(join(tmpdir(), 'communs-sample-'));
  try {
    const texts: { path: string; text: string }[] = [];
    for (const name of repositoryNames) {
      const { path } = await makeSampleRepository(directory, { name });
      const commits = await recordCommits(path);
      texts.push({ path: recordedName(name), text: commits.map((commit) => `${JSON.stringify(commit)}\n`).join('') });
    }
    return texts;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** @returns every file of the sample with its path under `examples/`; the same at each call */
export async function sampleFiles(): Promise<SampleFile[]> {
  const recorded = await recordedTexts();
  return [
    ...organisationFiles(),
    ...(await timesheetFiles()),
    ...recorded.map(({ path, text }) => ({ path, bytes: new Uint8Array(gzipSync(text, { level: 9 })) })),
  ];
}

if (import.meta.main) {
  for (const { path, bytes } of await sampleFiles()) {
    const target = join(import.meta.dirname, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}
