// Questions of auditors with their answers, as both sides read them, on screen and on paper.
import { type ComponentChild, h } from 'preact';
import type { Month } from '../../lib/model/calendar.ts';
import type { Language } from '../../lib/model/text.ts';
import { instantInWords, monthInWords } from './dates.ts';
import { inLanguage, type Words } from './words.ts';

export interface Note {
  /** As it stands in addresses. */
  readonly note: string;
  readonly audience: string;
  /** Instant UTC. */
  readonly at: string;
  /** Null: about the whole statement. */
  readonly line: number | null;
  readonly month: Month | null;
  /** Null once it was erased. */
  readonly text: string | null;
  readonly answers: readonly { readonly at: string; readonly text: string | null }[];
}

const words = {
  none: { fr: 'Aucune question n’a été posée.', en: 'No question was asked.' },
  line: { fr: 'ligne', en: 'line' },
  whole: { fr: 'l’état entier', en: 'the whole statement' },
  answer: { fr: 'Réponse de l’entreprise', en: 'Answer of the company' },
  waiting: { fr: 'Pas encore de réponse.', en: 'No answer yet.' },
  erased: { fr: '(effacé)', en: '(erased)' },
} as const satisfies Words;

/** What a note is about, in a few words. */
export function noteSubject(language: Language, { line, month }: Pick<Note, 'line' | 'month'>): string {
  const t = inLanguage(language, words);
  return line === null || month === null ? t.whole : `${t.line} ${line}, ${monthInWords(language, month)}`;
}

/** @param after what stands behind each, such as the form of an answer */
export function noteList(
  language: Language,
  notes: readonly Note[],
  after: (note: Note) => ComponentChild = () => null,
): ComponentChild {
  const t = inLanguage(language, words);
  if (notes.length === 0) return h('p', null, t.none);
  return notes.map((note) =>
    h(
      'article',
      { class: 'card', id: `note-${note.note}` },
      h('h3', null, `${note.audience}, ${instantInWords(language, note.at)} – ${noteSubject(language, note)}`),
      h('p', null, note.text ?? t.erased),
      note.answers.length === 0
        ? h('p', { class: 'hint' }, t.waiting)
        : note.answers.map(({ at, text }) => [
            h('p', { class: 'hint' }, `${t.answer}, ${instantInWords(language, at)}`),
            h('p', null, text ?? t.erased),
          ]),
      after(note),
    ),
  );
}
