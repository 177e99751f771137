import { basename, extname } from 'node:path';
import { type TemplateFormat, timesheetTemplate } from '../../lib/intake/templates/timesheet-template.ts';
import { command } from '../frame/command.ts';
import { languageOf } from '../frame/locale.ts';
import { writeOutput } from '../frame/write-output.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';

const name = 'template';

const formats: Readonly<Record<string, TemplateFormat>> = { '.xlsx': 'xlsx', '.ods': 'ods', '.csv': 'csv' };

export const template = command({
  name,
  argument: 'FILE',
  summary: {
    fr: 'écrit un modèle de feuille de temps (.xlsx, .ods ou .csv) que « communs read » lit tel quel',
    en: "writes a timesheet template (.xlsx, .ods or .csv) that 'communs read' takes as it stands",
  },
  options: {
    grid: {
      summary: {
        fr: 'une grille mensuelle, en jours ; sinon une liste, en heures',
        en: 'a monthly grid, in days; else a list, in hours',
      },
    },
  },
  run: async ({ argument, options }) => {
    const format = formats[extname(argument).toLowerCase()];
    if (format === undefined) {
      throw wrongUsage(name, {
        fr: `« ${basename(argument)} » ne dit pas quel format : finissez par .xlsx, .ods ou .csv.`,
        en: `'${basename(argument)}' does not say which format: end with .xlsx, .ods or .csv.`,
      });
    }
    const language = languageOf(process.argv, process.env);
    const { bytes } = timesheetTemplate(format, language, options.grid ? 'grid' : 'list');
    await writeOutput(argument, bytes);
    return {
      exitCode: 0,
      json: () => ({ file: argument, bytes: bytes.length }),
      text: (spoken) =>
        ({
          fr: `Modèle écrit : ${argument}. Remplacez les lignes d’exemple et envoyez-le.`,
          en: `Template written: ${argument}. Replace the sample lines and send it.`,
        })[spoken],
    };
  },
});
