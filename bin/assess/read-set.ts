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
import type { Bilingual } from '../../lib/model/text.ts';
import type { ForgeCommit } from '../../lib/ports/forge.ts';
import { ownersOf } from '../../lib/use-cases/set-owners.ts';
import type { SetAuthor, TriageSet } from '../../lib/use-cases/triage-set.ts';
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

/** A timesheet that could not be read at all: the others are assessed without it. */
export interface UnreadFile {
  readonly file: string;
  readonly code: Refusal['code'];
  readonly detail: Bilingual;
}

export interface ReadSet extends TriageSet {
  /** Rows that could not be read, by file. */
  readonly unread: readonly (Problem & { readonly file: string })[];
  readonly unreadFiles: readonly UnreadFile[];
  /** What else lies in the folder of timesheets and is none by its name: folders, other kinds of files. */
  readonly otherFiles: readonly string[];
  /** Repositories of the projects for which no recording is there: nothing could be looked up in them. */
  readonly missingRepositories: readonly string[];
}

const textOf = async (path: string): Promise<string> => {
  const { name, bytes } = await readInput(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  } catch (cause) {
    throw new Refusal(
      'unreadable-file',
      {
        fr: `« ${path} » n’est pas du texte en UTF-8, ou sa compression est abîmée. Enregistrez-le en « CSV UTF-8 » ou en JSON, puis recommencez.`,
        en: `'${path}' is not text in UTF-8, or its compression is damaged. Save it as “CSV UTF-8” or JSON, then try again.`,
      },
      { cause },
    );
  }
};

/** What a spreadsheet program or a system leaves beside the files of a person. */
const isLeftBehind = (name: string): boolean => name.startsWith('.') || name.startsWith('~$') || name === 'Thumbs.db';

