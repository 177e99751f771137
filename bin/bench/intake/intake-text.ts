// The intake bench as tables: one for each job, a line for each reader and size, and how both grew.
import { whole } from '../../../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../../../lib/model/text.ts';
import { textTable } from '../../frame/text-table.ts';
import { closingLines, digits } from '../beside/text.ts';
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

function line(measured: Measured, language: Language): string[] {
  const { reader, rows, medianMs, leastMs, mostMs, oursOverIt, peakMebibytes, answer } = measured;
  return [
    reader,
    ...[rows, medianMs, leastMs, mostMs].map((value) => whole(language, Math.round(value))),
    digits(language, oursOverIt),
    whole(language, Math.round(peakMebibytes)),
    answer === null ? '–' : [answer.ok, answer.bad, answer.minutes].map((value) => whole(language, value)).join(' · '),
  ];
}

const growthLine = ({ reader, from, to, time, memory }: Growth, language: Language): string => {
  const [lines, ms, mebibytes] = [to / from, time, memory].map((value) => digits(language, value));
  return {
    fr: `  ${reader} : lignes × ${lines}, temps × ${ms}, mémoire × ${mebibytes}`,
    en: `  ${reader}: lines × ${lines}, time × ${ms}, memory × ${mebibytes}`,
  }[language];
};

export function intakeText(run: IntakeRun, language: Language): string {
  const table = run.jobs.map(({ job, measured, growth }) =>
    [
      `${job.name}${language === 'fr' ? ' :' : ':'} ${job.summary[language]}`,
      ...textTable([heads.map((head) => head[language]), ...measured.map((each) => line(each, language))]),
      ...growth.map((each) => growthLine(each, language)),
    ].join('\n'),
  );
  const note = {
    fr: '1,00 : aussi long que nous, moins : nous sommes plus rapides',
    en: '1.00: as long as ours, less: ours is quicker',
  };
  return [...table, closingLines(run, { bench: 'intake', others: 'AUTRES LECTEURS', note }, language).join('\n')].join(
    '\n\n',
  );
}
