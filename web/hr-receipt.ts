// HR: the receipt of a posted timesheet, and the way to undo it.
import { h } from 'preact';
import type { Period } from '../lib/model/calendar.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { type CompanyChoice, companyText } from './parts/company.ts';
import { instantInWords, periodInWords } from './parts/dates.ts';
import { copied, facts, mark, notice, section } from './parts/facts.ts';
import { postForm, submit } from './parts/form.ts';
import { type Time, time, whole } from './parts/format.ts';
import { safeLink } from './parts/safe-link.ts';
import { table } from './parts/table.ts';
import { inLanguage, say } from './parts/words.ts';
import { hrReceiptWords } from './words/hr-receipt.ts';

export interface HrReceiptView {
  readonly company: CompanyChoice;
  /** As it stands in this page's address. */
  readonly timesheet: string;
  /** Its place in the company's book, and the SHA-256 of the fact, lower-case hex. */
  readonly seq: number;
  readonly digest: string;
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number };
  readonly by: string;
  /** Instant UTC. */
  readonly at: string;
  readonly period: Period;
  readonly people: number;
  readonly lines: number;
  readonly time: Time;
  readonly projects: readonly { readonly name: string; readonly lines: number; readonly time: Time }[];
  readonly undone: { readonly by: string; readonly at: string } | null;
  /** Why it cannot be undone (a statement uses it); null if it can. */
  readonly keptBecause: Bilingual | null;
  /** What has just happened: the page that a post leads to says so. */
  readonly just: 'posted' | 'already-posted' | null;
}

export function renderHrReceipt(view: HrReceiptView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, hrReceiptWords);
  const { company, undone, keptBecause, just } = view;
  const counts = say(language, {
    fr: `${whole('fr', view.lines)} lignes, ${whole('fr', view.people)} personnes, ${time('fr', view.time)}`,
    en: `${whole('en', view.lines)} lines, ${whole('en', view.people)} people, ${time('en', view.time)}`,
  });
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
    h('p', { class: 'way-on' }, safeLink(addresses.hrTimesheets, t.back)),
  );
}
