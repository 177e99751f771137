// HR: the receipt of a posted timesheet, and the way to undo it.

import { type ComponentChild, h } from 'preact';
import { whole } from '../lib/model/quantity-text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import type { HrReceiptView } from './hr-receipt-view.ts';
import { companyText } from './parts/company.ts';
import { instantInWords, periodInWords } from './parts/dates.ts';
import { copied, type Fact, facts, mark, notice, section } from './parts/facts.ts';
import { ruleOf } from './parts/finding-rules.ts';
import { postForm, submit } from './parts/form.ts';
import { time } from './parts/format.ts';
import { safeLink } from './parts/safe-link.ts';
import { table } from './parts/table.ts';
import { inLanguage } from './parts/words.ts';
import { profileUsed } from './words/hr-preview.ts';
import { contentInWords, hrReceiptWords, lateInWords, leftOutInWords } from './words/hr-receipt.ts';

/** Each point that needed a person's word, and the word. */
function confirmedPart({ confirmed, unexplained }: HrReceiptView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrReceiptWords);
  const points = [
    ...confirmed.map(({ code, reason }) => ({ code, reason: reason ?? h('span', { class: 'faint' }, t.ticked) })),
    ...unexplained.map((code) => ({ code, reason: mark('wait', t.unexplained) })),
  ];
  if (points.length === 0) return null;
  return section(
    'confirmed',
    t.confirmed,
    table(
      t.confirmed,
      [
        { title: t.point, cell: ({ code }) => say(language, ruleOf(code, []).title), isHeading: true },
        { title: t.reason, cell: ({ reason }) => reason },
      ],
      points,
      { hasHiddenCaption: true },
    ),
  );
}

/** How it was read, and what of it was not taken. */
function howItWasRead({ late, leftOut, profile, choices }: HrReceiptView, { language }: Frame): readonly Fact[] {
  const t = inLanguage(language, hrReceiptWords);
  const names = [...leftOut.people, ...leftOut.projects];
  return [
    [t.late, late === null ? null : mark('part', say(language, lateInWords(late.lines, late.mostDays)))],
    [t.leftOut, leftOut.lines === 0 ? null : say(language, leftOutInWords(leftOut.lines, names))],
    [
      t.profile,
      profile === null
        ? null
        : say(
            language,
            profileUsed(profile.name, profile.version, profile.by, {
              fr: instantInWords('fr', profile.at),
              en: instantInWords('en', profile.at),
            }),
          ),
    ],
    [t.choices, choices === null ? null : copied(language, choices)],
  ];
}

export function renderHrReceipt(view: HrReceiptView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, hrReceiptWords);
  const { company, undone, keptBecause, just } = view;
  const counts = say(language, contentInWords(view.lines, view.people, view.time));
  return page(
    frame,
    { title: t.title },
    just === null ? null : notice('done', h('p', null, just === 'posted' ? t.postedNow : t.alreadyPosted)),
    facts([
      [t.state, undone === null ? mark('good', t.posted) : mark('gone', t.undone)],
      [t.undoneBy, undone === null ? null : `${undone.by}, ${instantInWords(language, undone.at)}`],
      [t.company, companyText(company)],
      [t.file, view.file.name],
      [t.digest, copied(language, view.file.sha256)],
      [t.when, instantInWords(language, view.at)],
      [t.by, view.by],
      [t.period, periodInWords(language, view.period)],
      [t.counts, counts],
      ...howItWasRead(view, frame),
      [t.place, `company/${company.id}, ${whole(language, view.seq)}`],
      [t.receipt, copied(language, view.digest)],
    ]),
    table(
      t.projects,
      [
        { title: t.project, cell: ({ name }) => name, isHeading: true },
        { title: t.lines, cell: ({ lines }) => whole(language, lines), isNumber: true },
        { title: t.time, cell: (project) => time(language, project.time), isNumber: true },
      ],
      view.projects,
      { foot: [t.total, whole(language, view.lines), time(language, view.time)] },
    ),
    confirmedPart(view, frame),
    undone === null
      ? section(
          'undo',
          t.undoTitle,
          keptBecause === null
            ? [
                h('p', null, t.undoText),
                postForm(frame, addresses.hrUndo(company.id, view.timesheet), submit(t.undo, 'danger')),
              ]
            : h('p', null, say(language, keptBecause)),
        )
      : null,
    h(
      'p',
      { class: 'way-on' },
      safeLink(addresses.hrReceiptFile(company.id, view.timesheet), t.json),
      safeLink(addresses.hrTimesheets, t.back),
    ),
  );
}
