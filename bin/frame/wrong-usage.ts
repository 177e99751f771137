// A command line that does not fit: what is wrong, what was perhaps meant, and where the usage is.
import { Refusal } from '../../lib/model/refusal.ts';
import type { Bilingual } from '../../lib/model/text.ts';

/** @param command whose usage to look at; null for the list of commands */
export function wrongUsage(command: string | null, says: Bilingual): Refusal {
  const help = command === null ? 'communs help' : `communs ${command} --help`;
  return new Refusal('wrong-usage', {
    fr: `${says.fr} Voyez « ${help} ».`,
    en: `${says.en} See '${help}'.`,
  });
}

/** Letters to add, drop or change to come from one word to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1)!;
}

/** @returns a sentence with the closest of the names, or nothing where none is close */
export function perhaps(meant: string, names: readonly string[]): Bilingual {
  const [closest] = names
    .map((name) => ({ name, far: distance(meant, name) }))
    .filter(({ name, far }) => far <= Math.max(2, Math.floor(name.length / 3)))
    .sort((a, b) => a.far - b.far);
  if (closest === undefined) return { fr: '', en: '' };
  return { fr: ` Vouliez-vous dire « ${closest.name} » ?`, en: ` Did you mean '${closest.name}'?` };
}
