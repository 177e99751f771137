// The intake bench as tables: one for each job, a line for each reader and size, and how both grew.
import type { Bilingual, Language } from '../../../lib/model/text.ts';
import { whole } from '../../../web/parts/format.ts';
import { textTable } from '../../frame/text-table.ts';
import type { Growth } from './growth.ts';
import type { IntakeRun } from './intake-run.ts';
import type { Measured } from './measure.ts';

const heads = [
  { fr: 'lecteur', en: 'reader' },
  { fr: 'lignes', en: 'lines' },
  { fr: 'ms (médiane)', en: 'ms (median)' },
  { fr: 'moins', en: 'least' },
  { fr: 'plus', en: 'most' },
  { fr: 'nous / lui', en: 'ours / it' },
  { fr: 'Mio au plus', en: 'peak MiB' },
  { fr: 'bonnes, mauvaises, minutes', en: 'ok, bad, minutes' },
] as const satisfies readonly Bilingual[];

const ratio = (language: Language, value: number): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);

function line(measured: Measured, language: Language): string[] {
  const { reader, rows, medianMs, leastMs, mostMs, oursOverIt, peakMebibytes, answer } = measured;
  return [
    reader,
    ...[rows, medianMs, leastMs, mostMs].map((value) => whole(language, Math.round(value))),
    ratio(language, oursOverIt),
    whole(language, Math.round(peakMebibytes)),
    answer === null ? '–' : [answer.ok, answer.bad, answer.minutes].map((value) => whole(language, value)).join(' · '),
  ];
}

const growthLine = ({ reader, from, to, time, memory }: Growth, language: Language): string => {
  const [lines, ms, mebibytes] = [to / from, time, memory].map((value) => ratio(language, value));
  return {
    fr: `  ${reader} : lignes × ${lines}, temps × ${ms}, mémoire × ${mebibytes}`,
    en: `  ${reader}: lines × ${lines}, time × ${ms}, memory × ${mebibytes}`,
  }[language];
};

const notMeasured = (missing: readonly string[]): Bilingual => ({
  fr: `AUTRES LECTEURS NON MESURÉS : ${missing.join(', ')}. « communs bench intake --set-up-peers DOSSIER » les installe, « --peers DOSSIER » les mesure à côté.`,
  en: `PEERS NOT MEASURED: ${missing.join(', ')}. 'communs bench intake --set-up-peers FOLDER' installs them, '--peers FOLDER' measures them beside ours.`,
});

export function intakeText({ jobs, missing, failures, load, rounds }: IntakeRun, language: Language): string {
  const table = jobs.map(({ job, measured, growth }) =>
    [
      `${job.name}${language === 'fr' ? ' :' : ':'} ${job.summary[language]}`,
      ...textTable([heads.map((head) => head[language]), ...measured.map((each) => line(each, language))]),
      ...growth.map((each) => growthLine(each, language)),
    ].join('\n'),
  );
  const rests = load.map((each) => ratio(language, each)).join(' → ');
  const about = {
    fr: `Tours : ${rounds} ; charge de la machine : ${rests}. Le rapport est pris tour par tour ; 1,00 : aussi long que nous, moins : nous sommes plus rapides.`,
    en: `Rounds: ${rounds}; load of the machine: ${rests}. The ratio is taken round by round; 1.00: as long as ours, less: ours is quicker.`,
  }[language];
  const faults = failures.map(({ code, says }) => `${says[language]} [${code}]`);
  const absent = missing.length === 0 ? [] : [notMeasured(missing)[language]];
  return [...table, [about, ...absent, ...faults].join('\n')].join('\n\n');
}
