// A foundation's answer as a mark: on its own list, and among the proofs that an auditor reads.

import type { ComponentChild } from 'preact';
import type { ConfirmationAnswer } from '../../lib/model/confirmation.ts';
import type { Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';
import { type MarkKind, mark } from './facts.ts';
import type { Words } from './words.ts';

const answers = {
  confirmed: { fr: 'Confirmé', en: 'Confirmed' },
  partly: { fr: 'Confirmé en partie', en: 'Confirmed in part' },
  disputed: { fr: 'Contesté par la fondation', en: 'Disputed by the foundation' },
  'cannot-tell': { fr: 'Ne peut pas le dire', en: 'Cannot tell' },
} as const satisfies Words;

const marks: Readonly<Record<ConfirmationAnswer, MarkKind>> = {
  confirmed: 'good',
  partly: 'part',
  disputed: 'bad',
  'cannot-tell': 'wait',
};

export const answerMark = (language: Language, answer: ConfirmationAnswer): ComponentChild =>
  mark(marks[answer], say(language, answers[answer]));
