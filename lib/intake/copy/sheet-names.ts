// Names that a workbook may give its sheets: the original’s as far as they are admissible, and no two alike.

const longest = 31;

/** Excel admits no `[ ] : * ? / \`, and no apostrophe at either end. */
function admissible(name: string): string {
  const clean = name
    .replace(/[[\]:*?/\\]/g, '-')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a name with these opens nowhere
    .replace(/[\u0000-\u001f]/g, ' ')
    .slice(0, longest)
    .replace(/^'|'$/g, '’');
  return clean.trim() === '' ? '-' : clean;
}

/** Gives each name as it is asked for, and one with a number behind it where it is taken. */
export function makeSheetNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const wanted = admissible(name);
    let given = wanted;
    for (let count = 2; taken.has(given.toLowerCase()); count += 1) {
      const behind = ` (${count})`;
      given = `${wanted.slice(0, longest - behind.length)}${behind}`;
    }
    taken.add(given.toLowerCase());
    return given;
  };
}
