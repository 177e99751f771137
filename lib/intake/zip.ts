// A workbook is a zip: opened by the guard that stands in front of every archive, its flaws told as refusals of a timesheet.
import { type Archive, ArchiveFlaw, openArchive as openAnyArchive } from '../model/archive.ts';
import { caps } from './caps.ts';
import { fileRefusal } from './refusals.ts';

const codes = {
  'too-large': 'too-large',
  bomb: 'zip-bomb',
  encrypted: 'encrypted',
  damaged: 'not-a-spreadsheet',
} as const satisfies Record<ArchiveFlaw['kind'], string>;

function refused(error: unknown): unknown {
  return error instanceof ArchiveFlaw ? fileRefusal(codes[error.kind], error.found ?? undefined) : error;
}

function* refusing(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw refused(error);
  }
}

/**
 * Its parts are read as `Archive` says, and what is wrong with one of them is a refusal too.
 * @throws Refusal `too-large`, `zip-bomb`, `encrypted`, `not-a-spreadsheet`
 */
export function openArchive(bytes: Uint8Array): Archive {
  try {
    const { names, sizeOf, open } = openAnyArchive(bytes, {
      archiveBytes: caps.workbookBytes,
      entries: caps.zipEntries,
      entryBytes: caps.zipEntryBytes,
      totalBytes: caps.zipTotalBytes,
      ratio: caps.zipRatio,
      ratioFromBytes: caps.zipRatioFromBytes,
    });
    return {
      names,
      sizeOf,
      open: (name) => {
        const chunks = open(name);
        return chunks === null ? null : refusing(chunks);
      },
    };
  } catch (error) {
    throw refused(error);
  }
}
