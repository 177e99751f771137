// Whether all of a person's month is declared, as a mark: nothing is not the same as no time.

import type { ComponentChild } from 'preact';
import type { Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';
import type { Completeness } from '../hr-timesheets-view.ts';
import { type MarkKind, mark } from './facts.ts';
import type { Time } from './format.ts';
import type { Words } from './words.ts';

const words = {
  nothing: { fr: 'Rien encore', en: 'Nothing yet' },
  open: { fr: 'Ouvert', en: 'Open' },
  complete: { fr: 'Complet', en: 'Complete' },
  noTime: { fr: 'Complet, aucun temps', en: 'Complete, no time' },
} as const satisfies Words;

const marks: Readonly<Record<Completeness, MarkKind>> = { nothing: 'none', open: 'wait', complete: 'good' };

export function completenessMark(language: Language, state: Completeness, { minutes, halfDays }: Time): ComponentChild {
  const isNoTime = state === 'complete' && minutes === 0 && halfDays === 0;
  return mark(marks[state], say(language, words[isNoTime ? 'noTime' : state]));
}
