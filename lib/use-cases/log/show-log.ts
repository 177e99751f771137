// What anyone may see of the log: its years, its checkpoints, its keys, and its files as a tiled log serves them.
import { parseTilePath, tilePath } from '../../ledger/log/tiles.ts';
import { formatVkey } from '../../ledger/log/vkey.ts';
import { toHex } from '../../model/hashing.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Ports } from '../../ports.ts';
import { readPublished } from './log-head.ts';
import { type MarkPorts, markedSizes, readMark } from './log-marks.ts';
import { checkpointName, logKeysOf, tileName } from './log-of-year.ts';

export type ShowLogPorts = MarkPorts & Pick<Ports, 'readLogPlaces'>;

export interface ShownYear {
  readonly year: number;
  readonly origin: string;
  readonly size: number;
  /** Hex. */
  readonly root: string;
  /** The signed note, as it is served. */
  readonly checkpoint: string;
  readonly vkeys: readonly string[];
  /** The last word of each pinned witness: when, and about a log of which size. */
  readonly witnesses: readonly { readonly name: string; readonly at: string; readonly size: number }[];
  /** The last time stamp. */
  readonly stamp: { readonly at: string; readonly size: number } | null;
}

/** A page reads no more of them. */
const marksShown = 50;

/** What bodies outside said last. */
async function outsideWords(ports: ShowLogPorts, year: number): Promise<Pick<ShownYear, 'witnesses' | 'stamp'>> {
  const byName = new Map<string, ShownYear['witnesses'][number]>();
  let stamp: ShownYear['stamp'] = null;
  for (const size of (await markedSizes(ports, year)).slice(-marksShown)) {
    const mark = await readMark(ports, year, size);
    for (const { key, time } of mark?.checkpoint.signatures ?? []) {
      if (time !== null) byName.set(key.name, { name: key.name, at: new Date(time * 1000).toISOString(), size });
    }
    if (mark?.stamp) stamp = { at: mark.stamp.at, size };
  }
  return { witnesses: [...byName.values()], stamp };
}

/** @returns the latest year first @throws LogOutOfOrder */
export async function showLog(ports: ShowLogPorts): Promise<readonly ShownYear[]> {
  const shown: ShownYear[] = [];
  for await (const { year } of ports.readLogPlaces.years()) {
    const head = await readPublished(ports, year);
    if (head === null) continue;
    shown.unshift({
      ...{ year, origin: head.origin, size: head.size, root: toHex(head.root) },
      checkpoint: new TextDecoder().decode(head.bytes),
      ...(await outsideWords(ports, year)),
      vkeys: (await logKeysOf(ports, year)).map(formatVkey),
    });
  }
  return shown;
}

/** Told also of a log that does not hold: it is then that they are asked for. @returns the keys of each year, the latest year first */
export async function logVkeys(
  ports: Pick<Ports, 'readLogPlaces' | 'logKeys' | 'installation' | 'primitives'>,
): Promise<readonly string[]> {
  const vkeys: string[] = [];
  for await (const { year } of ports.readLogPlaces.years()) {
    vkeys.unshift(...(await logKeysOf(ports, year)).map(formatVkey));
  }
  return vkeys;
}

const noFile = (): Refusal =>
  new Refusal('unknown-page', {
    fr: 'Le journal n’a pas ce fichier. Lisez d’abord son point de contrôle (checkpoint) : sa taille dit quelles tuiles existent.',
    en: 'The log has no such file. Read its checkpoint first: its size says which tiles there are.',
  });

/** @returns the bytes that stand there, unverified: whoever reads them does that @throws Refusal `unknown-page` */
export async function servedCheckpoint(
  { readLogFiles }: Pick<Ports, 'readLogFiles'>,
  year: number,
): Promise<Uint8Array> {
  const bytes = await readLogFiles.get(checkpointName(year));
  if (bytes === null) throw noFile();
  return bytes;
}

/** @param path `tile/…`, as a client asks for it @throws Refusal `unknown-page` */
export async function servedTile(
  { readLogFiles }: Pick<Ports, 'readLogFiles'>,
  year: number,
  path: string,
): Promise<Uint8Array> {
  const place = parseTilePath(path);
  const bytes = place === null ? null : await readLogFiles.tile(tileName(year, tilePath(place)));
  if (bytes === null) throw noFile();
  return bytes;
}
