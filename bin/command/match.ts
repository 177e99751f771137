import type { Period } from '../../lib/model/calendar.ts';
import { whole } from '../../lib/model/quantity-text.ts';
import { corroborate } from '../../lib/use-cases/corroborate.ts';
import { wholeMonth } from '../../lib/use-cases/declared-time.ts';
import { companyOf } from '../../lib/use-cases/people.ts';
import { actorOf, writingOptions } from '../actor.ts';
import { companyOption } from '../company-option.ts';
import { command } from '../frame/command.ts';
import { monthOf } from '../frame/month-option.ts';
import { wholeNumber } from '../frame/whole-number.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { withLedger } from '../ledger.ts';

const name = 'match';

function periodOf({ month, year }: { month: string | undefined; year: string | undefined }): Period {
  const number = wholeNumber(year, { command: name, option: 'year', from: 1900, to: 9998 });
  if (month !== undefined && number === null) return wholeMonth(monthOf(name, month));
  if (month === undefined && number !== null) return { from: `${number}-01-01`, to: `${number}-12-31` };
  throw wrongUsage(name, {
    fr: 'Donnez ou bien --month 2025-03, ou bien --year 2025.',
    en: 'Give either --month 2025-03 or --year 2025.',
  });
}

export const matchTraces = command({
  name,
  argument: null,
  summary: {
    fr: 'met le temps déclaré en regard des traces publiques ; ne change aucune minute',
    en: 'sets declared time beside public traces; changes no minute',
  },
  options: {
    ...companyOption,
    month: { value: 'YYYY-MM', summary: { fr: 'un mois', en: 'one month' } },
    year: { value: 'YYYY', summary: { fr: 'une année civile', en: 'one calendar year' } },
    ...writingOptions,
  },
  run: async ({ options }) => {
    const period = periodOf(options);
    const found = await withLedger(options, async (ports) =>
      corroborate(ports, {
        company: await companyOf(ports, options.company),
        by: await actorOf(ports, options.as),
        period,
      }),
    );
    const verdicts = found?.verdicts ?? { agrees: 0, partly: 0, 'no-public-trace': 0, conflict: 0 };
    return {
      exitCode: 0,
      json: () => ({ period, entries: found?.entries ?? 0, verdicts, already: found?.already ?? true }),
      text: (language) => {
        const n = (count: number): string => whole(language, count);
        const { agrees, partly, conflict, 'no-public-trace': none } = verdicts;
        return {
          fr: `Lignes examinées : ${n(found?.entries ?? 0)} ; les traces concordent : ${n(agrees)} ; en partie : ${n(partly)} ; aucune trace publique : ${n(none)} ; conflit : ${n(conflict)}.`,
          en: `Lines looked at: ${n(found?.entries ?? 0)}; traces agree: ${n(agrees)}; in part: ${n(partly)}; no public trace: ${n(none)}; conflict: ${n(conflict)}.`,
        }[language];
      },
    };
  },
});
