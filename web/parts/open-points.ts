// The points of a checklist as a table: what is open, how much, whom it waits for, why it stops preparing or not, where it is settled.

import { type ComponentChild, h } from 'preact';
import { cents, whole } from '../../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../../lib/model/text.ts';
import { plural, say } from '../../lib/model/typeset.ts';
import { addresses } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { checklistWords } from '../words/declarations.ts';
import { copied } from './facts.ts';
import { type Time, time } from './format.ts';
import { safeLink } from './safe-link.ts';
import { table } from './table.ts';
import { inLanguage } from './words.ts';

type ProjectNames = Readonly<Record<string, string>>;

export interface OpenPoint {
  readonly code: string;
  readonly blocks: boolean;
  readonly why: Bilingual;
  readonly title: Bilingual;
  readonly waitsFor: 'developers' | 'hr' | 'finance' | 'foundation' | 'registrar' | 'operator';
  readonly page: 'hr-months' | 'foundation-list' | 'declarations' | 'statements' | null;
  readonly command: string | null;
  readonly count?: number;
  readonly time?: Time;
  readonly cents?: { readonly cost: number; readonly payroll: number };
  readonly detail?: Bilingual;
  readonly about?: readonly string[];
}

export interface AskedYear {
  readonly company: { readonly id: string; readonly siren: string };
  /** Names of the projects that the points are about, by id. */
  readonly projectNames: ProjectNames;
  readonly fiscalYear: number;
  readonly scheme: string;
}

const addressOf = (page: NonNullable<OpenPoint['page']>, { company, fiscalYear }: AskedYear): string =>
  ({
    'hr-months': addresses.hrTimesheets,
    'foundation-list': addresses.foundationList,
    declarations: `${addresses.financeDeclarations(company.id)}?year=${fiscalYear}`,
    statements: addresses.financeStatements,
  })[page];

/** Who may open it: to anybody else it is named, for a link that leads to a refusal helps nobody. */
const roleOf = {
  'hr-months': 'hr',
  'foundation-list': 'foundation',
  declarations: 'finance',
  statements: 'finance',
} as const;

/** `pay FILE` becomes the whole command; the registrar's are of no company. */
export function wholeCommand(
  command: string,
  {
    company,
    fiscalYear,
    scheme,
  }: Pick<AskedYear, 'fiscalYear' | 'scheme'> & { readonly company: Pick<AskedYear['company'], 'siren'> },
): string {
  if (command.startsWith('registry') || command === 'decide-licence') return `communs ${command}`;
  const more = command === 'prepare' ? ` --year ${fiscalYear} --scheme ${scheme}` : '';
  return `communs ${command} --company ${company.siren}${more}`;
}

/** How much of it, in one line; empty where there is nothing to count. */
export function extentText(language: Language, point: OpenPoint, projectNames: ProjectNames): string {
  const t = inLanguage(language, checklistWords);
  const { count, time: open, cents: amounts, about } = point;
  return [
    ...(count === undefined || about !== undefined
      ? []
      : [`${whole(language, count)} ${plural(language, count, t.personMonth, t.personMonths)}`]),
    ...(open === undefined ? [] : [time(language, open)]),
    ...(amounts === undefined
      ? []
      : [`${t.cost} ${cents(language, amounts.cost)} > ${t.payroll} ${cents(language, amounts.payroll)}`]),
    ...(about ?? []).map((each) => projectNames[each] ?? each),
  ].join(', ');
}

export function openPoints(
  { language, roles }: Frame,
  caption: string,
  asked: AskedYear,
  points: readonly OpenPoint[],
): ComponentChild {
  const t = inLanguage(language, checklistWords);
  return table(
    caption,
    [
      {
        title: t.point,
        cell: ({ title, why, detail }) => [
          say(language, title),
          detail === undefined ? null : h('span', { class: 'under' }, say(language, detail)),
          h('span', { class: 'under' }, say(language, why)),
        ],
        isHeading: true,
      },
      { title: t.extent, cell: (point) => extentText(language, point, asked.projectNames) },
      { title: t.waits, cell: ({ waitsFor }) => t[waitsFor] },
      {
        title: t.fix,
        cell: ({ page, command }) => [
          page === null
            ? null
            : h('div', null, roles.includes(roleOf[page]) ? safeLink(addressOf(page, asked), t[page]) : t[page]),
          command === null ? null : copied(language, wholeCommand(command, asked)),
        ],
      },
    ],
    points,
    { hasHiddenCaption: true },
  );
}
