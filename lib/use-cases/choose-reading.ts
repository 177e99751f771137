// HR says how a file that she has sent is to be read: what she says is laid over what she said before, and kept under its SHA-256.
import { mostNamed, parseChoices } from '../intake/choices.ts';
import { readTimesheet } from '../intake/read-timesheet.ts';
import type { Choices } from '../intake/understanding.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { keptUpload } from './keep-upload.ts';
import type { DirectoryPorts } from './people.ts';
import { type PreviewPorts, previewTimesheet } from './preview-timesheet.ts';
import { saveProfile } from './profiles.ts';
import { keepChoices, keptChoices } from './reading-choices.ts';
import { requireAtCompany } from './roles.ts';

/** What can be taken back as a whole. */
export type ChoiceKind = 'people' | 'projects' | 'lines' | 'cells' | 'layout';

/** Members of `Choices` that say how the file is laid out. */
export type Layout = Omit<Choices, 'notNeeded' | 'leaveOut' | 'cells'>;

/** One thing that HR says, by one form. */
export type ChoiceSaid =
  /** In place of what was chosen of the layout before. `keepAs`: the name under which it is kept for the next files. */
  | { readonly what: 'layout'; readonly layout: Layout; readonly keepAs: string | null }
  /** `<sheet>!F14` → the text to read instead; an empty one: as it stands. */
  | { readonly what: 'cells'; readonly cells: Readonly<Record<string, string>> }
  | { readonly what: 'not-needed'; readonly people: readonly string[]; readonly projects: readonly string[] }
  /** `<sheet>!<row>`; 'to-fix': all that must be fixed. */
  | { readonly what: 'leave-out'; readonly lines: readonly string[] | 'to-fix' }
  | { readonly what: 'clear'; readonly kind: ChoiceKind };

const together = (before: readonly string[] | undefined, more: readonly string[]): readonly string[] => [
  ...new Set([...(before ?? []), ...more]),
];

/** Members that say nothing are not there: the same choices have one digest. */
function withoutEmpty(choices: Choices): Choices {
  const { notNeeded, leaveOut, cells, ...layout } = choices;
  const names = notNeeded ?? { people: [], projects: [] };
  return {
    ...layout,
    ...(names.people.length + names.projects.length === 0 ? {} : { notNeeded: names }),
    ...(leaveOut === undefined || leaveOut.length === 0 ? {} : { leaveOut }),
    ...(cells === undefined || Object.keys(cells).length === 0 ? {} : { cells }),
  };
}

function cleared(before: Choices, kind: ChoiceKind): Choices {
  const { notNeeded = { people: [], projects: [] }, leaveOut = [], cells = {} } = before;
  switch (kind) {
    case 'people':
      return { ...before, notNeeded: { ...notNeeded, people: [] } };
    case 'projects':
      return { ...before, notNeeded: { ...notNeeded, projects: [] } };
    case 'lines':
      return { ...before, leaveOut: [] };
    case 'cells':
      return { ...before, cells: {} };
    case 'layout':
      return { notNeeded, leaveOut, cells };
  }
}

/** @param said all but `to-fix`, which needs the file */
function laidOver(before: Choices, said: ChoiceSaid): Choices {
  switch (said.what) {
    case 'layout':
      return { ...cleared(before, 'layout'), ...said.layout };
    case 'cells': {
      const cells = { ...before.cells, ...said.cells };
      return { ...before, cells: Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '')) };
    }
    case 'not-needed': {
      const people = together(before.notNeeded?.people, said.people);
      return { ...before, notNeeded: { people, projects: together(before.notNeeded?.projects, said.projects) } };
    }
    case 'leave-out':
      return said.lines === 'to-fix' ? before : { ...before, leaveOut: together(before.leaveOut, said.lines) };
    case 'clear':
      return cleared(before, said.kind);
  }
}

const tooManyToLeaveOut = (count: number): Refusal =>
  new Refusal('invalid-declaration', {
    fr: `${count} lignes sont à corriger : au-delà de ${mostNamed}, elles ne se laissent pas de côté une à une. Dites que des personnes ou des projets ne sont pas à reprendre, changez la lecture, ou retirez ces lignes du fichier et envoyez-le de nouveau.`,
    en: `${count} lines are to fix: above ${mostNamed} they are not left out one by one. Say that people or projects are not needed, change the reading, or take these lines out of the file and send it again.`,
  });

export interface ChooseReading {
  readonly company: string;
  readonly by: string;
  readonly year: number;
  /** A file that was sent before: its SHA-256. */
  readonly sha256: string;
  /** Those that it changes: their SHA-256; null for none. */
  readonly choices: string | null;
  readonly said: ChoiceSaid;
}

/**
 * @returns the SHA-256 of the choices as they are now, null where nothing is chosen any more; and the name of the profile that was kept
 * @throws Refusal `not-allowed`, `unknown-timesheet`, `invalid-declaration` for choices that are none, and those of a file that cannot be read at all, where the file is needed
 */
export async function chooseReading(
  ports: PreviewPorts & { readonly sealedFiles: Ports['sealedFiles']; readonly directory: Ports['directory'] },
  asked: ChooseReading,
): Promise<{ readonly choices: string | null; readonly kept: string | null }> {
  const { company, by, year, sha256, said } = asked;
  await requireAtCompany(ports, company, by, ['hr']);
  const before = (await keptChoices(ports, company, asked.choices)) ?? {};
  let after = laidOver(before, said);
  if (said.what === 'leave-out' && said.lines === 'to-fix') {
    const file = await keptUpload(ports, company, sha256);
    const { linesToFix } = await previewTimesheet(ports, { company, file, year, choices: before });
    after = laidOver(before, { what: 'leave-out', lines: linesToFix.map(({ key }) => key) });
    if ((after.leaveOut ?? []).length > mostNamed) throw tooManyToLeaveOut(linesToFix.length);
  }
  after = parseChoices(withoutEmpty(after));
  const choices = await keepChoices(ports, company, after);
  const keepAs = said.what === 'layout' ? said.keepAs : null;
  const kept = keepAs === null ? null : await keepLayout(ports, { company, by, sha256, name: keepAs, choices: after });
  return { choices, kept };
}

/**
 * A layout is known by the header of the first table that is read with it.
 * @returns its name, by default that of the file; null where there is no header: then there is nothing to know it by, and nothing is kept
 */
async function keepLayout(
  ports: DirectoryPorts & Pick<Ports, 'directory' | 'clock' | 'primitives' | 'sealedFiles'>,
  asked: { company: string; by: string; sha256: string; name: string; choices: Choices },
): Promise<string | null> {
  const file = await keptUpload(ports, asked.company, asked.sha256);
  const { sha256 } = ports.primitives;
  const options = { year: null, dayMinutes: null, sha256, choices: asked.choices };
  const reading = await readTimesheet(file, options).catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  const headers = reading?.understood.tables[0]?.columns.map(({ header }) => header) ?? [];
  if (headers.length === 0) return null;
  const name = asked.name.trim() === '' ? file.name.replace(/\.[^.]*$/, '') : asked.name;
  return (await saveProfile(ports, { ...asked, name, headers })).name;
}
