// The form that corrects one day of a person: a signed difference with its reason.

import { type ComponentChild, h } from 'preact';
import { say } from '../../lib/model/typeset.ts';
import { addresses } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import type { HrMonthView } from '../hr-month-view.ts';
import { correctionLimit, hrMonthWords } from '../words/hr-month.ts';
import { lastDayOf } from './dates.ts';
import { section } from './facts.ts';
import { inputField, postForm, radioField, selectField, submit, textField } from './form.ts';
import { inLanguage } from './words.ts';

/** Of her own unit; both where her regime changed within the month. */
function amountFields({ units }: HrMonthView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrMonthWords);
  const isRequired = units.length === 1;
  const number = (name: string, label: string, max: number, required: boolean): ComponentChild =>
    inputField({ name, label }, { type: 'number', min: 0, max, size: 5, inputMode: 'numeric', required });
  return [
    units.length > 1 ? h('p', { class: 'hint' }, t.bothUnits) : null,
    h(
      'div',
      { class: 'row' },
      units.includes('minute')
        ? [number('hours', t.hours, 24, isRequired), number('minutes', t.minutes, 59, false)]
        : null,
      units.includes('half-day') ? number('halfDays', t.halfDays, 2, isRequired) : null,
    ),
  ];
}

/** POST `day`, `project`, `direction` (`add` | `take`), `hours` and `minutes` or `halfDays`, `reason`. */
export function correctionForm(view: HrMonthView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, hrMonthWords);
  const { company, month, developer, projects } = view;
  const [first] = projects;
  return section(
    'correct',
    t.correct,
    first === undefined
      ? h('p', null, t.noProjects)
      : postForm(
          frame,
          addresses.hrCorrect(company.id, month, developer.id),
          [
            h('p', null, t.correctText),
            inputField(
              { name: 'day', label: t.day },
              { type: 'date', required: true, min: `${month}-01`, max: lastDayOf(month) },
            ),
            selectField(
              { name: 'project', label: t.project },
              projects.map(({ id, name }) => ({ value: id, text: name })),
              first.id,
            ),
            radioField(
              { name: 'direction', label: t.direction },
              [
                { value: 'add', text: t.add, hint: t.addHint },
                { value: 'take', text: t.take, hint: `${t.takeHint} ${say(language, correctionLimit)}` },
              ],
              '',
            ),
            h('div', { class: 'field' }, amountFields(view, frame)),
            textField({ name: 'reason', id: 'correction-reason', label: t.reason }, true),
            submit(t.post),
          ],
          { class: 'panel' },
        ),
  );
}
