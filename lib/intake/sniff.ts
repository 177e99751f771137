// What a file is, by its first bytes and never by its name.
import { fileRefusal } from './refusals.ts';

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

/** The bytes as one character each, for looking at ASCII marks. */
const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/**
 * @returns `zip` (a workbook, maybe) or `text` (a CSV, maybe)
 * @throws Refusal for what is known to be neither: `empty`, `old-xls`, `encrypted`, `html-disguised`, `unsupported-layout`, `not-a-spreadsheet`
 */
export function sniff(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length === 0) throw fileRefusal('empty');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw oleRefusal(bytes);
  const head = ascii(bytes.subarray(0, 2048))
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (/^MIME-Version:/i.test(head)) throw fileRefusal('html-disguised');
  if (/^<\?xml|^<(?:\w+:)?(?:workbook|document)[\s>]/i.test(head) && !/<html/i.test(head)) {
    throw fileRefusal('unsupported-layout', {
      fr: 'classeur XML à plat, comme .fods ou « Tableur XML 2003 »',
      en: 'a flat XML workbook, such as .fods or “XML Spreadsheet 2003”',
    });
  }
  // A page, or a piece of one: some tools export the bare table.
  if (/^<(?:[a-z?!])/i.test(head)) throw fileRefusal('html-disguised');
  // Other binary files hold control characters, which decoding finds.
  if (/^(?:%PDF|\{\\rtf|[[{]\s*["{[])/.test(head)) throw fileRefusal('not-a-spreadsheet');
  return 'text';
}

/**
 * A protected .xlsx is an OLE file with a stream named `EncryptedPackage` (MS-OFFCRYPTO 2.3.4.4); letters and messages are OLE files too.
 */
function oleRefusal(bytes: Uint8Array) {
  if (hasStream(bytes, 'EncryptedPackage')) return fileRefusal('encrypted');
  const isOther = hasStream(bytes, 'WordDocument') || hasStream(bytes, 'PowerPoint Document');
  return fileRefusal(isOther ? 'not-a-spreadsheet' : 'old-xls');
}

function hasStream(bytes: Uint8Array, stream: string): boolean {
  const name = [...stream].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = name[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (name.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
