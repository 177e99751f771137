// A statement’s PDF, read for two things only: the files attached to it, and whether its seal covers the whole of it. Signatures are left to pdfsig.

import { Unzlib } from 'fflate';
import { joinBytes } from '../../model/bytes.ts';
import { type Sha256, toHex } from '../../model/hashing.ts';

/** All that is attached to one of ours comes nowhere near it; a few bytes can claim to unpack to any length, and under many names. */
const mostBytes = 128_000_000;
/** Far longer than what is said of an attachment: any number of them may name the same one, whose dictionary is read for each. */
const longestDictionary = 4_000;

/** A byte a letter, so that places in the text are places in the file. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** @param take told of each piece @throws where it cannot be read, or `take` does */
function inflated(bytes: Uint8Array, take: (length: number) => void): Uint8Array {
  const chunks: Uint8Array[] = [];
  const unzlib = new Unzlib((chunk) => {
    take(chunk.length);
    chunks.push(chunk);
  });
  for (let at = 0; at < bytes.length; at += 16_384) {
    unzlib.push(bytes.subarray(at, at + 16_384), at + 16_384 >= bytes.length);
  }
  return joinBytes(chunks);
}

interface PdfObject {
  /** From its number to its stream, or to its end. */
  readonly dictionary: string;
  /** Where its stream begins; null without one. */
  readonly stream: number | null;
}

/** By number; of one that was written again, the last, as readers have it. Objects inside of compressed streams are not looked into: ours are not. */
function objectsOf(text: string): ReadonlyMap<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const starts = [...text.matchAll(/(?:^|[\r\n])(\d{1,9}) 0 obj\b/g)];
  for (const [i, start] of starts.entries()) {
    const from = start.index + start[0].length;
    // No further than the next one: each of a hundred thousand would read the whole file.
    const own = text.slice(from, starts[i + 1]?.index);
    // Behind the end of the dictionary: a name in it may end with the word as well (`octet-stream`).
    const found = /endobj|>>\s*stream\r?\n/.exec(own);
    objects.set(Number(start[1]), {
      dictionary: own.slice(0, found?.index).slice(0, longestDictionary),
      stream: found?.[0].startsWith('>>') ? from + found.index + found[0].length : null,
    });
  }
  return objects;
}

/** Literal strings without the escapes that no name of ours has. */
const nameIn = (dictionary: string): string | undefined => /\/F\s*\(([\w.-]{1,100})\)/.exec(dictionary)?.[1];

/** @returns the attached files by name, of which one that cannot be read, or for which no room is left, is left out */
export function pdfAttachments(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const objects = objectsOf(latin1(bytes));
  const files = new Map<string, Uint8Array>();
  let left = mostBytes;
  const take = (length: number): void => {
    left -= length;
    if (left < 0) throw new Error();
  };
  for (const { dictionary } of objects.values()) {
    if (left < 0) break;
    if (!/\/Type\s*\/Filespec\b/.test(dictionary)) continue;
    const name = nameIn(dictionary);
    const file = objects.get(Number(/\/EF\s*<<[^>]{0,200}?\/F\s+(\d{1,9}) 0 R/.exec(dictionary)?.[1]));
    const length = /\/Length\s+(\d{1,9})\b(?!\s+\d+\s+R)/.exec(file?.dictionary ?? '')?.[1];
    if (name === undefined || file === undefined || file.stream === null || length === undefined) continue;
    const packed = bytes.subarray(file.stream, file.stream + Number(length));
    try {
      take(packed.length);
      files.set(name, /\/FlateDecode\b/.test(file.dictionary) ? inflated(packed, take) : packed.slice());
    } catch {
      // Left out.
    }
  }
  return files;
}

const messageDigest = '06092a864886f70d010904';

/**
 * @returns null if the last seal covers the whole file but for its own place and holds the SHA-256 of that (CMS attribute messageDigest, RFC 5652,
 * 11.2); `'no seal'`; or what is wrong. Who sealed it, and whether the signature holds, pdfsig tells
 */
export function sealFlaw(bytes: Uint8Array, sha256: Sha256): string | null {
  const text = latin1(bytes);
  const range = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].at(-1);
  if (range === undefined) return 'no seal';
  const [start, before, after, rest] = range.slice(1).map(Number) as [number, number, number, number];
  if (start !== 0 || before > after || after + rest !== bytes.length) return 'ByteRange';
  const contents = /^<([0-9a-fA-F]+)>$/.exec(text.slice(before, after))?.[1]?.toLowerCase();
  if (contents === undefined) return 'Contents';
  const covered = new Uint8Array(before + rest);
  covered.set(bytes.subarray(0, before));
  covered.set(bytes.subarray(after), before);
  const digest = toHex(sha256(covered));
  // SET { OCTET STRING of 32 bytes }, the attribute’s one value.
  return contents.includes(`${messageDigest}31220420${digest}`) ? null : 'messageDigest';
}
