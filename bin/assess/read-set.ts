// A folder of timesheets and a folder of recorded commits, read into what triage takes.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { recordedCommits } from '../../lib/adapters/forge/recorded.ts';
import { primitives } from '../../lib/adapters/primitives.ts';
import { readTimesheet } from '../../lib/intake/read-timesheet.ts';
import type { Problem, Reading } from '../../lib/intake/reading.ts';
import { readSetIdentities } from '../../lib/intake/triage-set/identities-file.ts';
import { readSetProjects, type SetProjects } from '../../lib/intake/triage-set/projects-file.ts';
import { readSetSecondments, type SetSecondment } from '../../lib/intake/triage-set/secondments-file.ts';
import { normalisedAddress } from '../../lib/matching/address-kind.ts';
import { toContributions } from '../../lib/matching/contribution-rows.ts';
import type { Contribution } from '../../lib/model/contribution.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import type { ForgeCommit } from '../../lib/ports.ts';
import type { TriageSet } from '../../lib/use-cases/triage-set.ts';
import type { Progress } from '../frame/command.ts';
import { type InputFile, readInput, readJsonInput } from '../frame/read-input.ts';

/** Where the parts of a set are. */
export interface SetPlace {
  readonly timesheets: string;
  readonly commits: string;
  readonly projects: string;
  readonly secondments: string;
  readonly identities: string | undefined;
}

export interface ReadSet extends TriageSet {
  /** Rows that could not be read, by file. */
  readonly unread: readonly (Problem & { readonly file: string })[];
  /** Repositories of the projects for which no recording is there: nothing could be looked up in them. */
  readonly missingRepositories: readonly string[];
}

const textOf = async (path: string): Promise<string> => {
  const { name, bytes } = await readInput(path);
  return new TextDecoder().decode(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
};

async function namesIn(folder: string, ending: RegExp): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => ending.test(name)).sort();
  } catch (cause) {
    throw new Refusal(
      'unreadable-file',
      {
        fr: `« ${folder} » n’est pas un dossier lisible. Vérifiez le chemin.`,
        en: `'${folder}' is not a folder that can be read. Check the path.`,
      },
      { cause },
    );
  }
}

/** Any length of a day: for reading whose file it is, before the length of her company's day is known. */
const provisionalDay = 420;

/** A file in days needs the length of the company's day, and only its lines tell the company. */
async function readOne(
  file: InputFile,
  secondments: readonly SetSecondment[],
  { dayMinutes }: SetProjects,
): Promise<Reading> {
  const options = { year: null, sha256: primitives.sha256, choices: {} };
  const first = await readTimesheet(file, { ...options, dayMinutes: provisionalDay });
  const people = new Set(first.entries.map(({ person }) => person));
  const company = secondments.find(({ matricule }) => people.has(matricule))?.company;
  const length = company === undefined ? undefined : dayMinutes.get(company);
  if (length === undefined || length === provisionalDay) return first;
  return readTimesheet(file, { ...options, dayMinutes: length });
}

/** What of the recordings is not looked at, as where a forge does not give it. */
export type Without = readonly ('sizes' | 'patch-ids')[];

const stripped = (commit: ForgeCommit, without: Without): ForgeCommit => ({
  ...commit,
  changedLines: without.includes('sizes') ? null : commit.changedLines,
  patchId: without.includes('patch-ids') ? null : commit.patchId,
});

type Authors = Map<string, { readonly hash: string; readonly names: Set<string> }>;

async function contributionsOf(folder: string, without: Without, progress: Progress) {
  const contributions: Contribution[] = [];
  const authors: Authors = new Map();
  const repositories: string[] = [];
  // Nothing here is kept: the hashes only tell one address from another.
  const key = new Uint8Array(32);
  for (const name of await namesIn(folder, /\.jsonl\.gz$/)) {
    const repository = name.replace(/\.jsonl\.gz$/, '').replace('__', '/');
    repositories.push(repository);
    const seenBy = { firstSeenDay: '9999-12-31', firstSeenBy: 'recorded' } as const;
    const context = { repository, host: 'github.com', hmac: primitives.hmacSha256, key, ...seenBy };
    for await (const commit of recordedCommits(join(folder, name))) {
      const { rows, authors: people } = toContributions(stripped(commit, without), context);
      for (const row of rows) contributions.push(row);
      for (const { hash, who } of people) {
        if (!('address' in who)) continue;
        const { address, name: written } = who;
        const known = authors.get(normalisedAddress(address)) ?? { hash, names: new Set<string>() };
        authors.set(normalisedAddress(address), known);
        known.names.add(written);
      }
    }
    progress({ fr: `commits de ${repository}`, en: `commits of ${repository}` });
  }
  return { contributions, authors, repositories };
}

/**
 * @param without to see what matching answers then
 * @throws Refusal `unreadable-file`, `invalid-declaration`, and those of a timesheet that cannot be read at all
 */
export async function readSet(place: SetPlace, progress: Progress, without: Without = []): Promise<ReadSet> {
  const setProjects = readSetProjects(await readJsonInput(place.projects));
  const secondments = readSetSecondments(await textOf(place.secondments));
  const aliases = place.identities === undefined ? [] : readSetIdentities(await textOf(place.identities));
  const files: TriageSet['files'][number][] = [];
  const unread: ReadSet['unread'][number][] = [];
  for (const file of await namesIn(place.timesheets, /\.(?:csv|txt|xlsx|ods)$/i)) {
    const { entries, problems } = await readOne(
      await readInput(join(place.timesheets, file)),
      secondments,
      setProjects,
    );
    files.push({ file, entries });
    unread.push(...problems.filter(({ blocking }) => blocking).map((problem) => ({ file, ...problem })));
    progress({ fr: `feuille ${file}`, en: `timesheet ${file}` });
  }
  const { contributions, authors, repositories } = await contributionsOf(place.commits, without, progress);
  const named = setProjects.projects.flatMap((project) => project.repositories.map(({ id }) => id));
  return {
    ...{ files, projects: setProjects.projects, secondments, aliases, contributions, authors, unread },
    missingRepositories: [...new Set(named)].filter((id) => !repositories.includes(id)).sort(),
  };
}
