// The pull bench as tables: a whole history beside others, what is new on top of it, and what is held to a goal.
import type { Bilingual, Language } from '../../../lib/model/text.ts';
import { whole } from '../../../web/parts/format.ts';
import { textTable } from '../../frame/text-table.ts';
import { goalLines } from '../beside/goals.ts';
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

const digits = (language: Language, value: number): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);

function lineText({ way, commits, peakMebibytes, answer, ...times }: Line, language: Language): string[] {
  return [
    way,
    ...[commits, times.medianMs, times.leastMs, times.mostMs].map((value) => whole(language, Math.round(value))),
    digits(language, times.oursOverIt),
    whole(language, Math.round(peakMebibytes)),
    answer === null ? '–' : [answer.events, answer.coAuthors].map((value) => whole(language, value)).join(' · '),
  ];
}

const notMeasured = (missing: readonly string[]): Bilingual => ({
  fr: `AUTRES NON MESURÉS : ${missing.join(', ')}. « communs bench pull --set-up-peers DOSSIER » les installe, « --peers DOSSIER » les mesure à côté.`,
  en: `PEERS NOT MEASURED: ${missing.join(', ')}. 'communs bench pull --set-up-peers FOLDER' installs them, '--peers FOLDER' measures them beside ours.`,
});

export function pullText(run: PullRun, language: Language): string {
  const { lines, onlyNew, goals, failures, missing, load, rounds } = run;
  const say = (text: Bilingual): string => text[language];
  const rests = load.map((each) => digits(language, each)).join(' → ');
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
    [
      say({
        fr: `Tours : ${rounds} ; charge de la machine : ${rests}. Le rapport est pris tour par tour ; la mémoire est celle du processus, sans git.`,
        en: `Rounds: ${rounds}; load of the machine: ${rests}. The ratio is taken round by round; memory is that of the process, without git.`,
      }),
      ...(missing.length === 0 ? [] : [say(notMeasured(missing))]),
      ...failures.map(({ code, says }) => `${say(says)} [${code}]`),
    ],
  ]
    .map((part) => part.join('\n'))
    .join('\n\n');
}
