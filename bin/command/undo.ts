import { companyOf } from '../../lib/use-cases/people.ts';
import { undoTimesheet } from '../../lib/use-cases/undo-timesheet.ts';
import { actorOf, writingOptions } from '../actor.ts';
import { companyOption } from '../company-option.ts';
import { appendedOutcome } from '../frame/appended-outcome.ts';
import { command } from '../frame/command.ts';
import { wholeNumber } from '../frame/whole-number.ts';
import { withLedger } from '../ledger.ts';

const name = 'undo';

export const undo = command({
  name,
  argument: null,
  summary: {
    fr: 'reprend une feuille de temps entière, tant qu’aucun état ne repose sur elle',
    en: 'takes a whole timesheet back, as long as no statement rests on it',
  },
  options: {
    ...companyOption,
    timesheet: {
      value: 'N',
      required: true,
      summary: { fr: 'le numéro de son reçu', en: 'the number of its receipt' },
    },
    ...writingOptions,
  },
  run: async ({ options }) => {
    const timesheet = wholeNumber(options.timesheet, { command: name, option: 'timesheet', from: 0, to: 999_999_999 });
    const undone = await withLedger(options, async (ports) =>
      undoTimesheet(ports, {
        company: await companyOf(ports, options.company),
        by: await actorOf(ports, options.as),
        timesheet: timesheet ?? -1,
      }),
    );
    return appendedOutcome(undone, {
      fr: `Feuille de temps n° ${options.timesheet} reprise. Le même fichier peut être enregistré de nouveau.`,
      en: `Timesheet no. ${options.timesheet} taken back. The same file may be recorded again.`,
    });
  },
});
