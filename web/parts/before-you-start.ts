// What a timesheet must say, the files that are taken, templates, an example: read once, before the first file.
import { type ComponentChild, h } from 'preact';
import type { Language } from '../../lib/model/text.ts';
import { addresses } from '../addresses.ts';
import { beforeWords, exampleHeaders, exampleRows, knownHeaders } from '../words/hr-timesheets.ts';
import { facts } from './facts.ts';
import { safeLink } from './safe-link.ts';
import { table } from './table.ts';
import { inLanguage } from './words.ts';

const templates: Readonly<Record<Language, string>> = { fr: 'modele-feuille-de-temps', en: 'timesheet-template' };
const languageNames: Readonly<Record<Language, string>> = { fr: 'français', en: 'English' };

/** Those in the language of the page first. */
function templateList(language: Language): ComponentChild {
  const inOrder: readonly Language[] = language === 'fr' ? ['fr', 'en'] : ['en', 'fr'];
  return h(
    'ul',
    { class: 'inline-list' },
    inOrder.flatMap((each) =>
      ['xlsx', 'ods'].map((kind) =>
        h(
          'li',
          null,
          safeLink(addresses.hrTemplate(`${templates[each]}.${kind}`), [
            `${kind.toUpperCase()}, `,
            h('span', { lang: each }, languageNames[each]),
          ]),
        ),
      ),
    ),
  );
}

function example(language: Language): ComponentChild {
  const t = inLanguage(language, exampleHeaders);
  return table(
    beforeWords.example[language],
    [
      { title: t.id, cell: ([id]) => id, isHeading: true },
      { title: t.date, cell: ([, date]) => date },
      { title: t.project, cell: ([, , project]) => project },
      { title: t.time, cell: ([, , , time]) => time },
    ],
    exampleRows[language],
    { class: 'tight sheet' },
  );
}

export function beforeYouStart(language: Language): ComponentChild {
  const t = inLanguage(language, beforeWords);
  const known = inLanguage(language, knownHeaders);
  const four = [
    [t.person, t.personText],
    [t.day, t.dayText],
    [t.project, t.projectText],
    [t.duration, t.durationText],
  ] as const;
  return h(
    'div',
    null,
    h('h3', null, t.title),
    h('p', null, t.text),
    h(
      'ul',
      { class: 'four' },
      four.map(([name, text]) => h('li', null, h('strong', null, name), ` – ${text}`)),
    ),
    h('p', null, t.ownLayout),
    h('p', null, t.nothingYet),
    h('p', { class: 'before-list' }, t.templates),
    templateList(language),
    example(language),
    h(
      'details',
      null,
      h('summary', null, t.headers),
      facts([
        [t.person, known.person],
        [t.day, known.day],
        [t.project, known.project],
        [t.duration, known.duration],
      ]),
      h('p', { class: 'hint' }, t.headersText),
    ),
  );
}
