// HR: how a file is to be read, said field by field where the reader was wrong or found nothing.
//
// POST to `hrChoices`: `layout` `yes`, `choices` (those that it changes), `sheet` (several: all that are to be read), `headerRow`, `column:<role>`
// (`auto`, `none`, or `=` and the header), `personFrom`, `projectFrom` (`auto`, `sheet-name`), `unit`, `decimals`, `dateOrder`, `encoding`, `delimiter` (each may be `auto`),
// `month` (`YYYY-MM`, may be empty), `keep` (`yes`), `profileName`, and `next`: `preview`, or `change` to come back here.

import { type ComponentChild, h } from 'preact';
import type { Bilingual, Language } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import { type Frame, page } from './frame.ts';
import type { Changeable, HrChangeView } from './hr-change-view.ts';
import { companyText } from './parts/company.ts';
import { monthInWords } from './parts/dates.ts';
import { facts, notice, section } from './parts/facts.ts';
import { firstRowsTable } from './parts/first-rows.ts';
import { box, hidden, inputField, postForm, selectField, submit } from './parts/form.ts';
import { previewAddress } from './parts/preview-address.ts';
import { safeLink } from './parts/safe-link.ts';
import { inLanguage, named, type Words } from './parts/words.ts';
import { hrChangeWords, leftToTheReader, monthHint } from './words/hr-change.ts';
import {
  dateOrders,
  decimalsNames,
  delimiterNames,
  encodingNames,
  namedByNames,
  roleNames,
  unitNames,
} from './words/understood.ts';

const inBoth = (words: Words, code: string): Bilingual => words[code] ?? { fr: code, en: code };

/** A field whose first choice leaves the matter to the reader. */
function chooser(
  name: string,
  id: string,
  label: string,
  { understood, chosen }: Changeable<string>,
  words: Words,
  codes: readonly string[],
  language: Language,
  hint?: string,
): ComponentChild {
  const auto = say(language, leftToTheReader(understood === null ? null : inBoth(words, understood)));
  return selectField(
    { name, id, label, ...(hint === undefined ? {} : { hint }) },
    [{ value: 'auto', text: auto }, ...codes.map((code) => ({ value: code, text: named(language, words, code) }))],
    chosen ?? 'auto',
  );
}

const monthFound = (month: string | null): Bilingual | null =>
  month === null ? null : { fr: monthInWords('fr', month), en: monthInWords('en', month) };

function sheetsPart({ sheets }: HrChangeView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrChangeWords);
  if (sheets.length === 0) return null;
  return section(
    'sheets',
    t.sheets,
    h(
      'fieldset',
      null,
      h('legend', { class: 'hidden' }, t.sheets),
      sheets.map(({ name, isRead, isHidden }, i) =>
        box(`sheet-${i}`, 'sheet', name, name, { checked: isRead, ...(isHidden ? { hint: t.hidden } : {}) }),
      ),
    ),
  );
}

function headerPart(view: HrChangeView, frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, hrChangeWords);
  return section(
    'header-row',
    t.headerRow,
    h('p', null, t.headerRowText),
    firstRowsTable(view, frame),
    submit(t.useRow, 'second', { name: 'next', value: 'change' }),
  );
}

function columnsPart(view: HrChangeView, { language }: Frame): ComponentChild {
  const { headers, columns } = view;
  const t = inLanguage(language, hrChangeWords);
  const none = { fr: hrChangeWords.noColumn.fr, en: hrChangeWords.noColumn.en };
  const fields = columns.map(({ role, understood, chosen }) => {
    const auto = leftToTheReader(understood === null ? none : { fr: understood, en: understood });
    return selectField(
      { name: `column:${role}`, id: `column-${role}`, label: named(language, roleNames, role) },
      [
        { value: 'auto', text: say(language, auto) },
        { value: 'none', text: t.noColumn },
        ...headers.map((header) => ({ value: `=${header}`, text: header })),
      ],
      chosen === null ? 'auto' : chosen.header === null ? 'none' : `=${chosen.header}`,
    );
  });
  return section(
    'columns',
    t.columns,
    headers.length === 0
      ? h('p', null, t.noHeaders)
      : [h('p', null, t.columnsText), h('div', { class: 'fields' }, fields)],
    sheetNameFields(view, language),
  );
}

