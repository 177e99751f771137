// HR: before you start, send a file, who has nothing yet, absences, and what was received.

import { type ComponentChild, h } from 'preact';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import type { HrTimesheetsView } from './hr-timesheets-view.ts';
import { absencesPart } from './parts/absences.ts';
import { beforeYouStart } from './parts/before-you-start.ts';
import { companyField, companyText } from './parts/company.ts';
import { notice, section } from './parts/facts.ts';
import { getForm, submit } from './parts/form.ts';
import { historyPart } from './parts/history.ts';
import { monthPeople, monthSummary } from './parts/month-people.ts';
import { safeLink } from './parts/safe-link.ts';
import { uploadForm } from './parts/upload-form.ts';
import { inLanguage } from './parts/words.ts';
import { erasureWords } from './words/erasures.ts';
import { hrTimesheetsWords } from './words/hr-timesheets.ts';

/** Of one company there is nothing to choose. */
function whose({ companies, company }: HrTimesheetsView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrTimesheetsWords);
  if (companies.length <= 1) return h('p', { class: 'lead' }, companyText(company));
  return getForm(
    addresses.hrTimesheets,
    h(
      'div',
      { class: 'row' },
      companyField({ id: 'shown-company', label: t.company }, companies, company),
      submit(t.show, 'second'),
    ),
  );
}

export function renderHrTimesheets(view: HrTimesheetsView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, hrTimesheetsWords);
  return page(
    frame,
    { title: t.title },
    view.notice === null ? null : notice('done', h('p', null, say(language, view.notice))),
    whose(view, frame),
    h('p', { class: 'after-form' }, monthSummary(view, frame), ' ', safeLink('#people', t.seePeople)),
    section(
      'send',
      t.send,
      h('div', { class: 'columns' }, beforeYouStart(language), h('div', null, uploadForm(view, frame))),
    ),
    monthPeople(view, frame),
    absencesPart(view, frame),
    historyPart(view, frame),
    h(
      'p',
      { class: 'way-on' },
      safeLink(
        `${addresses.hrErasures}?${new URLSearchParams({ company: view.company.id })}`,
        say(language, erasureWords.toErasures),
      ),
    ),
  );
}
