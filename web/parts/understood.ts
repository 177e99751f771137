// How a file was read: its tables and signs, each with the way to change it, and the first lines as written beside what was made of them.

import { type ComponentChild, h } from 'preact';
import type { Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';
import type { Frame } from '../frame.ts';
import type { HrPreviewView, SampleLine, UnderstoodTable } from '../hr-preview-view.ts';
import { moreEntries, profileUsed, understoodWords } from '../words/hr-preview.ts';
import {
  dateOrderSources,
  dateOrders,
  decimalSigns,
  decimalsNames,
  delimiterNames,
  encodingNames,
  namedByNames,
  roleNames,
  shapeNames,
  unitNames,
  unitSources,
  whyNotRead,
} from '../words/understood.ts';
import { dayInWords, instantInWords, monthInWords } from './dates.ts';
import { type Fact, facts, mark, section } from './facts.ts';
import { time } from './format.ts';
import { previewAddress } from './preview-address.ts';
import { safeLink } from './safe-link.ts';
import { table } from './table.ts';
import { inLanguage, named, type Words } from './words.ts';

/** Sheets that are read in the same way are told once. */
function alike(tables: readonly UnderstoodTable[]): readonly (readonly UnderstoodTable[])[] {
  const groups = Map.groupBy(tables, ({ sheet: _sheet, month: _month, ...rest }) => JSON.stringify(rest));
  return [...groups.values()];
}

const withSource = (language: Language, text: string, sources: Words, source: string | null): string =>
  source === null ? text : `${text} (${named(language, sources, source)})`;

/** The value of a fact, and the way to change it at that field. */
function changeable(view: HrPreviewView, frame: Frame, anchor: string, term: string, value: ComponentChild): Fact {
  const t = inLanguage(frame.language, understoodWords);
  const link = safeLink(previewAddress(view, 'hrChange', anchor), [
    t.change,
    h('span', { class: 'hidden' }, ` (${term})`),
  ]);
  return [term, [value, h('span', { class: 'change' }, link)]];
}

const ifKnown = (value: string | null, fact: (value: string) => Fact): readonly Fact[] =>
  value === null ? [] : [fact(value)];

function fileFacts(view: HrPreviewView, frame: Frame): readonly Fact[] {
  const { language } = frame;
  const t = inLanguage(language, understoodWords);
  const { understood, profile } = view;
  const { encoding, delimiter, decimal, decimals, dateOrder, dateOrderFrom, others } = understood;
  const change = (anchor: string, term: string, value: string): Fact => changeable(view, frame, anchor, term, value);
  const otherSheets = others.map(({ sheet, why }) => `${sheet} (${named(language, whyNotRead, why)})`).join(', ');
  return [
    ...ifKnown(encoding, (code) => change('#encoding', t.encoding, named(language, encodingNames, code))),
    ...ifKnown(delimiter, (sign) => change('#delimiter', t.delimiter, named(language, delimiterNames, sign))),
    ...ifKnown(decimal, (sign): Fact => [t.decimal, named(language, decimalSigns, sign)]),
    ...ifKnown(decimals, (code) => change('#decimals', t.decimals, named(language, decimalsNames, code))),
    ...ifKnown(dateOrder, (order) =>
      change(
        '#date-order',
        t.dateOrder,
        withSource(language, named(language, dateOrders, order), dateOrderSources, dateOrderFrom),
      ),
    ),
    ...(others.length === 0 ? [] : [change('#sheets', t.others, otherSheets)]),
    [
      t.profile,
      profile === null
        ? t.noProfile
        : say(
            language,
            profileUsed(profile.name, profile.version, profile.by, {
              fr: instantInWords('fr', profile.at),
              en: instantInWords('en', profile.at),
            }),
          ),
    ],
  ];
}

function tableFacts(view: HrPreviewView, group: readonly UnderstoodTable[], frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, understoodWords);
  const [first] = group;
  if (first === undefined) return null;
  const change = (anchor: string, term: string, value: string): Fact => changeable(view, frame, anchor, term, value);
  const sheets = group.flatMap(({ sheet }) => sheet ?? []);
  const months = group.map(({ month }) => (month === null ? t.monthUnknown : monthInWords(language, month)));
  const unit =
    first.unit === null
      ? t.unitUnknown
      : withSource(language, named(language, unitNames, first.unit), unitSources, first.unitFrom);
  const needed = first.columns.filter(({ role }) => role !== null);
  const notNeeded = first.columns.filter(({ role }) => role === null);
  // A column is shown among the columns; the page of changes has the choice for workbooks only.
  const saidElsewhere = (anchor: string, term: string, from: string | null): readonly Fact[] => {
    if (from === null || from === 'column') return [];
    const value = named(language, namedByNames, from);
    return [sheets.length === 0 ? [term, value] : change(anchor, term, value)];
  };
  return [
    facts([
      ...(sheets.length === 0 ? [] : [change('#sheets', t.sheets, sheets.join(', '))]),
      change('#header-row', t.headerRow, String(first.headerRow)),
      [t.shape, named(language, shapeNames, first.shape)],
      ...saidElsewhere('#person-from', t.personFrom, first.personFrom),
      ...saidElsewhere('#project-from', t.projectFrom, first.projectFrom),
      change('#unit', t.unit, unit),
      ...(first.shape === 'grid' ? [change('#month', t.month, [...new Set(months)].join(', '))] : []),
    ]),
    table(
      sheets.length === 0 ? t.columns : `${t.columns} – ${sheets.join(', ')}`,
      [
        { title: t.column, cell: ({ letter }) => letter, isHeading: true },
        { title: t.header, cell: ({ header }) => header },
        {
          title: t.role,
          cell: ({ role, header }) =>
            role === null
              ? null
              : [
                  named(language, roleNames, role),
                  h(
                    'span',
                    { class: 'change' },
                    safeLink(previewAddress(view, 'hrChange', `#column-${role}`), [
                      t.change,
                      h('span', { class: 'hidden' }, ` (${header})`),
                    ]),
                  ),
                ],
        },
      ],
      needed,
      { hasHiddenCaption: sheets.length === 0, class: 'tight sheet' },
    ),
    notNeeded.length === 0
      ? null
      : facts([
          change('#columns', t.notNeeded, notNeeded.map(({ letter, header }) => `${header} (${letter})`).join(', ')),
        ]),
  ];
}

