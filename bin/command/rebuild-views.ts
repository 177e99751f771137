import { whole } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import { type RebuiltViews, rebuildViews } from '../../lib/use-cases/rebuild-views.ts';
import { command } from '../frame/command.ts';
import { ledgerOptions, readLedger } from '../ledger.ts';

function rebuiltText({ books, facts, repaired, removed, broken }: RebuiltViews, language: Language): string {
  const [b, f, again, gone] = [books, facts, repaired, removed].map((n) => whole(language, n));
  const said = {
    fr: [
      `Livres : ${b}. Faits que les vues n’avaient pas vus : ${f}. Vues refaites : ${again} ; retirées : ${gone}.`,
      ...broken.map(({ book }) => `${book} : laissé tel quel, ses faits sont abîmés. Voyez « communs check ».`),
    ],
    en: [
      `Books: ${b}. Facts that the views had not seen: ${f}. Views made again: ${again}; removed: ${gone}.`,
      ...broken.map(({ book }) => `${book}: left as it is, its facts are damaged. See 'communs check'.`),
    ],
  };
  return said[language].join('\n');
}

export const rebuild = command({
  name: 'rebuild-views',
  argument: null,
  summary: {
    fr: 'rattrape les vues en retard, et refait des faits celles qui disent autre chose',
    en: 'brings late views up to date, and makes again from the facts those that say something else',
  },
  options: ledgerOptions,
  run: async ({ options }, progress) => {
    const rebuilt = await readLedger(options, (ports) =>
      rebuildViews(ports, { progress: (book) => progress({ fr: `livre ${book}`, en: `book ${book}` }) }),
    );
    return {
      exitCode: rebuilt.broken.length === 0 ? 0 : 1,
      json: () => rebuilt,
      text: (language) => rebuiltText(rebuilt, language),
    };
  },
});
