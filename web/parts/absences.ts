// The optional leave file: half-days only, so that time declared on a day of absence is seen before it is posted.

import { type ComponentChild, h } from 'preact';
import { say } from '../../lib/model/typeset.ts';
import { addresses } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import type { HrTimesheetsView } from '../hr-timesheets-view.ts';
import { absencesKept, absencesLeftOut, absencesWords } from '../words/hr-timesheets.ts';
import { instantInWords } from './dates.ts';
import { section } from './facts.ts';
import { postForm, submit } from './form.ts';
import { companyAndYear, fileField } from './upload-form.ts';
import { inLanguage } from './words.ts';

/** POST `company`, `year`, `file`. */
export function absencesPart(view: HrTimesheetsView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, absencesWords);
  const { absences, year } = view;
  return section(
    'absences',
    t.title,
    h('p', null, t.text),
    h(
      'p',
      null,
      absences === null
        ? t.none
        : say(
            language,
            absencesKept(absences.halfDays, absences.people, year, absences.by, {
              fr: instantInWords('fr', absences.at),
              en: instantInWords('en', absences.at),
            }),
          ),
    ),
    absences === null || absences.leftOut === 0 ? null : h('p', null, say(language, absencesLeftOut(absences.leftOut))),
    postForm(
      frame,
      addresses.hrAbsences,
      [
        companyAndYear(view, frame, 'absent-'),
        fileField(frame, { name: 'file', id: 'absent-file', label: t.field, hint: t.fieldHint }),
        submit(t.send, 'second'),
      ],
      { isUpload: true, class: 'panel' },
    ),
  );
}