/** More of a grid's line than this says nothing new. */
const entriesShown = 3;

function asRead(line: SampleLine, language: Language): ComponentChild {
  const t = inLanguage(language, understoodWords);
  if (line.entries.length === 0) return mark('bad', t.notRead);
  const left = line.entries.length - entriesShown;
  return [
    line.entries
      .slice(0, entriesShown)
      .map(({ person, day, project, minutes = 0, halfDays = 0 }) =>
        h(
          'div',
          null,
          h('strong', null, time(language, { minutes, halfDays })),
          ` – ${dayInWords(language, day)}, ${person}, ${project}`,
        ),
      ),
    left <= 0 ? null : h('div', null, say(language, moreEntries(left))),
  ];
}

function sampleTable({ understood }: HrPreviewView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, understoodWords);
  if (understood.sample.length === 0) return null;
  return [
    h('h3', null, t.sample),
    table(
      t.sample,
      [
        {
          title: t.row,
          cell: ({ sheet, row }) => [
            String(row),
            sheet === null ? null : h('span', { class: 'under' }, `${t.sheet} ${sheet}`),
          ],
          isHeading: true,
        },
        {
          title: t.asWritten,
          cell: ({ cells }) =>
            h(
              'ul',
              { class: 'cells' },
              cells.filter((text) => text !== '').map((text) => h('li', null, text)),
            ),
        },
        { title: t.asRead, cell: (line) => asRead(line, language) },
      ],
      understood.sample,
      { hasHiddenCaption: true, class: 'tight' },
    ),
  ];
}

/** Links lead to the page of changes, each at its field. */
export function understoodPart(view: HrPreviewView, frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, understoodWords);
  return section(
    'understood',
    t.title,
    h('p', null, t.text),
    alike(view.understood.tables).map((group) => tableFacts(view, group, frame)),
    facts(fileFacts(view, frame)),
    sampleTable(view, frame),
  );
}
