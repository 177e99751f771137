// Files of one JSON value a line: written and read line by line, because a year of a large company is longer than a text may be.

const lineEnd = 0x0a;

/** Encoded twice, once for the length: a million lines beside each other would take three times the file. @returns each line with its end */
export function linesBytes(lines: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(lines.reduce((sum, line) => sum + encoder.encode(line).length + 1, 0));
  let at = 0;
  for (const line of lines) {
    at += encoder.encodeInto(line, bytes.subarray(at)).written;
    bytes[at] = lineEnd;
    at += 1;
  }
  return bytes;
}

/** @returns null if the bytes are not UTF-8, or the last line has no end */
export function linesOf(bytes: Uint8Array): string[] | null {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lines: string[] = [];
  let at = 0;
  try {
    while (at < bytes.length) {
      const end = bytes.indexOf(lineEnd, at);
      if (end === -1) return null;
      lines.push(decoder.decode(bytes.subarray(at, end)));
      at = end + 1;
    }
    return lines;
  } catch {
    return null;
  }
}

/** @returns what each line holds, or the number of the first, from 1, that `read` does not read */
export function rowsOf<Row>(lines: readonly string[], read: (line: string) => Row): Row[] | number {
  const rows: Row[] = [];
  try {
    for (const line of lines) rows.push(read(line));
    return rows;
  } catch {
    return rows.length + 1;
  }
}
