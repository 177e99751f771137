// What the licence files of a project's repositories say, set beside what the registry says: each difference asks the registrar (docs/decisions/0013).
import type { Day } from '../model/calendar.ts';
import { covers, type LicenceInterval, type Project } from '../model/registry.ts';
import { byText } from './by-text.ts';

/** From one commit on, until the next one of the list. */
export interface SeenLicence {
  readonly repository: string;
  /** Null: the default branch. */
  readonly branch: string | null;
  /** Empty: the root. */
  readonly folder: string;
  readonly files: readonly string[];
  /** Null: there is no licence file. */
  readonly spdx: string | null;
  readonly open: boolean;
  readonly sha: string;
  /** UTC instant of the commit; null where none is known. */
  readonly committedAt: string | null;
  /** Its day in Paris. */
  readonly day: Day;
}

/**
 * `lost`: open in the registry, and no more in the files. `regained`: open in the files, and not in the registry. `gone`: open in the registry, and
 * there is no licence file. `unknown`: open in the registry, and the text is no known licence. `renamed`: another licence, as open as the one before.
 */
export type LicenceFindingKind = 'lost' | 'regained' | 'gone' | 'unknown' | 'renamed';

export interface LicenceFinding {
  readonly project: string;
  readonly kind: LicenceFindingKind;
  readonly seen: SeenLicence;
  /** What the files said before it; null: it is the first that is known. */
  readonly before: SeenLicence | null;
  /** What the registry says of the first day on which the two differ; null: nothing. */
  readonly registered: LicenceInterval | null;
  /** That day. */
  readonly from: Day;
  /** The day on which the files say something else again; null: to this day. */
  readonly until: Day | null;
  /** True where the days that count may change: the registrar decides. False: it is told, and nothing waits. */
  readonly awaits: boolean;
}

/** Of an expression, without "only" and "or later", which a licence file does not say. */
function idsOf(spdx: string): string {
  const ids = spdx.split(/[\s()]+/).filter((word) => word !== '' && !['AND', 'OR', 'WITH'].includes(word));
  return [...new Set(ids.map((id) => id.replace(/(?:-only|-or-later|\+)$/, '')))].sort().join(' ');
}

const isUnknown = (spdx: string): boolean => /\bLicenseRef-unknown\b/.test(spdx);

function kindOf(seen: SeenLicence, registered: LicenceInterval | null): LicenceFindingKind | null {
  const wasOpen = registered?.open === true;
  if (seen.open !== wasOpen) {
    if (seen.open) return 'regained';
    if (seen.spdx === null) return 'gone';
    return isUnknown(seen.spdx) ? 'unknown' : 'lost';
  }
  if (seen.spdx === null || registered === null || isUnknown(seen.spdx)) return null;
  return idsOf(seen.spdx) === idsOf(registered.spdx) ? null : 'renamed';
}

/** The registry names the commit as the evidence of what it says, alone, from a day on: its day was chosen knowing it. */
const isEvidence = (licences: readonly LicenceInterval[], sha: string): boolean =>
  licences.some(
    ({ evidence, from }) =>
      (evidence.match(/[0-9a-f]{7,40}/g) ?? []).some((named) => sha.startsWith(named)) &&
      licences.filter((licence) => covers(licence, from)).length === 1,
  );

/** What is in force of several that cover a day: the open one, as it counts. */
function licenceOn(licences: readonly LicenceInterval[], day: Day): LicenceInterval | null {
  const inForce = licences.filter((licence) => covers(licence, day));
  return inForce.find(({ open }) => open) ?? inForce[0] ?? null;
}

/**
 * @param seen of one branch and one folder, oldest first
 * @param settled commits on which the registrar has decided
 * @returns one for each change that the registry does not follow; none of days before the registry speaks of the project
 */
export function licenceFindings(
  project: Project,
  seen: readonly SeenLicence[],
  settled: ReadonlySet<string>,
): readonly LicenceFinding[] {
  const first = [...project.licences, ...project.eligibility].map(({ from }) => from).sort()[0] ?? null;
  return seen.flatMap((one, i): LicenceFinding[] => {
    const until = seen[i + 1]?.day ?? null;
    const from = first !== null && one.day < first ? first : one.day;
    if (until !== null && until <= from) return [];
    if (settled.has(one.sha) || isEvidence(project.licences, one.sha)) return [];
    const registered = licenceOn(project.licences, from);
    const kind = kindOf(one, registered);
    if (kind === null) return [];
    const finding = { project: project.id, kind, seen: one, before: seen[i - 1] ?? null, registered, from, until };
    return [{ ...finding, awaits: kind !== 'renamed' }];
  });
}

/** A folder and those above it: what has no licence file of its own is under that of the folder above. */
export function foldersUpFrom(path: string | null): readonly string[] {
  const steps = path === null || path === '' ? [] : path.split('/');
  return [...steps.map((_, i) => steps.slice(0, steps.length - i).join('/')), ''];
}

/**
 * What has no licence file of its own is under that of the folder above.
 * @param byFolder the deepest folder first, each oldest first
 * @returns what holds in the deepest, oldest first
 */
export function licenceInFolder(byFolder: readonly (readonly SeenLicence[])[]): readonly SeenLicence[] {
  const changes = byFolder
    .flatMap((ofFolder, depth) => {
      // A clock that was wrong, or a commit that came by a rebase: in its own folder a change still comes after the one before it.
      let at = '';
      return ofFolder.map((seen) => {
        const own = seen.committedAt ?? `${seen.day}T00:00:00.000Z`;
        if (own > at) at = own;
        return { seen, depth, at };
      });
    })
    .sort((a, b) => byText(a.at, b.at));
  const now: (SeenLicence | undefined)[] = [];
  const all: SeenLicence[] = [];
  for (const { seen, depth } of changes) {
    now[depth] = seen;
    const holds = now.find((one) => one !== undefined && one.spdx !== null) ?? seen;
    if (holds.spdx === all.at(-1)?.spdx) continue;
    // The day is that of the change, whichever folder holds from then on.
    all.push({ ...holds, sha: seen.sha, committedAt: seen.committedAt, day: seen.day });
  }
  return all;
}

/**
 * @param seen the change that is followed @param from the first day on which what it says holds
 * @returns the intervals to register: the one that ends on that day, if any, and the one that begins on it
 */
export function licencesAfter(
  licences: readonly LicenceInterval[],
  seen: Pick<SeenLicence, 'spdx' | 'open' | 'repository' | 'sha'>,
  from: Day,
): readonly LicenceInterval[] {
  const inForce = licences.find((licence) => covers(licence, from));
  const next =
    licences
      .map((licence) => licence.from)
      .filter((day) => day > from)
      .sort()[0] ?? null;
  const begins: LicenceInterval = {
    ...{ spdx: seen.spdx ?? 'LicenseRef-none', open: seen.open, from, to: inForce?.to ?? next },
    evidence: `${seen.repository}@${seen.sha}`,
  };
  const ends = inForce === undefined || inForce.from === from ? [] : [{ ...inForce, to: from }];
  return [...ends, begins];
}
