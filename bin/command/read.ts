import { primitives } from '../../lib/adapters/primitives.ts';
import { parseChoices } from '../../lib/intake/choices.ts';
import { readTimesheet } from '../../lib/intake/read-timesheet.ts';
import { command } from '../frame/command.ts';
import { readInput, readJsonInput } from '../frame/read-input.ts';
import { countLines, problemLines } from '../frame/reading-text.ts';
import { understoodLines } from '../frame/understood-text.ts';
import { wholeNumber } from '../frame/whole-number.ts';

const name = 'read';

export const read = command({
  name,
  argument: 'FILE',
  summary: {
    fr: 'lit une feuille de temps (CSV, XLSX, ODS) et dit ce qu’il faut corriger ; n’enregistre rien',
    en: 'reads a timesheet (CSV, XLSX, ODS) and says what to fix; saves nothing',
  },
  options: {
    year: {
      value: 'YYYY',
      summary: { fr: 'année civile où tous les jours doivent être', en: 'calendar year in which all days must be' },
    },
    'day-minutes': {
      value: 'N',
      summary: {
        fr: 'minutes d’une journée, pour les fichiers en jours ou en pour cent',
        en: 'minutes of one day, for files in days or per cent',
      },
    },
    choices: {
      value: 'FILE.json',
      summary: {
        fr: 'ce que le fichier veut dire, là où la lecture se trompe ou hésite (objet JSON)',
        en: 'what the file means where the reading is wrong or in doubt (a JSON object)',
      },
    },
  },
  run: async ({ argument, options }) => {
    const year = wholeNumber(options.year, { command: name, option: 'year', from: 1900, to: 9998 });
    const dayMinutes = wholeNumber(options['day-minutes'], { command: name, option: 'day-minutes', from: 1, to: 1440 });
    const choices = options.choices === undefined ? {} : parseChoices(await readJsonInput(options.choices));
    const file = await readInput(argument);
    const reading = await readTimesheet(file, { year, dayMinutes, sha256: primitives.sha256, choices });
    return {
      exitCode: reading.problems.some(({ blocking }) => blocking) ? 1 : 0,
      json: (language) => ({
        ...reading,
        problems: reading.problems.map((problem) => ({ ...problem, detail: problem.detail[language] })),
      }),
      text: (language) =>
        [
          ...understoodLines(reading.understood, language),
          ...problemLines(reading.problems, language),
          ...countLines(reading, language),
        ].join('\n'),
    };
  },
});
