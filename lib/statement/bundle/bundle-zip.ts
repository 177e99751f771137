// The bundle as one zip: the same files give the same bytes. Opened again behind the guard that every archive meets.
import { zipSync } from 'fflate';
import { type ArchiveCaps, ArchiveFlaw, unpackedArchive } from '../../model/archive.ts';

/** No file of a bundle has a time of its own; a zip must name one, and this is the first that it can (its fields are local time, and hold no zone). */
const noTime = new Date(1980, 0, 1);
/** Already compressed: packing them again takes time and gains nothing. */
const packed = /\.(?:pdf|xlsx)$/;

/** A bundle of a year of a large company is some tens of megabytes; more than that nobody handed over. */
const caps: ArchiveCaps = {
  archiveBytes: 100_000_000,
  entries: 200,
  entryBytes: 400_000_000,
  totalBytes: 500_000_000,
  ratio: 200,
  ratioFromBytes: 1_000_000,
};

/** @param files name → bytes, in the order in which they are to stand */
export const packBundle = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      [...files].map(([name, bytes]) => [name, [bytes, { mtime: noTime, level: packed.test(name) ? 0 : 6 }]]),
    ),
  );

/** @returns its files by name, or why it is not opened */
export function openBundle(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | ArchiveFlaw {
  try {
    return unpackedArchive(bytes, caps);
  } catch (error) {
    if (error instanceof ArchiveFlaw) return error;
    throw error;
  }
}
