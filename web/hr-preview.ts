// HR: what was understood of a file, before anything is posted. All problems by cell; all or nothing.
import { type ComponentChild, h } from 'preact';
import type { Bilingual } from '../lib/model/text.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { type CompanyChoice, companyText } from './parts/company.ts';
import { copied, facts, mark, notice, section } from './parts/facts.ts';
import { postForm, requiredBox, submit } from './parts/form.ts';
import { time, whole } from './parts/format.ts';
import { safeLink } from './parts/safe-link.ts';
import { table } from './parts/table.ts';
import { uploadForm } from './parts/upload-form.ts';
import { inLanguage, say } from './parts/words.ts';
import {
  confirmations,
  fileTotal,
  hrPreviewWords,
  ignoredWords,
  linesRead,
  moreProblems,
  postButton,
} from './words/hr-preview.ts';

/** One problem of the reading, or of resolving people and projects. */
export interface PreviewProblem {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly cell: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly blocking: boolean;
  readonly detail: Bilingual;
}

/** The reading of `communs read --json`, without its entries, for one company and year. */
export interface HrPreviewView {
  readonly company: CompanyChoice;
  readonly year: number;
  readonly years: readonly number[];
  readonly file: {
    readonly name: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly kind: 'csv' | 'xlsx' | 'ods';
    readonly encoding?: string | undefined;
    readonly delimiter?: string | undefined;
    readonly decimal?: string | undefined;
    readonly sheets?: readonly string[] | undefined;
  };
  readonly totals: {
    /** `ready` + `toFix`. */
    readonly rows: number;
    readonly ready: number;
    readonly toFix: number;
    readonly ignored: number;
    readonly minutes: number;
    readonly halfDays: number;
    readonly fileTotalMinutes: number | null;
  };
  readonly problems: readonly PreviewProblem[];
  readonly ignored: readonly { readonly why: keyof typeof ignoredWords }[];
  /** The receipt of this very file, if it is posted and not undone. */
  readonly receipt: string | null;
}

/** More rows than this in one page help nobody. */
const problemsShown = 300;

function problemTable(caption: string, problems: readonly PreviewProblem[], { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrPreviewWords);
  const place = ({ sheet, row, cell }: PreviewProblem): ComponentChild => {
    const where = cell ?? (row === null ? null : `${t.row}\u00a0${row}`);
    return [where ?? t.wholeFile, sheet === null ? null : h('span', { class: 'under' }, `${t.sheet} ${sheet}`)];
  };
  return [
    table(
      caption,
      [
        { title: t.place, cell: place, isHeading: true },
        { title: t.seen, cell: ({ value }) => (value === null || value === '' ? '–' : h('code', null, value)) },
        { title: t.what, cell: ({ detail }) => say(language, detail) },
      ],
      problems.slice(0, problemsShown),
      { hasHiddenCaption: true },
    ),
    problems.length > problemsShown ? h('p', null, say(language, moreProblems(problems.length - problemsShown))) : null,
  ];
}

const sign = (text: string | undefined): ComponentChild => (text === undefined ? null : h('code', null, text));

function fileFacts({ company, year, file }: HrPreviewView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrPreviewWords);
  return facts([
    [t.file, file.name],
    [t.company, companyText(company)],
    [t.year, String(year)],
    [
      t.kind,
      `${file.kind.toUpperCase()}, ${say(language, { fr: `${whole(language, file.bytes)} octets`, en: `${whole(language, file.bytes)} bytes` })}`,
    ],
    [t.sheets, file.sheets?.join(', ')],
    [t.encoding, file.encoding],
    [t.delimiter, file.delimiter === '\t' ? t.tab : sign(file.delimiter)],
    [t.decimal, sign(file.decimal)],
    [t.digest, copied(language, file.sha256)],
  ]);
}

function numbers({ totals, ignored }: HrPreviewView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrPreviewWords);
  const number = (count: number, text: string): ComponentChild =>
    h('li', null, h('strong', null, whole(language, count)), ' ', text);
  const { minutes, fileTotalMinutes } = totals;
  const isEqual = fileTotalMinutes === minutes;
  const whys = [...new Set(ignored.map(({ why }) => why))];
  return [
    h('p', null, say(language, linesRead(totals.rows))),
    h(
      'ul',
      { class: 'numbers' },
      number(totals.ready, t.ready),
      number(totals.toFix, t.toFix),
      number(totals.ignored, t.ignored),
    ),
    facts([
      [t.read, time(language, totals)],
      [
        t.fileTotal,
        fileTotalMinutes === null
          ? t.noFileTotal
          : mark(isEqual ? 'good' : 'bad', say(language, fileTotal(fileTotalMinutes, isEqual))),
      ],
      [
        t.ignoredTitle,
        whys.length === 0
          ? null
          : whys
              .map(
                (why) =>
                  `${say(language, ignoredWords[why])} (${whole(language, ignored.filter((one) => one.why === why).length)})`,
              )
              .join(', '),
      ],
    ]),
  ];
}

function postPart(view: HrPreviewView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, hrPreviewWords);
  const { company, year, file, totals, problems, receipt } = view;
  if (receipt !== null) {
    const way = safeLink(addresses.hrReceipt(company.id, receipt), t.receipt);
    return notice('note', h('p', null, t.already), h('p', null, way));
  }
  if (totals.ready === 0) return h('p', null, t.nothing);
  const toConfirm = problems.filter(({ blocking }) => !blocking);
  const codes = [...new Set(toConfirm.map(({ code }) => code))];
  const boxes = codes.map((code) => {
    const text = confirmations[code];
    const count = toConfirm.filter((one) => one.code === code).length;
    return requiredBox(
      `accept-${code}`,
      'accept',
      code,
      `${text === undefined ? code : say(language, text)} (${whole(language, count)})`,
    );
  });
  return postForm(
    frame,
    addresses.hrPreview(company.id, year, file.sha256),
    [
      boxes.length === 0
        ? null
        : h('fieldset', null, h('legend', null, t.toConfirm), h('p', { class: 'hint' }, t.toConfirmText), boxes),
      h('p', null, t.postText),
      submit(say(language, postButton(totals.ready, totals))),
    ],
    { class: 'panel' },
  );
}

export function renderHrPreview(view: HrPreviewView, frame: Frame): string {
  const t = inLanguage(frame.language, hrPreviewWords);
  const blocking = view.problems.filter((problem) => problem.blocking);
  const toConfirm = view.problems.filter((problem) => !problem.blocking);
  const isBlocked = blocking.length > 0;
  return page(
    frame,
    { title: t.title, isError: isBlocked },
    fileFacts(view, frame),
    section('lines', t.lines, numbers(view, frame)),
    isBlocked
      ? section(
          'problems',
          t.problems,
          notice('warn', h('p', null, t.noPosting)),
          problemTable(t.problems, blocking, frame),
        )
      : null,
    toConfirm.length === 0 ? null : section('to-confirm', t.toConfirm, problemTable(t.toConfirm, toConfirm, frame)),
    isBlocked
      ? section('again', t.again, uploadForm({ ...view, companies: [view.company] }, frame))
      : section('post', t.post, postPart(view, frame)),
  );
}
