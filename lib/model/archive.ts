// The guard in front of every zip that somebody hands in: the directory is judged before anything is inflated, and inflating is bounded.
import { Inflate } from 'fflate';
import type { Bilingual } from './text.ts';

/** What an archive may cost whoever opens it. */
export interface ArchiveCaps {
  /** Of the archive as received. */
  readonly archiveBytes: number;
  readonly entries: number;
  /** Unpacked, of one part and of all. */
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** Unpacked over packed, for parts above `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
}

/** An archive that is not opened. `damaged` also stands for what no program writes that means well. */
export class ArchiveFlaw extends Error {
  readonly kind: 'too-large' | 'bomb' | 'encrypted' | 'damaged';
  /** What exactly was met; null where the kind says all. */
  readonly found: Bilingual | null;

  constructor(kind: ArchiveFlaw['kind'], found: Bilingual | null = null) {
    super(`archive: ${kind}${found === null ? '' : ` (${found.en})`}`);
    this.name = 'ArchiveFlaw';
    this.kind = kind;
    this.found = found;
  }
}

interface Part {
  readonly method: 0 | 8;
  readonly packed: Uint8Array;
  readonly size: number;
}

export interface Archive {
  readonly names: readonly string[];
  /** Bytes of a part once unpacked, as the directory declares them; 0 if there is no such part. */
  readonly sizeOf: (name: string) => number;
  /**
   * The unpacked bytes of a part in chunks, inflated as they are asked for; never more than the directory declares.
   * @returns null if there is no such part
   * @throws ArchiveFlaw while it is read: `bomb` if there is more than declared, `damaged` if there is less or it cannot be read
   */
  readonly open: (name: string) => Iterable<Uint8Array> | null;
}

/**
 * All parts, unpacked. What may be large is read part by part instead.
 * @throws ArchiveFlaw
 */
export function unpackedArchive(bytes: Uint8Array, caps: ArchiveCaps): ReadonlyMap<string, Uint8Array> {
  const { names, sizeOf, open } = openArchive(bytes, caps);
  return new Map(names.map((name) => [name, joined(open(name) ?? [], sizeOf(name))]));
}

function joined(chunks: Iterable<Uint8Array>, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const nameDecoder = new TextDecoder('utf-8');

const damaged = (fr: string, en: string) => new ArchiveFlaw('damaged', { fr, en });
const bomb = (fr: string, en: string) => new ArchiveFlaw('bomb', { fr, en });

/**
 * Reads a zip's directory (APPNOTE 6.3.10) and refuses what no program writes that means well.
 * @throws ArchiveFlaw
 */
export function openArchive(bytes: Uint8Array, caps: ArchiveCaps): Archive {
  if (bytes.length > caps.archiveBytes) throw new ArchiveFlaw('too-large');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff || view.getUint16(end + 4, true) !== 0) {
    throw damaged('archive zip64 ou en plusieurs volumes', 'a zip64 or multi-volume archive');
  }
  if (count > caps.entries) throw bomb(`${count} parties`, `${count} parts`);
  const parts = new Map<string, Part>();
  const extents: { readonly from: number; readonly to: number }[] = [];
  let total = 0;
  let at = start;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) throw cutShort();
    const method = view.getUint16(at + 10, true);
    const packedSize = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = nameDecoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    checkName(name, parts);
    if ((view.getUint16(at + 8, true) & 0x2041) !== 0) throw new ArchiveFlaw('encrypted');
    if (method !== 0 && method !== 8) throw damaged(`compression ${method}`, `compression method ${method}`);
    if (size === 0xffffffff || packedSize === 0xffffffff) throw damaged('archive zip64', 'a zip64 archive');
    total += size;
    if (size > caps.entryBytes || total > caps.totalBytes)
      throw bomb(`« ${name} » : ${size} octets`, `“${name}”: ${size} bytes`);
    if (size > caps.ratioFromBytes && size > packedSize * caps.ratio) {
      throw bomb(`« ${name} » grandit plus de ${caps.ratio} fois`, `“${name}” grows more than ${caps.ratio} times`);
    }
    if (local + 30 > start || view.getUint32(local, true) !== localSignature) throw cutShort();
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (from + packedSize > start) throw cutShort();
    extents.push({ from: local, to: from + packedSize });
    parts.set(name, { method, packed: bytes.subarray(from, from + packedSize), size });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  checkExtents(extents);
  return {
    names: [...parts.keys()],
    sizeOf: (name) => parts.get(name)?.size ?? 0,
    open: (name) => {
      const part = parts.get(name);
      return part === undefined ? null : chunksOf(name, part);
    },
  };
}

const cutShort = () => damaged('archive incomplète ou abîmée', 'an incomplete or damaged archive');

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endSignature && at + 22 + view.getUint16(at + 20, true) === view.byteLength) {
      return at;
    }
  }
  throw cutShort();
}

function checkName(name: string, parts: ReadonlyMap<string, Part>): void {
  const isOdd =
    name === '' ||
    name.includes('\0') ||
    name.includes('\\') ||
    name.startsWith('/') ||
    parts.has(name) ||
    name.split('/').some((segment) => segment === '..' || segment === '__proto__');
  if (isOdd) throw damaged('nom de partie inadmissible', 'an inadmissible part name');
}

/** Parts that overlap are how a small file claims to be a huge one. */
function checkExtents(extents: { readonly from: number; readonly to: number }[]): void {
  extents.sort((a, b) => a.from - b.from);
  let free = 0;
  for (const { from, to } of extents) {
    if (from < free) throw bomb('parties superposées', 'overlapping parts');
    free = to;
  }
  if (extents[0] !== undefined && extents[0].from !== 0) {
    throw damaged('octets devant l’archive', 'bytes before the archive');
  }
}

/** Small, so that what one of them inflates to is small too. */
const packedBytes = 16_384;
/** Some dozens of rows: what is made of them is forgotten before it grows old, which keeps memory flat. */
const unpackedBytes = 8_192;

function* piecesOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

function* chunksOf(name: string, part: Part): Generator<Uint8Array> {
  let received = 0;
  for (const chunk of part.method === 0 ? [part.packed] : inflated(part.packed)) {
    received += chunk.length;
    if (received > part.size) {
      throw bomb(`« ${name} » contient plus qu’annoncé`, `“${name}” holds more than declared`);
    }
    yield* piecesOf(chunk, unpackedBytes);
  }
  if (received !== part.size) throw cutShort();
}

function* inflated(packed: Uint8Array): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => ready.push(chunk));
  let left = packed.length;
  for (const piece of piecesOf(packed, packedBytes)) {
    left -= piece.length;
    try {
      inflate.push(piece, left === 0);
    } catch (error) {
      // fflate's own errors carry a numeric code.
      if (error instanceof Error && 'code' in error && typeof error.code === 'number') throw cutShort();
      throw error;
    }
    yield* ready.splice(0);
  }
}