/** Sheets that are people or projects: their names say so only where HR says so. */
function sheetNameFields({ personFrom, projectFrom }: HrChangeView, language: Language): ComponentChild {
  const t = inLanguage(language, hrChangeWords);
  if (personFrom === null || projectFrom === null) return null;
  const field = (name: string, id: string, label: string, changeable: Changeable<'sheet-name'>) =>
    chooser(name, id, label, changeable, namedByNames, ['sheet-name'], language);
  return h(
    'div',
    { class: 'fields' },
    field('personFrom', 'person-from', t.personFrom, personFrom),
    field('projectFrom', 'project-from', t.projectFrom, projectFrom),
  );
}

function numbersPart({ unit, decimals, dateOrder, month }: HrChangeView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrChangeWords);
  const units = ['hour', 'minute', 'day', 'half-day', 'percent'];
  return section(
    'numbers',
    t.numbers,
    h(
      'div',
      { class: 'fields' },
      chooser('unit', 'unit', t.unit, unit, unitNames, units, language),
      chooser('decimals', 'decimals', t.decimals, decimals, decimalsNames, ['hundredths', 'minutes'], language),
      chooser('dateOrder', 'date-order', t.dateOrder, dateOrder, dateOrders, ['day-first', 'month-first'], language),
      month === null
        ? null
        : inputField(
            { name: 'month', label: t.month, hint: say(language, monthHint(monthFound(month.understood))) },
            // Empty unless she chose: each sheet may say a month of its own.
            { type: 'month', ...(month.chosen === null ? {} : { value: month.chosen }) },
          ),
    ),
  );
}

function textPart({ encoding, delimiter }: HrChangeView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrChangeWords);
  if (encoding === null || delimiter === null) return null;
  const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'macintosh'];
  return section(
    'text',
    t.text,
    h(
      'div',
      { class: 'fields' },
      chooser('encoding', 'encoding', t.encoding, encoding, encodingNames, encodings, language, t.encodingHint),
      chooser('delimiter', 'delimiter', t.delimiter, delimiter, delimiterNames, [';', ',', '\t'], language),
    ),
  );
}

function keepPart({ profileName }: HrChangeView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrChangeWords);
  return section(
    'keep',
    t.keepTitle,
    box('keep-it', 'keep', 'yes', t.keep, { hint: t.keepHint }),
    inputField(
      { name: 'profileName', label: t.profileName },
      { value: profileName, maxLength: 80, autocomplete: 'off' },
    ),
  );
}

export function renderHrChange(view: HrChangeView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, hrChangeWords);
  const { company, year, sha256, fileName, choices, notUnderstood } = view;
  const place = { company, year, file: { sha256 }, choices };
  return page(
    frame,
    { title: t.title, isError: notUnderstood !== null },
    view.notice === null ? null : notice('done', h('p', null, say(language, view.notice))),
    notUnderstood === null
      ? h('p', { class: 'lead' }, t.lead)
      : notice('warn', h('p', null, say(language, notUnderstood))),
    facts([
      [say(language, { fr: 'Fichier', en: 'File' }), fileName],
      [say(language, { fr: 'Entreprise', en: 'Company' }), companyText(company)],
    ]),
    postForm(
      frame,
      previewAddress({ ...place, choices: null }, 'hrChoices'),
      [
        hidden('choices', choices ?? ''),
        hidden('layout', 'yes'),
        sheetsPart(view, frame),
        headerPart(view, frame),
        columnsPart(view, frame),
        numbersPart(view, frame),
        textPart(view, frame),
        keepPart(view, frame),
        submit(t.send, 'main', { name: 'next', value: 'preview' }),
      ],
      { class: 'long' },
    ),
    notUnderstood === null ? h('p', { class: 'way-on' }, safeLink(previewAddress(place, 'hrPreview'), t.back)) : null,
  );
}
