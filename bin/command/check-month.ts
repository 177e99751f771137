import type { Ports } from '../../lib/ports.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { checkMonth as check } from '../../lib/use-cases/check-month.ts';
import { declaredTime, wholeMonth } from '../../lib/use-cases/declared-time.ts';
import { companyBook, companyOf, developerOf } from '../../lib/use-cases/people.ts';
import { writingOptions } from '../actor.ts';
import { command } from '../frame/command.ts';
import { handedOutcome } from '../frame/handed-outcome.ts';
import { monthOf } from '../frame/month-option.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { withLedger } from '../ledger.ts';

const name = 'check-month';

/** The entries of the contested days. */
async function entriesOn(ports: Ports, company: string, developer: string, month: string, days: readonly string[]) {
  const state = await readBook(ports, companyBook(company));
  const { entries } = await declaredTime(ports, state, wholeMonth(month), developer);
  return entries.filter(({ day }) => days.includes(day)).map(({ entry }) => entry);
}

export const checkMonth = command({
  name,
  argument: null,
  summary: {
    fr: 'la développeuse vérifie son mois, ou en conteste des jours',
    en: 'the developer checks her month, or contests days of it',
  },
  options: {
    month: { value: 'YYYY-MM', required: true, summary: { fr: 'le mois', en: 'the month' } },
    'contest-day': {
      value: 'YYYY-MM-DD',
      repeatable: true,
      summary: {
        fr: 'un jour qu’elle conteste, au lieu de vérifier',
        en: 'a day that she contests, instead of checking',
      },
    },
    comment: {
      value: 'TEXT',
      summary: { fr: 'ce que ce devrait être, si elle conteste', en: 'what it should be, if she contests' },
    },
    ...writingOptions,
    as: {
      value: 'SIREN/MATRICULE',
      required: true,
      summary: { fr: 'elle-même : SIREN/matricule', en: 'herself: SIREN/staff number' },
    },
  },
  run: async ({ options }) => {
    const month = monthOf(name, options.month);
    const days = options['contest-day'];
    const [siren = '', matricule = ''] = options.as.split('/');
    if (days.length > 0 && options.comment === undefined) {
      throw wrongUsage(name, {
        fr: 'Contester demande --comment : dites ce que ce devrait être.',
        en: 'Contesting needs --comment: say what it should be.',
      });
    }
    const handed = await withLedger(options, async (ports) => {
      const company = await companyOf(ports, siren);
      const { developer } = await developerOf(ports, company, matricule);
      const entries = days.length === 0 ? null : await entriesOn(ports, company, developer, month, days);
      const answer = entries === null ? 'checked' : 'contested';
      return check(ports, {
        ...{ company, by: developer, developer, month, answer, entries, comment: options.comment ?? null },
      });
    });
    return handedOutcome(
      handed,
      days.length === 0
        ? { fr: 'Mois vérifié.', en: 'Month checked.' }
        : {
            fr: 'Contestation enregistrée : ces lignes attendent que l’employeur les corrige ou montre qu’elles sont justes.',
            en: 'Contest recorded: these lines wait for the employer to correct them or show that they stand.',
          },
    );
  },
});
