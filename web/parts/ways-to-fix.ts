// The ways out of a file that cannot be posted yet: in the file, here, by changing the reading, or by leaving lines out. Never a dead end.
//
// Each form posts one kind of choice to `hrChoices`, beside `choices`, the SHA-256 of those that it changes (empty: none):
//   `cell:<sheet>!F14` a text to read instead (empty: as it stands) · `person`, `project` (several), not needed ·
//   `leaveOut` (several) `<sheet>!<row>`, or `leaveOutAll` `yes` · `clear`: people | projects | lines | cells | layout

import { type ComponentChild, h } from 'preact';
import { say } from '../../lib/model/typeset.ts';
import type { Frame } from '../frame.ts';
import type { HrPreviewView, WrittenName } from '../hr-preview-view.ts';
import {
  chosenCells,
  chosenLayout,
  chosenLines,
  chosenPeople,
  chosenProjects,
  fixWords,
  hrPreviewWords,
  leaveOutAll,
  tooManyCells,
} from '../words/hr-preview.ts';
import { section } from './facts.ts';
import { box, hidden, inputField, postForm, submit } from './form.ts';
import { previewAddress } from './preview-address.ts';
import { countOf } from './preview-problems.ts';
import { safeLink } from './safe-link.ts';
import { inLanguage } from './words.ts';

/** Asks for one kind of choice. */
const choicesForm = (view: HrPreviewView, frame: Frame, content: ComponentChild, className?: string): ComponentChild =>
  postForm(
    frame,
    previewAddress({ ...view, choices: null }, 'hrChoices'),
    [hidden('choices', view.choices ?? ''), content],
    className === undefined ? {} : { class: className },
  );

function inTheFile(view: HrPreviewView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, fixWords);
  return [
    h('h3', null, t.inTheFile),
    h('p', null, view.hasCopy ? t.copyText : t.noCopyText),
    view.hasCopy ? h('p', null, safeLink(previewAddress(view, 'hrCopy'), t.copy, { class: 'button' })) : null,
  ];
}

/** More bad cells than this are faster to correct in the file. */
const typedByHand = 20;

function here(view: HrPreviewView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, fixWords);
  const badCells = view.problems.filter(({ severity, column }) => severity === 'must-fix' && column !== null).length;
  if (view.fixable.length === 0)
    return badCells <= typedByHand
      ? null
      : [h('h3', null, t.here), h('p', null, say(language, tooManyCells(badCells)))];
  const fields = view.fixable.map(({ key, problem }, i) => {
    const where = problem.cell ?? `${t.row}\u00a0${problem.row}`;
    const place = [problem.sheet, where, problem.column].filter((part) => part !== null).join(', ');
    return inputField(
      { name: `cell:${key}`, id: `cell-${i}`, label: place, hint: say(language, problem.detail) },
      { value: '', size: 16, autocomplete: 'off' },
    );
  });
  return [
    h('h3', null, t.here),
    choicesForm(view, frame, [h('p', null, t.hereText), fields, submit(t.hereButton, 'second')], 'panel'),
  ];
}

const nameBoxes = (
  names: readonly WrittenName[],
  field: 'person' | 'project',
  legend: string,
  language: Frame['language'],
): ComponentChild =>
  names.length === 0
    ? null
    : h(
        'fieldset',
        null,
        h('legend', null, legend),
        names.map(({ text, lines }, i) => box(`${field}-${i}`, field, text, `${text} (${countOf(language, lines)})`)),
      );

function notNeeded(view: HrPreviewView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, fixWords);
  const { unknownPeople, unknownProjects } = view;
  if (unknownPeople.length + unknownProjects.length === 0) return null;
  return [
    h('h3', null, t.notNeeded),
    choicesForm(
      view,
      frame,
      [
        h('p', null, t.notNeededText),
        nameBoxes(unknownPeople, 'person', t.people, language),
        nameBoxes(unknownProjects, 'project', t.projects, language),
        submit(t.notNeededButton, 'second'),
      ],
      'panel',
    ),
  ];
}

/** More boxes than this are ticked by nobody: the button takes all. */
const boxesShown = 20;

function leaveOut(view: HrPreviewView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, fixWords);
  const { linesToFix } = view;
  if (linesToFix.length === 0) return null;
  const boxes = linesToFix.slice(0, boxesShown).map(({ key, sheet, row, text }, i) => {
    const where = `${sheet === null ? '' : `${t.sheet} ${sheet}, `}${t.row}\u00a0${row}`;
    return box(`line-${i}`, 'leaveOut', key, `${where}${language === 'fr' ? '\u202f' : ''}: ${text}`);
  });
  return [
    h('h3', null, t.leaveOut),
    choicesForm(
      view,
      frame,
      [
        h('p', null, t.leaveOutText),
        linesToFix.length > boxesShown
          ? null
          : h('fieldset', null, h('legend', { class: 'hidden' }, t.leaveOut), boxes),
        h(
          'div',
          { class: 'inline' },
          linesToFix.length > boxesShown ? null : submit(t.leaveOutButton, 'second'),
          submit(say(language, leaveOutAll(linesToFix.length)), 'second', { name: 'leaveOutAll', value: 'yes' }),
        ),
      ],
      'panel',
    ),
  ];
}

/** Where something must be fixed: each way that there is. */
export function waysToFix(view: HrPreviewView, frame: Frame): ComponentChild {
  if (!view.problems.some(({ severity }) => severity === 'must-fix')) return null;
  const t = inLanguage(frame.language, fixWords);
  return section(
    'fix',
    t.title,
    inTheFile(view, frame),
    here(view, frame),
    h('h3', null, t.layout),
    h('p', null, `${t.layoutText} `, safeLink(previewAddress(view, 'hrChange'), t.layoutLink)),
    notNeeded(view, frame),
    leaveOut(view, frame),
  );
}

/** What HR has chosen for this file, each with the way back. */
export function chosenPart(view: HrPreviewView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, hrPreviewWords);
  const { notNeededPeople, notNeededProjects, linesLeftOut, cells, layout } = view.chosen;
  const texts = (names: readonly WrittenName[]): string[] => names.map(({ text }) => text);
  const lines = (names: readonly WrittenName[]): number => names.reduce((sum, name) => sum + name.lines, 0);
  const made = [
    { kind: 'layout', is: layout, text: chosenLayout },
    { kind: 'cells', is: cells.length > 0, text: chosenCells(cells.map(({ key, text }) => `${key} = ${text}`)) },
    {
      kind: 'people',
      is: notNeededPeople.length > 0,
      text: chosenPeople(texts(notNeededPeople), lines(notNeededPeople)),
    },
    {
      kind: 'projects',
      is: notNeededProjects.length > 0,
      text: chosenProjects(texts(notNeededProjects), lines(notNeededProjects)),
    },
    { kind: 'lines', is: linesLeftOut > 0, text: chosenLines(linesLeftOut) },
  ].filter(({ is }) => is);
  if (made.length === 0) return null;
  return section(
    'chosen',
    t.chosenTitle,
    h(
      'ul',
      { class: 'choices' },
      made.map(({ kind, text }) =>
        h(
          'li',
          null,
          say(language, text),
          choicesForm(
            view,
            frame,
            submit([t.takeBack, h('span', { class: 'hidden' }, ` (${say(language, text)})`)], 'plain', {
              name: 'clear',
              value: kind,
            }),
          ),
        ),
      ),
    ),
  );
}
