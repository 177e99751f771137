// Where the bytes of a timesheet come from: they are read several times, a piece at a time, so that a large file is never whole in memory.
import { joinBytes } from '../model/bytes.ts';

/** A file that is whole in memory. */
export interface TimesheetFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface TimesheetSource {
  readonly name: string;
  /** Size in bytes. */
  readonly size: number;
  /** The bytes from the start, the same each time. A piece may be overwritten once the next one is asked for. */
  readonly open: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  /** Of all bytes, lower-case hex; asked for once, after they were read. */
  readonly sha256: () => string | Promise<string>;
}

/** @param sha256 of its bytes; without one, the digest is empty: not every reading is asked for it */
export const sourceOf = ({ name, bytes }: TimesheetFile, sha256 = () => ''): TimesheetSource => ({
  ...{ name, size: bytes.length, open: () => [bytes], sha256 },
});

/** Some hundred rows: what is read of a piece is forgotten before it grows old, which keeps memory flat. */
const pieceBytes = 4_096;

/** The bytes of a source in pieces that are never large, however they come. */
export async function* piecesOf(source: TimesheetSource): AsyncGenerator<Uint8Array> {
  for await (const bytes of source.open()) {
    for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
  }
}

/** @returns at least so many bytes from the start, where there are as many */
export async function headOf(source: TimesheetSource, least: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of piecesOf(source)) {
    // Not `slice`: of node's own buffers that is no copy.
    pieces.push(new Uint8Array(bytes));
    length += bytes.length;
    if (length >= least) break;
  }
  return joinBytes(pieces);
}

/** All bytes in one. */
export async function bytesOf(source: TimesheetSource): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const bytes of source.open()) {
    if (bytes.length === source.size) return bytes;
    // Not `slice`: of node's own buffers that is no copy.
    pieces.push(new Uint8Array(bytes));
  }
  return joinBytes(pieces);
}