/** Those whose name ends so, and what else is there, in order of name. */
async function namesIn(folder: string, ending: RegExp) {
  try {
    const found = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !isLeftBehind(name));
    const { wanted = [], other = [] } = Object.groupBy(found, (one) =>
      !one.isDirectory() && ending.test(one.name) ? 'wanted' : 'other',
    );
    const namesOf = (some: typeof found): string[] => some.map(({ name }) => name).sort();
    return { wanted: namesOf(wanted), other: namesOf(other) };
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

const noTimesheets = (folder: string): Refusal =>
  new Refusal('unreadable-file', {
    fr: `« ${folder} » ne contient aucune feuille de temps (CSV, XLSX, ODS). Vérifiez le chemin ; les dossiers qu’il contient ne sont pas lus.`,
    en: `'${folder}' holds no timesheet (CSV, XLSX, ODS). Check the path; folders within it are not read.`,
  });

/** Any length of a day: for reading whose file it is. */
const provisionalDay = 420;

const severalLengths = (companies: readonly string[]): Refusal =>
  new Refusal('invalid-declaration', {
    fr: `Ce fichier compte en jours, et réunit des personnes d’entreprises dont la journée n’a pas la même durée (${companies.join(', ')}). Faites-en un par entreprise.`,
    en: `This file counts in days, and holds people of companies whose days are not of one length (${companies.join(', ')}). Make one file for each company.`,
  });

/**
 * A file in days needs the length of the company's day, and only its lines tell the company. Where none is given, days are half-days,
 * and a part of a day is asked about.
 */
async function readOne(
  file: InputFile,
  ownerOf: ReturnType<typeof ownersOf>,
  { dayMinutes }: SetProjects,
): Promise<Reading> {
  const readWith = (length: number | null): Promise<Reading> =>
    readTimesheet(file, { year: null, sha256: primitives.sha256, choices: {}, dayMinutes: length });
  const first = await readWith(provisionalDay);
  const companies = [...new Set(first.entries.flatMap((entry) => ownerOf(entry)?.company ?? []))].sort();
  const [length = null, ...others] = new Set(companies.map((company) => dayMinutes.get(company) ?? null));
  const reading = length === provisionalDay ? first : await readWith(length);
  if (others.length === 0) return reading;
  const isSame = ({ totals }: Reading): boolean =>
    totals.minutes === reading.totals.minutes && totals.toFix === reading.totals.toFix;
  for (const other of others) if (!isSame(await readWith(other))) throw severalLengths(companies);
  return reading;
}

/** `.xls` is read for what its refusal says: how to save it. */
const timesheetName = /\.(?:csv|txt|xlsx|ods|xls)$/i;

async function timesheetsOf(
  folder: string,
  secondments: readonly SetSecondment[],
  projects: SetProjects,
  progress: Progress,
): Promise<Pick<ReadSet, 'files' | 'unread' | 'unreadFiles' | 'otherFiles'>> {
  const ownerOf = ownersOf(secondments);
  const { wanted, other } = await namesIn(folder, timesheetName);
  if (wanted.length === 0) throw noTimesheets(folder);
  const files: ReadSet['files'][number][] = [];
  const unread: ReadSet['unread'][number][] = [];
  const unreadFiles: UnreadFile[] = [];
  for (const file of wanted) {
    try {
      const { entries, problems } = await readOne(await readInput(join(folder, file)), ownerOf, projects);
      files.push({ file, entries });
      unread.push(...problems.filter(({ blocking }) => blocking).map((problem) => ({ file, ...problem })));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      unreadFiles.push({ file, code: error.code, detail: error.detail });
    }
    progress({ fr: `feuille ${file}`, en: `timesheet ${file}` });
  }
  return { files, unread, unreadFiles, otherFiles: other };
}

/** What of the recordings is not looked at, as where a forge does not give it. */
export type Without = readonly ('sizes' | 'patch-ids')[];

const stripped = (commit: ForgeCommit, without: Without): ForgeCommit => ({
  ...commit,
  changedLines: without.includes('sizes') ? null : commit.changedLines,
  patchId: without.includes('patch-ids') ? null : commit.patchId,
});

type Authors = Map<string, SetAuthor & { readonly names: Set<string> }>;

async function contributionsOf(folder: string, without: Without, progress: Progress) {
  const contributions: Contribution[] = [];
  const authors: Authors = new Map();
  const repositories: string[] = [];
  // Nothing here is kept: the hashes only tell one address from another.
  const key = new Uint8Array(32);
  for (const name of (await namesIn(folder, /\.jsonl\.gz$/)).wanted) {
    const repository = name.replace(/\.jsonl\.gz$/, '').replace('__', '/');
    repositories.push(repository);
    const seenBy = { firstSeenDay: '9999-12-31', firstSeenBy: 'recorded' } as const;
    const context = { repository, host: 'github.com', hmac: primitives.hmacSha256, key, ...seenBy };
    for await (const commit of recordedCommits(join(folder, name))) {
      const { rows, authors: people } = toContributions(stripped(commit, without), context);
      for (const row of rows) contributions.push(row);
      for (const [at, { hash, who }] of people.entries()) {
        if (!('address' in who)) continue;
        const { address, name: written } = who;
        const { accountHash } = rows[at]!;
        const known = authors.get(normalisedAddress(address)) ?? { hash, accountHash, names: new Set<string>() };
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
 * @throws Refusal `unreadable-file`, `invalid-declaration`
 */
export async function readSet(place: SetPlace, progress: Progress, without: Without = []): Promise<ReadSet> {
  const setProjects = readSetProjects(await readJsonInput(place.projects));
  const secondments = readSetSecondments(await textOf(place.secondments));
  const aliases = place.identities === undefined ? [] : readSetIdentities(await textOf(place.identities));
  const sheets = await timesheetsOf(place.timesheets, secondments, setProjects, progress);
  const { contributions, authors, repositories } = await contributionsOf(place.commits, without, progress);
  const named = setProjects.projects.flatMap((project) => project.repositories.map(({ id }) => id));
  return {
    ...{ ...sheets, projects: setProjects.projects, secondments, aliases, contributions, authors },
    missingRepositories: [...new Set(named)].filter((id) => !repositories.includes(id)).sort(),
  };
}
