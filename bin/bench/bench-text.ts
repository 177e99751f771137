// What was measured, as a table for each case: a line for each figure, a column for each size.
import { whole } from '../../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../../lib/model/text.ts';
import { textTable } from '../frame/text-table.ts';
import type { BenchCase, Run } from './bench-case.ts';

const words = {
  size: { fr: 'taille', en: 'size' },
  seconds: { fr: 'secondes', en: 'seconds' },
  memory: { fr: 'mémoire au plus, en Mio', en: 'peak memory, MiB' },
  load: { fr: 'charge de la machine', en: 'load of the machine' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A time or a ratio may have two digits behind the point; a count has none. */
const number = (language: Language, value: number): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);

/** How the time grew from the first size to the last: the one comparison of times that a busy machine leaves standing. */
function growthLine(runs: readonly Run[], language: Language): string[] {
  const [first, last] = [runs[0]!, runs.at(-1)!];
  if (first.size === last.size) return [];
  const [time, size] = [last.seconds / first.seconds, last.size / first.size].map((ratio) => number(language, ratio));
  return [{ fr: `  temps × ${time} pour taille × ${size}`, en: `  time × ${time} for size × ${size}` }[language]];
}

/** @param runs of one case, at least one */
export function benchText({ summary }: BenchCase, runs: readonly Run[], language: Language): string {
  const line = ({ [language]: label }: Bilingual, cell: (run: Run) => string): string[] => [label, ...runs.map(cell)];
  const figures = Object.entries(runs[0]!.figures).map(([name, { label }]) =>
    line(label, (run) => number(language, run.figures[name]!.value)),
  );
  return [
    `${runs[0]!.name}${language === 'fr' ? ' :' : ':'} ${summary[language]}`,
    ...textTable([
      line(words.size, ({ size }) => whole(language, size)),
      line(words.seconds, ({ seconds }) => number(language, seconds)),
      line(words.memory, ({ peakMebibytes }) => whole(language, peakMebibytes)),
      line(words.load, ({ load }) => load.map((each) => number(language, each)).join(' → ')),
      ...figures,
    ]),
    ...growthLine(runs, language),
  ].join('\n');
}
