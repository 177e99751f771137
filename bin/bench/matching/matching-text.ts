// The matching bench as tables: the first step beside others, all of matching, and what is held to a goal.
import { whole as wholeText } from '../../../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../../../lib/model/text.ts';
import { textTable } from '../../frame/text-table.ts';
import { goalLines } from '../beside/goals.ts';
import { closingLines, digits } from '../beside/text.ts';
import type { Line, MatchingRun, WholeLine } from './matching-run.ts';

const heads = [
  { fr: 'façon', en: 'way' },
  { fr: 'lignes de temps', en: 'entries' },
  { fr: 'contributions', en: 'contributions' },
  { fr: 'ms (médiane)', en: 'ms (median)' },
  { fr: 'moins', en: 'least' },
  { fr: 'plus', en: 'most' },
  { fr: 'nous / elle', en: 'ours / it' },
  { fr: 'octets par ligne', en: 'bytes a row' },
  { fr: 'paires, sans trace, traces seules', en: 'pairs, none, orphan' },
] as const satisfies readonly Bilingual[];

const wholeHeads = [
  { fr: 'lignes de temps', en: 'entries' },
  { fr: 'contributions', en: 'contributions' },
  { fr: 'ms (médiane)', en: 'ms (median)' },
  { fr: 'une personne refaite, ms', en: 'one developer again, ms' },
  { fr: 'Mio au plus', en: 'peak MiB' },
  { fr: 'réponses', en: 'answers' },
] as const satisfies readonly Bilingual[];

function lineText(line: Line, language: Language): string[] {
  const { way, entries, contributions, medianMs, leastMs, mostMs, oursOverIt, bytesARow, answer } = line;
  return [
    way,
    ...[entries, contributions, medianMs, leastMs, mostMs].map((value) => wholeText(language, Math.round(value))),
    digits(language, oursOverIt),
    wholeText(language, Math.round(bytesARow)),
    [answer.pairs, answer.none, answer.orphan].map((value) => wholeText(language, value)).join(' · '),
  ];
}

const wholeLine = (line: WholeLine, language: Language): string[] => [
  ...[line.entries, line.contributions, Math.round(line.milliseconds)].map((value) => wholeText(language, value)),
  digits(language, line.again),
  wholeText(language, Math.round(line.peakMebibytes)),
  Object.entries(line.verdicts)
    .map(([verdict, count]) => `${verdict} ${wholeText(language, count)}`)
    .join(', '),
];

export function matchingText(run: MatchingRun, language: Language): string {
  const { lines, whole, goals } = run;
  const say = (text: Bilingual): string => text[language];
  const again = lines.flatMap(({ way, entries, againMicroseconds }) => {
    if (againMicroseconds === null) return [];
    const [size, took] = [wholeText(language, entries), digits(language, againMicroseconds)];
    return [
      say({
        fr: `  ${way}, ${size} : une personne refaite en ${took} µs`,
        en: `  ${way}, ${size}: one developer again in ${took} µs`,
      }),
    ];
  });
  const note = { fr: 'les octets sont ceux au-dessus des données', en: 'bytes are those above the input' };
  return [
    [
      say({
        fr: 'quelles contributions entourent quelle ligne de temps, en colonnes',
        en: 'which contributions lie around which entry, over columns',
      }),
      ...textTable([heads.map(say), ...lines.map((line) => lineText(line, language))]),
      ...again,
    ],
    [
      say({
        fr: 'tout l’appariement, lignes du registre : capacités, motifs, conflits',
        en: 'all of matching, rows of the ledger: capacities, reasons, conflicts',
      }),
      ...textTable([wholeHeads.map(say), ...whole.map((line) => wholeLine(line, language))]),
    ],
    [say({ fr: 'objectifs', en: 'goals' }), ...goalLines(goals, language)],
    closingLines(run, { bench: 'matching', others: 'AUTRES', note }, language),
  ]
    .map((part) => part.join('\n'))
    .join('\n\n');
}
