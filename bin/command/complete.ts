import { inTurn } from '../../lib/use-cases/batches.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { completeMonths } from '../../lib/use-cases/complete-months.ts';
import { companyBook, companyOf, developerOf } from '../../lib/use-cases/people.ts';
import { secondedIn } from '../../lib/use-cases/seconded.ts';
import { actorOf, writingOptions } from '../actor.ts';
import { companyOption } from '../company-option.ts';
import { appendedOutcome } from '../frame/appended-outcome.ts';
import { command } from '../frame/command.ts';
import { monthOf } from '../frame/month-option.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { withLedger } from '../ledger.ts';

const name = 'complete';

export const complete = command({
  name,
  argument: null,
  summary: {
    fr: 'déclare complet le mois de personnes, même sans aucun temps, ou le rouvre avec un motif',
    en: 'declares people’s month complete, even without any time, or opens it again with a reason',
  },
  options: {
    ...companyOption,
    month: { value: 'YYYY-MM', required: true, summary: { fr: 'le mois', en: 'the month' } },
    developer: {
      value: 'MATRICULE',
      repeatable: true,
      summary: { fr: 'une personne, par son matricule', en: 'a person, by her staff number' },
    },
    everybody: {
      summary: {
        fr: 'toutes les personnes mises à disposition ce mois-là',
        en: 'everybody on secondment in that month',
      },
    },
    reopen: {
      value: 'REASON',
      summary: { fr: 'rouvre le mois, pour ce motif', en: 'opens the month again, for this reason' },
    },
    ...writingOptions,
  },
  run: async ({ options }) => {
    const month = monthOf(name, options.month);
    if (options.everybody === options.developer.length > 0) {
      throw wrongUsage(name, {
        fr: 'Dites pour qui : --developer MATRICULE, une ou plusieurs fois, ou --everybody.',
        en: 'Say for whom: --developer MATRICULE, once or several times, or --everybody.',
      });
    }
    const said = await withLedger(options, async (ports) => {
      const company = await companyOf(ports, options.company);
      const developers = options.everybody
        ? await secondedIn(await readBook(ports, companyBook(company)), month)
        : await inTurn(options.developer, async (each) => (await developerOf(ports, company, each)).developer);
      const by = await actorOf(ports, options.as);
      const reason = options.reopen ?? null;
      return completeMonths(ports, { company, by, month, developers, complete: reason === null, reason });
    });
    return appendedOutcome(
      said,
      options.reopen === undefined
        ? {
            fr: `${month} est complet. Une feuille de temps n’y ajoute plus rien ; une correction, avec son motif, reste possible.`,
            en: `${month} is complete. No timesheet adds to it any more; a correction, with its reason, still can.`,
          }
        : { fr: `${month} est rouvert.`, en: `${month} is open again.` },
    );
  },
});
