// The forge behind the sample's addresses, which no network resolves: repositories made as they stood at an instant, or their recordings.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readElsewhere } from '../../lib/adapters/forge/elsewhere.ts';
import { gitForge } from '../../lib/adapters/forge/git.ts';
import { recordedForge } from '../../lib/adapters/forge/recorded.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import type { Forge } from '../../lib/ports/forge.ts';
import type { Clock } from '../../lib/ports/primitives.ts';
import { type RepositoryName, repositoryNames, repositoryUrl } from '../cast.ts';
import { makeSampleRepository, runGit } from '../repository/make-repository.ts';
import { recordedName } from '../repository/record-commits.ts';

export interface SampleForge extends Forge {
  readonly seenBy: 'pull' | 'recorded';
  /** How to install git, where there is none. */
  readonly gitMissing: Refusal | null;
}

/** @throws Error for a repository that is not the sample's */
function nameOf(url: string): RepositoryName {
  const name = repositoryNames.find((each) => repositoryUrl(each) === url);
  if (name === undefined) throw new Error(`the sample has no repository ${url}`);
  return name;
}

/** Made anew each time: one that a kill left locked, or that stood at a later instant, would not do. */
async function repositoryAt(directory: string, name: RepositoryName, until: string): Promise<string> {
  await rm(join(directory, `${name}.git`), { recursive: true, force: true });
  return (await makeSampleRepository(directory, { name, until })).path;
}

/** @returns the path of the part of a recorded set that was committed by then */
async function recordingAt(directory: string, name: RepositoryName, until: string): Promise<string> {
  const recorded = gunzipSync(await readFile(join(import.meta.dirname, '..', recordedName(name)))).toString();
  const lines = recorded.split('\n').filter((line) => line !== '');
  const committed = (line: string): number =>
    Date.parse((JSON.parse(line) as { committer_date: string }).committer_date);
  const seen = lines.filter((line) => committed(line) <= Date.parse(until));
  const path = join(directory, `${name}.jsonl.gz`);
  await mkdir(directory, { recursive: true });
  await writeFile(path, gzipSync(seen.map((line) => `${line}\n`).join('')));
  return path;
}

async function askForGit(): Promise<Refusal | null> {
  try {
    await runGit(['--version']);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/**
 * @param directory where made repositories and clones are kept: a cache, which may be emptied at any time
 * @param clock what is committed after its now is not there yet
 */
export async function sampleForge(directory: string, clock: Clock): Promise<SampleForge> {
  const made = join(directory, 'sample');
  const gitMissing = await askForGit();
  const [forge, standing] =
    gitMissing === null
      ? [gitForge({ workDirectory: directory, allowLocalPaths: true }), repositoryAt]
      : [recordedForge(), recordingAt];
  const paths = new Map<string, string>();
  /** As it stands now; pages are read from what the start saw. */
  const stand = async (url: string): Promise<string> => {
    const path = await standing(made, nameOf(url), new Date(clock.now()).toISOString());
    paths.set(url, path);
    return path;
  };
  return {
    seenBy: gitMissing === null ? 'pull' : 'recorded',
    gitMissing,
    start: readElsewhere(forge, stand).start,
    pages: readElsewhere(forge, (url) => paths.get(url) ?? stand(url)).pages,
    licences: readElsewhere(forge, (url) => paths.get(url) ?? stand(url)).licences,
  };
}
