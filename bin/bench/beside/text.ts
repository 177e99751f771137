// What the text of a bench beside others ends with, and its numbers.
import type { Bilingual, Language } from '../../../lib/model/text.ts';
import type { BesideRun } from './beside-run.ts';

/** With two decimals. */
export const digits = (language: Language, value: number): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);

interface Closing {
  /** As `communs bench` is asked for it. */
  readonly bench: string;
  /** Those measured beside ours, in French capitals. */
  readonly others: string;
  /** What a reader of the table must know. */
  readonly note: Bilingual;
}

/** @returns rounds and load, who was not measured, and each failure */
export function closingLines(run: BesideRun, { bench, others, note }: Closing, language: Language): string[] {
  const { rounds, load, missing, failures } = run;
  const rests = load.map((each) => digits(language, each)).join(' → ');
  const about = {
    fr: `Tours : ${rounds} ; charge de la machine : ${rests}. Le rapport est pris tour par tour ; ${note.fr}.`,
    en: `Rounds: ${rounds}; load of the machine: ${rests}. The ratio is taken round by round; ${note.en}.`,
  };
  const names = missing.join(', ');
  const notMeasured = {
    fr: `${others} NON MESURÉS : ${names}. « communs bench ${bench} --set-up-peers DOSSIER » les installe, « --peers DOSSIER » les mesure à côté.`,
    en: `PEERS NOT MEASURED: ${names}. 'communs bench ${bench} --set-up-peers FOLDER' installs them, '--peers FOLDER' measures them beside ours.`,
  };
  return [
    about[language],
    ...(missing.length === 0 ? [] : [notMeasured[language]]),
    ...failures.map(({ code, says }) => `${says[language]} [${code}]`),
  ];
}
