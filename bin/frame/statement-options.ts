// What `prepare` and `issue` are both called with: the same arguments, by two people.
import { isDay, type Period } from '../../lib/model/calendar.ts';
import type { Ports } from '../../lib/ports.ts';
import type { Reading } from '../../lib/rules/rule-set.ts';
import type { StatementAsked } from '../../lib/use-cases/compute-statement.ts';
import { companyOf, personOf } from '../../lib/use-cases/people.ts';
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
      fr: 'none, ou digital-commons-investor (proposé : simulation)',
      en: 'none, or digital-commons-investor (proposed: simulation)',
    },
  },
  reading: {
    value: 'credit|deduction',
    summary: { fr: 'lecture de la proposition ; credit sinon', en: 'reading of the proposal; else credit' },
  },
  ...periodOption,
  ...writingOptions,
  as: {
    value: 'PERSON',
    required: true,
    summary: { fr: 'qui agit, aux finances', en: 'who acts, in finance' },
  },
} as const satisfies Options;

function readingOf(command: string, text: string | undefined): { readonly reading?: Reading } {
  if (text === undefined) return {};
  if (text === 'credit' || text === 'deduction') return { reading: text };
  throw wrongUsage(command, {
    fr: `--reading ${text} : credit ou deduction.`,
    en: `--reading ${text}: credit or deduction.`,
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
    ...readingOf(command, options.reading),
    ...periodOf(command, options.period),
    company: await companyOf(ports, options.company),
    by: await personOf(ports, options.as),
  };
}
