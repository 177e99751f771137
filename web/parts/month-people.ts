// Who has declared what in a month: nobody is forgotten, and a month is complete when somebody says so.

import { type ComponentChild, h } from 'preact';
import { say } from '../../lib/model/typeset.ts';
import { addresses } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import type { HrTimesheetsView, PersonOfMonth } from '../hr-timesheets-view.ts';
import { allHaveTime, meansNoTime, peopleWords, withoutTime } from '../words/hr-timesheets.ts';
import { completenessMark } from './completeness.ts';
import { instantInWords, monthInWords } from './dates.ts';
import { mark, section } from './facts.ts';
import { box, getForm, hidden, postForm, selectField, submit } from './form.ts';
import { time } from './format.ts';
import { safeLink } from './safe-link.ts';
import { table } from './table.ts';
import { inLanguage } from './words.ts';

const inBoth = (month: string) => ({ fr: monthInWords('fr', month), en: monthInWords('en', month) });
const formId = 'complete';

/** `janvier 2026 : 3 sur 41 personnes mises à disposition n’ont rien` */
export function monthSummary({ month, people }: HrTimesheetsView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, peopleWords);
  if (people.length === 0) return t.nobodySeconded;
  const nothing = people.filter(({ state }) => state === 'nothing').length;
  if (nothing > 0) return mark('wait', say(language, withoutTime(inBoth(month), nothing, people.length)));
  const open = people.filter(({ state }) => state === 'open').length;
  return open === 0
    ? mark('good', `${monthInWords(language, month)} – ${t.everybodyComplete}`)
    : mark('part', say(language, allHaveTime(inBoth(month), open)));
}

function person(one: PersonOfMonth, view: HrTimesheetsView, { language }: Frame): ComponentChild {
  if (one.state === 'complete') return one.name;
  return box(`developer-${one.developer}`, 'developer', one.developer, one.name, {
    form: formId,
    checked: view.isTicked && one.state === 'open',
    ...(one.state === 'open' ? { 'data-tick': 'open' } : { hint: say(language, meansNoTime(inBoth(view.month))) }),
  });
}

function peopleTable(view: HrTimesheetsView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, peopleWords);
  const { company, month } = view;
  const about = (name: string): ComponentChild => h('span', { class: 'hidden' }, ` (${name})`);
  return table(
    `${t.title}, ${monthInWords(language, month)}`,
    [
      { title: t.person, cell: (one) => person(one, view, frame), isHeading: true },
      {
        title: t.time,
        cell: (one) => (one.state === 'nothing' ? '–' : time(language, one.time)),
        isNumber: true,
      },
      {
        title: t.state,
        cell: ({ state, declared, time: amount }) => [
          completenessMark(language, state, amount),
          declared === null
            ? null
            : h('span', { class: 'under' }, `${declared.by}, ${instantInWords(language, declared.at)}`),
        ],
      },
      {
        title: t.actions,
        cell: ({ developer, name, state }) => [
          safeLink(addresses.hrMonth(company.id, month, developer), [t.see, about(name)]),
          state === 'complete'
            ? [
                ' · ',
                safeLink(`${addresses.hrMonth(company.id, month, developer)}#completeness`, [t.reopen, about(name)]),
              ]
            : null,
        ],
      },
    ],
    view.people,
    { hasHiddenCaption: true },
  );
}

/** GET `month`; POST `developer` (several). */
export function monthPeople(view: HrTimesheetsView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, peopleWords);
  const { company, month, months, year, people } = view;
  const isOpen = people.some(({ state }) => state !== 'complete');
  const tick = `${addresses.hrTimesheets}?${new URLSearchParams({ company: company.id, year: String(year), month, tick: 'open' })}#people`;
  return section(
    'people',
    t.title,
    getForm(addresses.hrTimesheets, [
      hidden('company', company.id),
      hidden('year', year),
      h(
        'div',
        { class: 'row' },
        selectField(
          { name: 'month', label: t.month },
          months.map((one) => ({ value: one, text: monthInWords(language, one) })),
          month,
        ),
        submit(say(language, { fr: 'Afficher', en: 'Show' }), 'second'),
      ),
    ]),
    h('p', { class: 'after-form' }, monthSummary(view, frame)),
    people.length === 0
      ? null
      : [
          h('p', null, t.text),
          people.some(({ state }) => state === 'open') ? h('p', { class: 'tick-all' }, safeLink(tick, t.tick)) : null,
          peopleTable(view, frame),
          isOpen ? postForm(frame, addresses.hrComplete(company.id, month), submit(t.complete), { id: formId }) : null,
        ],
  );
}
