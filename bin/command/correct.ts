import { isDay } from '../../lib/model/calendar.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { companyOf, developerOf } from '../../lib/use-cases/people.ts';
import { actorOf, writingOptions } from '../actor.ts';
import { companyOption } from '../company-option.ts';
import { developerOption } from '../developer-option.ts';
import { amountOf, amountOptions } from '../frame/amount-options.ts';
import { appendedOutcome } from '../frame/appended-outcome.ts';
import { command } from '../frame/command.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { withLedger } from '../ledger.ts';

const name = 'correct';

export const correct = command({
  name,
  argument: null,
  summary: {
    fr: 'corrige le temps d’une personne un jour donné : un écart signé, avec son motif',
    en: 'corrects one person’s time on one day: a signed difference, with its reason',
  },
  options: {
    ...companyOption,
    ...developerOption,
    day: { value: 'YYYY-MM-DD', required: true, summary: { fr: 'le jour', en: 'the day' } },
    project: { value: 'ID', required: true, summary: { fr: 'le projet', en: 'the project' } },
    ...amountOptions(
      {
        fr: 'l’écart en minutes ; pour retirer : --minutes=-60',
        en: 'the difference in minutes; to take back: --minutes=-60',
      },
      { fr: 'l’écart en demi-journées', en: 'the difference in half-days' },
    ),
    reason: { value: 'TEXT', required: true, summary: { fr: 'le motif', en: 'the reason' } },
    ...writingOptions,
  },
  run: async ({ options }) => {
    const { day, project, reason } = options;
    const difference = amountOf(name, options);
    if (difference === null || !isDay(day)) {
      throw wrongUsage(name, {
        fr: 'Donnez --minutes ou --half-days, et un jour du calendrier comme 2025-03-04.',
        en: 'Give --minutes or --half-days, and a day of the calendar such as 2025-03-04.',
      });
    }
    const { unit, amount: delta } = difference;
    const corrected = await withLedger(options, async (ports) => {
      const company = await companyOf(ports, options.company);
      const { developer } = await developerOf(ports, company, options.developer);
      const by = await actorOf(ports, options.as);
      return correctTime(ports, { company, by, developer, day, project, unit, delta, reason });
    });
    return appendedOutcome(corrected, {
      fr: 'Correction enregistrée. La ligne d’origine reste visible ; un état déjà émis est à préparer de nouveau.',
      en: 'Correction recorded. The original line stays visible; a statement already issued is to be prepared again.',
    });
  },
});
