// Where a developer's month stands with her.

import type { ComponentChild } from 'preact';
import type { Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';
import { type MarkKind, mark } from './facts.ts';
import type { Words } from './words.ts';

/** `to-check` again as soon as a line comes that she has not seen. */
export type MonthState = 'to-check' | 'checked' | 'contested' | 'nothing-declared';

const states = {
  'to-check': { fr: 'À relire', en: 'To check' },
  checked: { fr: 'Relu', en: 'Checked' },
  contested: { fr: 'Contesté', en: 'Contested' },
  'nothing-declared': { fr: 'Rien de déclaré', en: 'Nothing declared' },
} as const satisfies Words;

const marks: Readonly<Record<MonthState, MarkKind>> = {
  'to-check': 'wait',
  checked: 'good',
  contested: 'bad',
  'nothing-declared': 'none',
};

export const monthMark = (language: Language, state: MonthState): ComponentChild =>
  mark(marks[state], say(language, states[state]));
