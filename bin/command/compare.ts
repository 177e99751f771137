import { supports } from '../../lib/model/support.ts';
import { compareSchemes } from '../../lib/use-cases/compare-schemes.ts';
import { companyOf } from '../../lib/use-cases/people.ts';
import { companyOption } from '../company-option.ts';
import { command } from '../frame/command.ts';
import { comparisonJson, comparisonLines } from '../frame/comparison-text.ts';
import { periodOf, periodOption } from '../frame/statement-options.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { yearOf, yearOption } from '../frame/year-option.ts';
import { ledgerOptions, readLedger } from '../ledger.ts';

const name = 'compare';

function supportOf(text: string | undefined): { readonly support?: (typeof supports)[number] } {
  if (text === undefined) return {};
  const support = supports.find((one) => one === text);
  if (support !== undefined) return { support };
  throw wrongUsage(name, {
    fr: `--support ${text} : ${supports.join(', ')}.`,
    en: `--support ${text}: ${supports.join(', ')}.`,
  });
}

export const compare = command({
  name,
  argument: null,
  summary: {
    fr: 'aperçu d’un exercice sous chaque dispositif et lecture, côte à côte ; n’enregistre rien',
    en: 'preview of a fiscal year under each scheme and reading, side by side; records nothing',
  },
  options: {
    ...companyOption,
    ...yearOption({
      fr: 'année civile où l’exercice se termine',
      en: 'calendar year in which the fiscal year ends',
    }),
    support: {
      value: 'READING',
      summary: {
        fr: `ce qui porte une ligne, pour cet aperçu : ${supports.join(', ')} ; sinon la règle de chaque dispositif`,
        en: `what carries an entry, for this preview: ${supports.join(', ')}; else the rule of each scheme`,
      },
    },
    ...periodOption,
    ...ledgerOptions,
  },
  run: async ({ options }) => {
    const asked = {
      fiscalYear: yearOf(name, options.year),
      ...periodOf(name, options.period),
      ...supportOf(options.support),
    };
    const comparison = await readLedger(options, async (ports) =>
      compareSchemes(ports, { ...asked, company: await companyOf(ports, options.company) }),
    );
    return {
      exitCode: 0,
      json: (language) => comparisonJson(comparison, language),
      text: (language) => comparisonLines(comparison, language).join('\n'),
    };
  },
});
