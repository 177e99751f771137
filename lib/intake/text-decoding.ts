// Bytes into characters a piece at a time: whole characters only, so that every piece is decoded at once and nothing is carried by the decoder.
import { joinBytes } from '../model/bytes.ts';
import type { Encoding } from './file-facts.ts';

interface TextPieces {
  /** @returns the text of this piece but for a character that it cuts; that one stands at the beginning of the next */
  readonly decode: (bytes: Uint8Array) => string;
  /** @returns what is left of a character that the last piece cut, if one is; its mark of replacement, or TypeError if fatal */
  readonly close: () => string;
}

const none = new Uint8Array(0);

/** @param fatal throw TypeError for bytes that are no text in this encoding */
export function makeTextPieces(encoding: Encoding, fatal = false): TextPieces {
  let isFirst = true;
  let left = none;
  const decoderOf = (ignoreBOM: boolean) => new TextDecoder(encoding, { fatal, ignoreBOM });
  // A mark at the beginning is dropped, and nowhere else: there it is a character.
  const [first, later] = [decoderOf(false), decoderOf(true)];
  const decodeWhole = (bytes: Uint8Array): string => {
    if (bytes.length === 0) return '';
    const decoder = isFirst ? first : later;
    isFirst = false;
    return decoder.decode(bytes);
  };
  return {
    decode: (bytes) => {
      const all = left.length === 0 ? bytes : joinBytes([left, bytes]);
      const cut = all.length - cutBytes(all, encoding);
      left = cut === all.length ? none : new Uint8Array(all.subarray(cut));
      return decodeWhole(all.subarray(0, cut));
    },
    close: () => decodeWhole(left),
  };
}

/** How many bytes at the end belong to a character that goes on behind it. */
function cutBytes(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding === 'utf-16le') return bytes.length % 2 === 0 ? cutPair(bytes) : 1 + cutPair(bytes.subarray(0, -1));
  if (encoding !== 'utf-8') return 0;
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** The first half of a character outside the basic plane. */
function cutPair(bytes: Uint8Array): number {
  const high = bytes.at(-1) ?? 0;
  return high >= 0xd8 && high <= 0xdb ? 2 : 0;
}
