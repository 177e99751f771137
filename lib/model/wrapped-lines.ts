// How many lines a text takes where it is wrapped: no program is sure to work the height of a row out for itself when it opens a file.

/** Points of one line of a workbook's ordinary letters. */
export const linePoints = 15;

/** @param width in characters; a text breaks behind spaces and hyphens */
export function wrappedLines(text: string, width: number): number {
  let lines = 1;
  let filled = 0;
  for (const word of text.split(/(?<=[ -])/)) {
    if (filled > 0 && filled + word.trimEnd().length > width) {
      lines += 1;
      filled = 0;
    }
    filled += word.length;
  }
  return lines;
}
