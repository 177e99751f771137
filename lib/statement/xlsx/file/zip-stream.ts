// A zip written part after part while it is made: memory stays flat however long a part is, and no clock is in the bytes.

import { constants, crc32, deflateRawSync } from 'node:zlib';
import { joinBytes } from '../../../model/bytes.ts';

/** Takes the bytes in order; nothing is kept after it was called. */
export type Sink = (bytes: Uint8Array) => void;

/** @returns all that was written, as one */
export function bytesWritten(write: (sink: Sink) => void): Uint8Array {
  const chunks: Uint8Array[] = [];
  write((bytes) => chunks.push(bytes));
  return joinBytes(chunks);
}

interface ZipPart {
  readonly write: (text: string) => void;
  readonly close: () => void;
}

export interface ZipStream {
  /** One part is open at a time. */
  readonly open: (name: string) => ZipPart;
  readonly finish: () => void;
}

/** Characters packed together: enough that packing by pieces costs nothing. */
const pieceLength = 131_072;
/** Of the middle: a third of the time of the strictest, and a tenth larger (docs/decisions/0016-sheets.md). */
const level = 3;

/** Of one unit of a text in UTF-8. */
const mostBytes = 3;
/** Of packed bytes, taken at once: a piece seldom needs more. */
const chunkSize = 65_536;

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(2 * length);
  more.set(bytes);
  return more;
}

const localHeader = 0x04034b50;
const dataDescriptor = 0x08074b50;
const centralHeader = 0x02014b50;
const endOfCentral = 0x06054b50;
/** 2.0: deflate. */
const version = 20;
/** Sizes stand behind the data; names are UTF-8. */
const flags = 0x0808;
const deflated = 8;
/** 1980-01-01, the first day that a zip can name. */
const noDay = 33;
/** What 32 bits hold; a part of more would need another format. */
const most = 0xffff_ffff;

const encoder = new TextEncoder();

/** Little-endian numbers of 2 or 4 bytes. */
function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [value, bytes] of fields) {
    if (value > (bytes === 2 ? 0xffff : most)) throw new Error(`zip: ${value} does not fit into ${bytes} bytes`);
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

interface Written {
  readonly name: Uint8Array;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** @throws Error (a fault) beyond 4 GiB, which a workbook cannot have */
export function zipStream(sink: Sink): ZipStream {
  const parts: Written[] = [];
  // What waits to be packed, as bytes: kept as one long text, it would leave hundreds of kB to clean up each time.
  let piece = new Uint8Array(2 * pieceLength);
  let offset = 0;
  let isOpen = false;
  const put = (bytes: Uint8Array): void => {
    offset += bytes.length;
    sink(bytes);
  };
  const open = (title: string): ZipPart => {
    if (isOpen) throw new Error(`zip: ${title} is opened inside another part`);
    isOpen = true;
    const name = encoder.encode(title);
    const begin = offset;
    put(numbers([localHeader, 4], [version, 2], [flags, 2], [deflated, 2], [0, 2], [noDay, 2], [0, 4], [0, 4], [0, 4]));
    put(numbers([name.length, 2], [0, 2]));
    put(name);
    let [crc, packed, size] = [0, 0, 0];
    let waiting = 0;
    let filled = 0;
    const pack = (isLast: boolean): void => {
      const bytes = piece.subarray(0, filled);
      [waiting, filled] = [0, 0];
      crc = crc32(bytes, crc);
      size += bytes.length;
      // Each piece ends on a whole byte, so that pieces stand one behind the other as one stream.
      const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
      const deflatedPiece = deflateRawSync(bytes, { level, finishFlush, chunkSize });
      packed += deflatedPiece.length;
      put(deflatedPiece);
    };
    return {
      write: (text) => {
        if (piece.length - filled < text.length * mostBytes) piece = grown(piece, filled + text.length * mostBytes);
        filled += encoder.encodeInto(text, piece.subarray(filled)).written;
        waiting += text.length;
        if (waiting > pieceLength) pack(false);
      },
      close: () => {
        pack(true);
        put(numbers([dataDescriptor, 4], [crc, 4], [packed, 4], [size, 4]));
        parts.push({ name, offset: begin, crc, packed, size });
        isOpen = false;
      },
    };
  };
  const finish = (): void => {
    const begin = offset;
    for (const { name, offset: at, crc, packed, size } of parts) {
      put(numbers([centralHeader, 4], [version, 2], [version, 2], [flags, 2], [deflated, 2], [0, 2], [noDay, 2]));
      put(numbers([crc, 4], [packed, 4], [size, 4], [name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]));
      put(name);
    }
    const length = offset - begin;
    put(numbers([endOfCentral, 4], [0, 2], [0, 2], [parts.length, 2], [parts.length, 2]));
    put(numbers([length, 4], [begin, 4], [0, 2]));
  };
  return { open, finish };
}
