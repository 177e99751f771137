import { whole } from '../../lib/model/quantity-text.ts';
import { declareAbsences } from '../../lib/use-cases/declare-absences.ts';
import { companyOf } from '../../lib/use-cases/people.ts';
import { actorOf, writingOptions } from '../actor.ts';
import { companyOption } from '../company-option.ts';
import { command } from '../frame/command.ts';
import { readInput } from '../frame/read-input.ts';
import { yearOf, yearOption } from '../frame/year-option.ts';
import { withLedger } from '../ledger.ts';

const name = 'absences';

export const absences = command({
  name,
  argument: 'FILE',
  summary: {
    fr: 'garde les demi-journées d’absence d’un fichier de congés, jamais leur motif, pour les comparer au temps déclaré',
    en: 'keeps the half-days of absence of a leave file, never why, to set them beside declared time',
  },
  options: {
    ...companyOption,
    ...yearOption({
      fr: 'année civile, que le fichier donne entière',
      en: 'calendar year, which the file gives whole',
    }),
    ...writingOptions,
  },
  run: async ({ argument, options }) => {
    const file = await readInput(argument);
    const year = yearOf(name, options.year);
    const declared = await withLedger(options, async (ports) => {
      const company = await companyOf(ports, options.company);
      return declareAbsences(ports, { company, by: await actorOf(ports, options.as), file, year });
    });
    const { halfDays, people, leftOut } = declared;
    return {
      exitCode: 0,
      json: () => declared,
      text: (language) =>
        ({
          fr: `Demi-journées d’absence gardées pour ${year} : ${whole('fr', halfDays)} (personnes : ${whole('fr', people)}). Jours d’autres personnes ou d’autres années, non gardés : ${whole('fr', leftOut)}.`,
          en: `Half-days of absence kept for ${year}: ${whole('en', halfDays)} (people: ${whole('en', people)}). Days of other people or years, not kept: ${whole('en', leftOut)}.`,
        })[language],
    };
  },
});
