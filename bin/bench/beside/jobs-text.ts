// Jobs as tables, a line for each way and size, and what is held to a goal.
import { whole as wholeText } from '../../../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../../../lib/model/text.ts';
import { textTable } from '../../frame/text-table.ts';
import { goalLines } from './goals.ts';
import type { Job, JobsRun, Line } from './jobs.ts';
import { closingLines, digits } from './text.ts';

const heads = [
  { fr: 'façon', en: 'way' },
  { fr: 'taille', en: 'size' },
  { fr: 'ms (médiane)', en: 'ms (median)' },
  { fr: 'moins', en: 'least' },
  { fr: 'plus', en: 'most' },
  { fr: 'nous / elle', en: 'ours / it' },
  { fr: 'Mio au plus', en: 'peak MiB' },
  { fr: 'dont, ms', en: 'of which, ms' },
] as const satisfies readonly Bilingual[];

function lineText(line: Line, language: Language): string[] {
  const { way, size, medianMs, leastMs, mostMs, oursOverIt, peakMebibytes, parts } = line;
  const told = Object.entries(parts).map(([name, took]) => `${name} ${wholeText(language, Math.round(took))}`);
  return [
    way,
    ...[size, medianMs, leastMs, mostMs].map((value) => wholeText(language, Math.round(value))),
    digits(language, oursOverIt),
    wholeText(language, Math.round(peakMebibytes)),
    told.length > 1 ? told.join(', ') : '',
  ];
}

export function jobsText(
  { bench, jobs }: { readonly bench: string; readonly jobs: readonly Job[] },
  run: JobsRun,
  language: Language,
): string {
  const say = (text: Bilingual): string => text[language];
  const tables = [...Map.groupBy(run.lines, ({ job }) => job)].map(([job, lines]) => [
    say(jobs.find((each) => each.job === job)!.title),
    ...textTable([heads.map(say), ...lines.map((line) => lineText(line, language))]),
  ]);
  const note = {
    fr: 'le temps est celui du travail, sans démarrer node ni inventer les données',
    en: 'the time is that of the work, without starting node or inventing the input',
  };
  return [
    ...tables,
    [say({ fr: 'objectifs', en: 'goals' }), ...goalLines(run.goals, language)],
    closingLines(run, { bench, others: 'AUTRES', note }, language),
  ]
    .map((part) => part.join('\n'))
    .join('\n\n');
}
