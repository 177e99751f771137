// How a company's files are laid out, as HR once said it: kept in versions, and applied to the next file that has the same header.
import { type FirstRows, firstRows } from '../intake/first-rows.ts';
import type { TimesheetFile } from '../intake/timesheet-source.ts';
import type { Choices } from '../intake/understanding.ts';
import { canonicalText, type Json } from '../ledger/canonical.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import { typedText } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { personName } from './names.ts';
import { companyBook, type DirectoryPorts } from './people.ts';

/** What of the choices belongs to every file of a layout, not to one. */
export type ProfileChoices = Omit<Choices, 'sheets' | 'headerRow' | 'month' | 'leaveOut' | 'cells'>;

/** Kind `timesheet-profile` of the company's tenant, by `<layout> <version>`; the layout is the SHA-256 of its header texts. */
export interface TimesheetProfile {
  readonly name: string;
  /** From 1. */
  readonly version: number;
  /** The texts of the header, in order: a row that has them all is this layout’s header. */
  readonly headers: readonly string[];
  readonly choices: ProfileChoices;
  readonly by: string;
  /** Instant UTC. */
  readonly at: string;
}

/** As headers are compared: one spelling, no capitals, single spaces. */
const plain = (text: string): string => typedText(text).toLowerCase().replace(/\s+/g, ' ').trim();

const keyOf = (layout: string, version: number): string => `${layout} ${String(version).padStart(6, '0')}`;

/** The latest version of each layout, the newest first. */
export async function profilesOf(ports: DirectoryPorts, company: string): Promise<TimesheetProfile[]> {
  const latest = new Map<string, TimesheetProfile>();
  for await (const { key, value } of ports.directory.list(companyBook(company), 'timesheet-profile')) {
    const profile = value as unknown as TimesheetProfile;
    const [layout = ''] = key.split(' ');
    if ((latest.get(layout)?.version ?? 0) < profile.version) latest.set(layout, profile);
  }
  return [...latest.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
}

function ofEveryFile(choices: Choices): ProfileChoices {
  const { sheets: _sheets, headerRow: _row, month: _month, leaveOut: _out, cells: _cells, ...rest } = choices;
  return rest;
}

/** Whether a file is read by a profile, whatever else was said of this one file. */
function isReadBy(profile: TimesheetProfile, choices: Choices | null): boolean {
  const layout = ({ notNeeded: _names, ...rest }: ProfileChoices): string => canonicalText(rest as Json);
  return choices !== null && layout(ofEveryFile(choices)) === layout(profile.choices);
}

/**
 * A new version of the layout, or its first. The same choices again are the version that stands.
 * @param headers the texts of the header row, as the file writes them
 */
export async function saveProfile(
  ports: Pick<Ports, 'directory' | 'clock' | 'primitives'>,
  asked: {
    readonly company: string;
    readonly by: string;
    readonly name: string;
    readonly headers: readonly string[];
    readonly choices: Choices;
  },
): Promise<TimesheetProfile> {
  const { company, by } = asked;
  const headers = asked.headers.map(typedText).filter((text) => text.trim() !== '');
  const layout = toHex(ports.primitives.sha256(new TextEncoder().encode(headers.map(plain).join('\n'))));
  const stood = (await profilesOf(ports, company)).find(
    (profile) => profile.headers.map(plain).join('\n') === headers.map(plain).join('\n'),
  );
  const choices = JSON.parse(typedText(JSON.stringify(ofEveryFile(asked.choices)))) as ProfileChoices;
  const name = typedText(asked.name).trim();
  if (
    stood !== undefined &&
    stood.name === name &&
    canonicalText(stood.choices as Json) === canonicalText(choices as Json)
  )
    return stood;
  const at = new Date(ports.clock.now()).toISOString();
  for (let version = (stood?.version ?? 0) + 1; ; version += 1) {
    const profile: TimesheetProfile = { name, version, headers, choices, by, at };
    const kept = await ports.directory.put(
      companyBook(company),
      'timesheet-profile',
      keyOf(layout, version),
      profile as unknown as Json,
      true,
    );
    // Somebody else’s version came first: this one is the next.
    if (canonicalText(kept) === canonicalText(profile as unknown as Json)) return profile;
  }
}

export interface ProfileFound {
  readonly profile: TimesheetProfile;
  /** Those of the profile; with the row on which its header stands in this file, where that is one. */
  readonly choices: Choices;
}

/** @returns the row of the profile's header among the first of a sheet; null if it is not there */
function headerRowIn({ rows }: FirstRows, wished: readonly string[]): number | null {
  const found = rows.find(({ cells }) => {
    const texts = new Set(cells.map(plain));
    return wished.every((text) => texts.has(text));
  });
  return found?.row ?? null;
}

const isBlank = ({ rows }: FirstRows): boolean => rows.every(({ cells }) => cells.every((text) => text.trim() === ''));

/** @returns nothing of a file that is not in the characters of the choices: it is of another layout */
const firstRowsOrNone = (file: TimesheetFile, choices: Choices): Promise<readonly FirstRows[]> =>
  firstRows(file, choices).catch((error: unknown) => {
    if (error instanceof Refusal) return [];
    throw error;
  });

/**
 * Of several profiles the one with the most headers is meant, of equals the newest: a file of a wider layout has the headers of a narrower one too.
 * @returns null if the file has the header of none, on the sheets that show
 */
export async function profileFor(
  ports: DirectoryPorts,
  company: string,
  file: TimesheetFile,
): Promise<ProfileFound | null> {
  const profiles = (await profilesOf(ports, company)).toSorted((a, b) => b.headers.length - a.headers.length);
  // Only characters and separators change what the first rows say: a file is opened once for each such choice.
  const opened = new Map<string, Promise<readonly FirstRows[]>>();
  for (const profile of profiles) {
    const { encoding, delimiter } = profile.choices;
    const key = `${encoding} ${delimiter}`;
    const sheets = opened.get(key) ?? firstRowsOrNone(file, profile.choices);
    opened.set(key, sheets);
    const shown = (await sheets).filter((sheet) => !sheet.isHidden && !isBlank(sheet));
    const wished = profile.headers.map(plain);
    const rows = new Set(wished.length === 0 ? [] : shown.map((sheet) => headerRowIn(sheet, wished)));
    const [row = null, another] = rows;
    if (another === undefined && row !== null) return { profile, choices: { ...profile.choices, headerRow: row } };
    // Not on one row of all sheets: the reader looks for it on each, by the texts of the columns.
    if (rows.size > 1) return { profile, choices: profile.choices };
  }
  return null;
}

/** @returns the profile that fits the file, if it was read by it */
export async function profileUsed(
  ports: DirectoryPorts,
  company: string,
  file: TimesheetFile,
  choices: Choices | null,
): Promise<TimesheetProfile | null> {
  const found = choices === null ? null : await profileFor(ports, company, file);
  return found !== null && isReadBy(found.profile, choices) ? found.profile : null;
}

/** As pages name it. */
export async function profileShown(ports: DirectoryPorts, { name, version, by, at }: TimesheetProfile) {
  return { name, version, by: await personName(ports, by), at };
}
