// `communs log show`: each year, how large it is, and the keys that sign it.
import { whole } from '../../lib/model/quantity-text.ts';
import type { Outcome } from '../frame/command.ts';
import { textTable } from '../frame/text-table.ts';
import { readLedger } from '../ledger.ts';
import type { LogAsked } from './log-asked.ts';
import { shownYears } from './shown-years.ts';

export async function show(asked: LogAsked): Promise<Outcome> {
  const years = await readLedger(asked, (ports) => shownYears(ports, asked));
  const heads = { fr: ['Année', 'Entrées', 'Racine', 'Origine'], en: ['Year', 'Entries', 'Root', 'Origin'] };
  return {
    exitCode: 0,
    json: () => ({ years }),
    text: (language) =>
      [
        ...textTable([
          heads[language],
          ...years.map(({ year, size, root, origin }) => [String(year), whole(language, size), root, origin]),
        ]),
        ...years.flatMap(({ vkeys }) => vkeys),
      ].join('\n'),
  };
}
