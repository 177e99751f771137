// What `prepare` and `issue` are both called with: the same arguments, by two people.
import { isDay, type Period } from '../../lib/model/calendar.ts';
import type { Ports } from '../../lib/ports.ts';
import { schemes } from '../../lib/rules/rule-set.ts';
import { companyOf, personOf } from '../../lib/use-cases/people.ts';
import type { StatementAsked } from '../../lib/use-cases/statement-asked.ts';
import { writingOptions } from '../actor.ts';
import { companyOption } from '../company-option.ts';
import type { Options, Values } from './command.ts';
import { wrongUsage } from './wrong-usage.ts';
import { yearOf, yearOption } from './year-option.ts';

export const periodOption = {
  period: {
    value: 'FROM..TO',
    summary: { fr: 'si deux exercices finissent la même année', en: 'if two fiscal years end in the same year' },
  },
} as const satisfies Options;

const readingsInWords = (and: string): string =>
  schemes
    .filter(({ use, readings }) => use === 'statement' && readings.length > 0)
    .map(({ code, readings }) => `${readings.join('|')} (${code})`)
    .join(` ${and} `);

export const statementOptions = {
  ...companyOption,
  ...yearOption({
    fr: 'année civile où l’exercice se termine',
    en: 'calendar year in which the fiscal year ends',
  }),
  scheme: {
    value: 'CODE',
    required: true,
    summary: {
      fr: 'none, mecenat-de-competences-238bis (en vigueur), ou digital-commons-investor (proposé : simulation)',
      en: 'none, mecenat-de-competences-238bis (in force), or digital-commons-investor (proposed: simulation)',
    },
  },
  reading: {
    value: 'READING',
    summary: {
      fr: `lecture du dispositif, sa première sinon : ${readingsInWords('et')}`,
      en: `reading of the scheme, else its first: ${readingsInWords('and')}`,
    },
  },
  ...periodOption,
  ...writingOptions,
  as: {
    value: 'PERSON',
    required: true,
    summary: { fr: 'qui agit, aux finances', en: 'who acts, in finance' },
  },
} as const satisfies Options;

/** A scheme that is not known is refused later, by its name. */
function readingOf(command: string, scheme: string, text: string | undefined): { readonly reading?: string } {
  if (text === undefined) return {};
  const own = schemes.find(({ code }) => code === scheme)?.readings;
  if (own === undefined || own.some((one) => one === text)) return { reading: text };
  const list = own.join(', ');
  throw wrongUsage(command, {
    fr: `--reading ${text} : ${list === '' ? `« ${scheme} » n’a pas de lecture. Retirez cette option.` : `pour « ${scheme} », choisissez parmi ${list}.`}`,
    en: `--reading ${text}: ${list === '' ? `'${scheme}' has no reading. Remove this option.` : `for '${scheme}', choose one of ${list}.`}`,
  });
}

/** @throws Refusal `wrong-usage` */
export function periodOf(command: string, text: string | undefined): { readonly period?: Period } {
  if (text === undefined) return {};
  const [from = '', to = ''] = text.split('..');
  if (isDay(from) && isDay(to) && from <= to) return { period: { from, to } };
  throw wrongUsage(command, {
    fr: `--period ${text} : il faut deux jours, comme 2025-04-01..2026-03-31.`,
    en: `--period ${text}: two days are needed, such as 2025-04-01..2026-03-31.`,
  });
}

/** @throws Refusal `wrong-usage`, `unknown-company`, `unknown-person` */
export async function statementAsked(
  command: string,
  ports: Ports,
  options: Values<typeof statementOptions>,
): Promise<StatementAsked & { readonly by: string }> {
  return {
    fiscalYear: yearOf(command, options.year),
    scheme: options.scheme,
    ...readingOf(command, options.scheme, options.reading),
    ...periodOf(command, options.period),
    company: await companyOf(ports, options.company),
    by: await personOf(ports, options.as),
  };
}
