// The licence files of a folder over its history, whoever tells of them: which commits touched them, and what they held after each.
import * as z from 'zod';
import type { LicenceReading, LicenceState } from '../../ports/forge.ts';
import { commitId } from './commit-id.ts';

/** Four times the longest text of the SPDX list: what is longer is not read, for whoever writes in the repository chooses how much work it makes. */
export const mostLicenceBytes = 200_000;

/** Name → id of its content. */
export type LicenceFilesAt = Readonly<Record<string, string>>;

/** How a forge is asked. Files of other names are left out by the walk. */
export interface LicenceTeller {
  /** @returns of each commit the files of the folder; null: the forge does not hold this commit */
  readonly filesAt: (shas: readonly string[]) => Promise<readonly (LicenceFilesAt | null)[]>;
  /** @returns the commits that `tip` reaches and that touched one of these files, newest first, each once */
  readonly touches: (
    tip: string,
    names: readonly string[],
  ) => Promise<readonly { readonly sha: string; readonly committedAt: string }[]>;
  /** @returns in the order asked; null: too long, or no text */
  readonly texts: (ids: readonly string[]) => Promise<readonly (string | null)[]>;
}

/** For tellers that are asked one question at a time. @returns answers in the order asked */
export const oneByOne =
  <Asked, Told>(ask: (one: Asked) => Promise<Told>) =>
  async (all: readonly Asked[]): Promise<readonly Told[]> => {
    const told: Told[] = [];
    for (const one of all) told.push(await ask(one));
    return told;
  };

const isLicenceName = (name: string): boolean =>
  /^(?:un)?licen[cs]e(?:[-_][a-z0-9]+)?(?:\.(?:md|txt|rst|adoc))?$|^copying(?:\.(?:md|txt|lesser|lib))?$/i.test(name) &&
  !/third|3rd|header|template/i.test(name);

/** Looked for in a history that is read for the first time, beside the names of today: a project may have moved its licence. */
const usualNames = ['LICENSE', 'LICENSE.txt', 'LICENSE.md', 'LICENCE', 'COPYING'];

const known = z.object({
  files: z.record(z.string(), z.string()),
  /** The last commit given. */
  last: commitId.nullable(),
});

const licencesIn = (files: LicenceFilesAt): LicenceFilesAt =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => isLicenceName(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const isSame = (a: LicenceFilesAt, b: LicenceFilesAt): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, id]) => b[name] === id);

/** @returns oldest first, those after the last one given; after a rewritten history only the newest, for the others were told under other ids */
async function freshTouches(teller: LicenceTeller, tip: string, names: readonly string[], last: string | null) {
  const touches = await teller.touches(tip, names);
  const at = touches.findIndex(({ sha }) => sha === last);
  const fresh = last === null ? touches : touches.slice(0, at === -1 ? 1 : at);
  return fresh.toReversed();
}

/**
 * @param before `known` of the last reading
 * @returns null where the forge does not hold the tip
 */
export async function readLicenceFiles(
  teller: LicenceTeller,
  { tip, known: before }: { readonly tip: string; readonly known: unknown },
): Promise<LicenceReading | null> {
  const [found] = await teller.filesAt([tip]);
  if (found == null) return null;
  const today = licencesIn(found);
  const last = known.safeParse(before).data ?? null;
  if (last !== null && isSame(last.files, today)) return { states: [], known: last };
  const names = new Set([...Object.keys(today), ...(last === null ? usualNames : Object.keys(last.files))]);
  const touches = await freshTouches(teller, tip, [...names].sort(), last?.last ?? null);
  const shas = touches.map(({ sha }) => sha);
  const held = (shas.length === 0 ? [] : await teller.filesAt(shas)).map((files) => licencesIn(files ?? {}));
  const ids = [...new Set(held.flatMap((files) => Object.values(files)))];
  const texts = ids.length === 0 ? [] : await teller.texts(ids);
  const textOf = new Map(ids.map((id, i) => [id, texts[i] ?? null]));
  const states = touches.flatMap(({ sha, committedAt }, i): LicenceState[] => {
    const files = held[i]!;
    // A merge is listed again by some: it changes nothing.
    if (i > 0 && isSame(files, held[i - 1]!)) return [];
    return [
      { sha, committedAt, files: Object.entries(files).map(([name, id]) => ({ name, text: textOf.get(id) ?? null })) },
    ];
  });
  const never: LicenceState[] =
    last === null && states.length === 0 ? [{ sha: tip, committedAt: null, files: [] }] : [];
  return { states: [...states, ...never], known: { files: today, last: shas.at(-1) ?? last?.last ?? null } };
}
