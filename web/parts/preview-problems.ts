// The numbers of a preview, and what needs attention: by rule where there is much of it, by row, or of one rule.

import { type ComponentChild, h } from 'preact';
import { whole } from '../../lib/model/quantity-text.ts';
import { say } from '../../lib/model/typeset.ts';
import type { Frame } from '../frame.ts';
import type { HrPreviewView, PreviewProblem, Severity } from '../hr-preview-view.ts';
import { countedLines, fileTotal, linesOfFile, moreProblems, resultWords } from '../words/hr-preview.ts';
import { ignoredNames } from '../words/understood.ts';
import { facts, mark, section } from './facts.ts';
import { ruleOf } from './finding-rules.ts';
import { time } from './format.ts';
import { previewAddress } from './preview-address.ts';
import { safeLink } from './safe-link.ts';
import { type Column, table } from './table.ts';
import { inLanguage, named } from './words.ts';

/** More rows than this in one page help nobody. */
const rowsShown = 300;
/** From so many on, a person sees more in rules than in rows. */
const manyProblems = 16;
const placesShown = 3;
const severities: readonly Severity[] = ['must-fix', 'confirm', 'note'];

export function numbersPart({ totals, ignored }: HrPreviewView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, resultWords);
  const number = (count: number, text: string): ComponentChild =>
    h('li', null, h('strong', null, whole(language, count)), ' ', text);
  const { minutes, fileTotalMinutes, toFix, leftOut } = totals;
  const how = fileTotalMinutes === minutes ? 'equal' : toFix + leftOut > 0 ? 'waits' : 'differs';
  const reasons = Map.groupBy(ignored, ({ why }) => why);
  return [
    h('p', null, say(language, linesOfFile)),
    h(
      'ul',
      { class: 'numbers sum' },
      number(totals.rows, t.rows),
      number(totals.ready, t.ready),
      number(toFix, t.toFix),
      number(leftOut, t.leftOut),
    ),
    facts([
      [t.read, time(language, totals)],
      [
        t.fileTotal,
        fileTotalMinutes === null
          ? t.noFileTotal
          : mark(
              how === 'equal' ? 'good' : how === 'waits' ? 'wait' : 'bad',
              say(language, fileTotal(fileTotalMinutes, how)),
            ),
      ],
      [
        t.ignored,
        reasons.size === 0
          ? null
          : [...reasons]
              .map(([why, rows]) => `${named(language, ignoredNames, why)} (${whole(language, rows.length)})`)
              .join(', '),
      ],
    ]),
  ];
}

function placeOf({ sheet, row, cell }: PreviewProblem, { language }: Frame): ComponentChild {
  const t = inLanguage(language, resultWords);
  const where = cell ?? (row === null ? null : `${t.row}\u00a0${row}`);
  return [where ?? t.wholeFile, sheet === null ? null : h('span', { class: 'under' }, `${t.sheet} ${sheet}`)];
}

function byRow(caption: string, problems: readonly PreviewProblem[], frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, resultWords);
  const left = problems.length - rowsShown;
  const seen: Column<PreviewProblem> = {
    title: t.seen,
    cell: ({ value }) => (value === null || value === '' ? '–' : h('code', null, value)),
  };
  return [
    table(
      caption,
      [
        { title: t.place, cell: (problem) => placeOf(problem, frame), isHeading: true },
        ...(problems.some(({ value }) => value !== null && value !== '') ? [seen] : []),
        { title: t.what, cell: ({ detail }) => say(language, detail) },
      ],
      problems.slice(0, rowsShown),
      { hasHiddenCaption: true },
    ),
    left > 0 ? h('p', null, say(language, moreProblems(left))) : null,
  ];
}

function firstPlaces(view: HrPreviewView, code: string, problems: readonly PreviewProblem[], frame: Frame) {
  const { language } = frame;
  const t = inLanguage(language, resultWords);
  const one = ({ sheet, row, cell, value }: PreviewProblem): ComponentChild => {
    const where = cell ?? (row === null ? t.wholeFile : `${t.row}\u00a0${row}`);
    const text = sheet === null ? where : `${sheet}, ${where}`;
    return h('li', null, text, value === null || value === '' ? null : [' ', h('code', null, value)]);
  };
  const title = say(language, ruleOf(code, problems).title);
  return [
    h('ul', { class: 'places' }, problems.slice(0, placesShown).map(one)),
    problems.length <= placesShown
      ? null
      : safeLink(previewAddress(view, 'hrPreview', '#problems', { view: 'rows', code }), [
          t.seeAll,
          h('span', { class: 'hidden' }, ` (${title})`),
        ]),
  ];
}

function byRule(view: HrPreviewView, caption: string, problems: readonly PreviewProblem[], frame: Frame) {
  const { language } = frame;
  const t = inLanguage(language, resultWords);
  return table(
    caption,
    [
      {
        title: t.rule,
        cell: ([code, ofCode]) => {
          const { title, toDo } = ruleOf(code, ofCode);
          return [say(language, title), h('span', { class: 'under' }, say(language, toDo))];
        },
        isHeading: true,
      },
      { title: t.count, cell: ([, ofCode]) => whole(language, ofCode.length), isNumber: true },
      { title: t.firstPlaces, cell: ([code, ofCode]) => firstPlaces(view, code, ofCode, frame) },
    ],
    [...Map.groupBy(problems, ({ code }) => code)].sort(([, a], [, b]) => b.length - a.length),
    { hasHiddenCaption: true },
  );
}

function viewSwitch(view: HrPreviewView, shown: 'rules' | 'rows', frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, resultWords);
  const way = (to: 'rules' | 'rows', text: string): ComponentChild =>
    h(
      'li',
      null,
      safeLink(previewAddress(view, 'hrPreview', '#problems', { view: to }), text, { isCurrent: shown === to }),
    );
  return h(
    'nav',
    { class: 'views', 'aria-label': t.views },
    h('ul', null, way('rules', t.byRule), way('rows', t.byRow)),
  );
}

/** By rule or by row, as asked by `?view=`; only one rule by `?code=`. Nothing that needs attention gives no section. */
export function problemsPart(view: HrPreviewView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, resultWords);
  const { problems, code } = view;
  if (problems.length === 0) return null;
  const shown = code === null ? (view.shown ?? (problems.length < manyProblems ? 'rows' : 'rules')) : 'rows';
  const looked = code === null ? problems : problems.filter((problem) => problem.code === code);
  const parts = severities.flatMap((severity) => {
    const some = looked.filter((problem) => problem.severity === severity);
    if (some.length === 0) return [];
    const caption = t[severity];
    return [
      h('h3', null, `${caption} (${whole(language, some.length)})`),
      shown === 'rules' ? byRule(view, caption, some, frame) : byRow(caption, some, frame),
    ];
  });
  return section(
    'problems',
    t.problems,
    code === null
      ? viewSwitch(view, shown, frame)
      : h(
          'p',
          null,
          `${t.onlyCode}${language === 'fr' ? '\u202f' : ''}: ${say(language, ruleOf(code, problems).title)}. `,
          safeLink(previewAddress(view, 'hrPreview', '#problems'), t.all),
        ),
    parts,
  );
}

/** `12 lignes`: of one rule, beside its name. */
export const countOf = (language: Frame['language'], count: number): string => say(language, countedLines(count));
