// The pull bench as tables: a whole history beside others, what is new on top of it, and what is held to a goal.
import { whole } from '../../../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../../../lib/model/text.ts';
import { textTable } from '../../frame/text-table.ts';
import { goalLines } from '../beside/goals.ts';
import { closingLines, digits } from '../beside/text.ts';
import type { Line, PullRun } from './pull-run.ts';

const heads = [
  { fr: 'façon', en: 'way' },
  { fr: 'commits', en: 'commits' },
  { fr: 'ms (médiane)', en: 'ms (median)' },
  { fr: 'moins', en: 'least' },
  { fr: 'plus', en: 'most' },
  { fr: 'nous / elle', en: 'ours / it' },
  { fr: 'Mio au plus', en: 'peak MiB' },
  { fr: 'commits, co-auteurs', en: 'events, co-authors' },
] as const satisfies readonly Bilingual[];

function lineText({ way, commits, peakMebibytes, answer, ...times }: Line, language: Language): string[] {
  return [
    way,
    ...[commits, times.medianMs, times.leastMs, times.mostMs].map((value) => whole(language, Math.round(value))),
    digits(language, times.oursOverIt),
    whole(language, Math.round(peakMebibytes)),
    answer === null ? '–' : [answer.events, answer.coAuthors].map((value) => whole(language, value)).join(' · '),
  ];
}

export function pullText(run: PullRun, language: Language): string {
  const { lines, onlyNew, goals } = run;
  const say = (text: Bilingual): string => text[language];
  const note = {
    fr: 'la mémoire est celle du processus, sans git',
    en: 'memory is that of the process, without git',
  };
  return [
    [
      say({ fr: 'un historique entier, d’un clone à jour', en: 'a whole history, of a clone brought up to date' }),
      ...textTable([heads.map(say), ...lines.map((line) => lineText(line, language))]),
    ],
    [
      say({
        fr: 'ce qui est nouveau, mise à jour du clone comprise',
        en: 'what is new, bringing the clone up to date included',
      }),
      ...onlyNew.map(({ commits, isNew, medianMs }) => {
        const [few, many, took] = [isNew, commits, Math.round(medianMs)].map((value) => whole(language, value));
        return say({ fr: `  ${few} sur ${many} : ${took} ms`, en: `  ${few} on top of ${many}: ${took} ms` });
      }),
    ],
    [say({ fr: 'objectifs', en: 'goals' }), ...goalLines(goals, language)],
    closingLines(run, { bench: 'pull', others: 'AUTRES', note }, language),
  ]
    .map((part) => part.join('\n'))
    .join('\n\n');
}
