// The rules bench as tables: lines rounded at each step, a year assessed and computed, and what is held to a goal.
import { whole as wholeText } from '../../../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../../../lib/model/text.ts';
import { textTable } from '../../frame/text-table.ts';
import { goalLines } from '../beside/goals.ts';
import { closingLines, digits } from '../beside/text.ts';
import type { Line, RulesRun } from './rules-run.ts';
import type { Job } from './way.ts';

const heads = [
  { fr: 'façon', en: 'way' },
  { fr: 'lignes', en: 'lines' },
  { fr: 'ms (médiane)', en: 'ms (median)' },
  { fr: 'moins', en: 'least' },
  { fr: 'plus', en: 'most' },
  { fr: 'nous / elle', en: 'ours / it' },
  { fr: 'Mio au plus', en: 'peak MiB' },
  { fr: 'dont, ms', en: 'of which, ms' },
] as const satisfies readonly Bilingual[];

const titles: Readonly<Record<Job, Bilingual>> = {
  lines: {
    fr: 'lignes d’impôt : quarts d’heure × centimes, forfait, part, arrondies à chaque étape de chaque ligne',
    en: 'tax lines: quarter hours × cents, flat rate, share, rounded at each step of each line',
  },
  year: {
    fr: 'l’année d’une société : toutes ses lignes de temps appréciées, puis calculées, arrondies une fois',
    en: 'a company’s year: all its entries assessed, then computed, rounded once',
  },
};

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

export function rulesText(run: RulesRun, language: Language): string {
  const say = (text: Bilingual): string => text[language];
  const tables = [...Map.groupBy(run.lines, ({ job }) => job)].map(([job, lines]) => [
    say(titles[job]),
    ...textTable([heads.map(say), ...lines.map((line) => lineText(line, language))]),
  ]);
  const note = {
    fr: 'le temps est celui du travail, sans démarrer node ni inventer les données',
    en: 'the time is that of the work, without starting node or inventing the input',
  };
  return [
    ...tables,
    [say({ fr: 'objectifs', en: 'goals' }), ...goalLines(run.goals, language)],
    closingLines(run, { bench: 'rules', others: 'AUTRES', note }, language),
  ]
    .map((part) => part.join('\n'))
    .join('\n\n');
}
