// A zip with deflated parts and no more (APPNOTE 6.3.10), its bytes the same for the same parts.
import { writeFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  readonly name: string;
  /** In pieces, so that no text is longer than the language allows. */
  readonly text: readonly string[];
}

const version = 20;
const deflated = 8;
/** The first day that a zip can name: 1980-01-01. */
const date = 0x21;

/** Pieces joined to so many characters are encoded at once. */
const encodeFrom = 1 << 20;

function encoded(pieces: readonly string[]): Buffer {
  const buffers: Buffer[] = [];
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < encodeFrom) continue;
    buffers.push(Buffer.from(waiting.join('')));
    waiting = [];
    length = 0;
  }
  return Buffer.concat([...buffers, Buffer.from(waiting.join(''))]);
}

export function writeZip(path: string, parts: readonly Part[]): void {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of parts) {
    const bytes = encoded(text);
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    // The fields that the part's own head and its line in the directory share.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(version, 0);
    shared.writeUInt16LE(deflated, 4);
    shared.writeUInt16LE(date, 8);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(nameBytes.length, 22);
    // Comment, disk, attributes: none.
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const head = [Buffer.from('PK\x03\x04', 'latin1'), shared, nameBytes, packed];
    written.push(...head);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, version, 0]), shared, place, nameBytes);
    offset += head.reduce((sum, each) => sum + each.length, 0);
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  writeFileSync(path, Buffer.concat([...written, ...directory, end]));
}
