import { extname, resolve } from 'node:path';
import { primitives } from '../../lib/adapters/primitives.ts';
import { parseChoices } from '../../lib/intake/choices.ts';
import { markedCopy } from '../../lib/intake/marked-copy.ts';
import { readTimesheet } from '../../lib/intake/read-timesheet.ts';
import { asPreviewProblem } from '../../lib/use-cases/posting-problem.ts';
import { command } from '../frame/command.ts';
import { languageOf } from '../frame/locale.ts';
import { readInput, readJsonInput } from '../frame/read-input.ts';
import { countLines, problemLines } from '../frame/reading-text.ts';
import { understoodLines } from '../frame/understood-text.ts';
import { wholeNumber } from '../frame/whole-number.ts';
import { writeOutput } from '../frame/write-output.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';

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
    copy: {
      value: 'OUT.xlsx',
      summary: {
        fr: 'écrit ici une copie du fichier, ses cellules à corriger marquées et expliquées',
        en: 'writes a copy of the file here, with the cells to fix marked and explained',
      },
    },
  },
  run: async ({ argument, options }) => {
    const year = wholeNumber(options.year, { command: name, option: 'year', from: 1900, to: 9998 });
    const dayMinutes = wholeNumber(options['day-minutes'], { command: name, option: 'day-minutes', from: 1, to: 1440 });
    const choices = options.choices === undefined ? {} : parseChoices(await readJsonInput(options.choices));
    const file = await readInput(argument);
    const { copy } = options;
    checkCopy(copy, argument);
    const reading = await readTimesheet(file, { year, dayMinutes, sha256: primitives.sha256, choices });
    if (copy !== undefined) {
      const marks = reading.problems.map(asPreviewProblem);
      const language = languageOf(process.argv, process.env);
      const { tables } = reading.understood;
      await writeOutput(copy, await markedCopy({ file, choices, marks, tables, language }));
    }
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
          ...(copy === undefined ? [] : [{ fr: `Copie annotée : ${copy}`, en: `Annotated copy: ${copy}` }[language]]),
        ].join('\n'),
    };
  },
});

/** @throws Refusal `wrong-usage` where the copy would not be a workbook, or would take the place of the file */
function checkCopy(copy: string | undefined, file: string): void {
  if (copy === undefined) return;
  if (extname(copy).toLowerCase() !== '.xlsx') {
    throw wrongUsage(name, { fr: '--copy écrit un .xlsx.', en: '--copy writes an .xlsx.' });
  }
  if (resolve(copy) === resolve(file)) {
    throw wrongUsage(name, {
      fr: '--copy demande un autre nom que celui du fichier lu.',
      en: '--copy needs another name than that of the file that is read.',
    });
  }
}
