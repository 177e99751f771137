// The auditor: what she asked, what was answered, and the form for the next question. No account is needed: her link is who she is.
import { h } from 'preact';
import type { Month } from '../lib/model/calendar.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { notice, section } from './parts/facts.ts';
import { hidden, postForm, submit, textField } from './parts/form.ts';
import { backToStatement, ofStatement } from './parts/link-about.ts';
import { type Note, noteList, noteSubject } from './parts/notes.ts';
import { inLanguage } from './parts/words.ts';
import { linkNotesWords } from './words/auditor-tools.ts';

export interface LinkNotesView {
  /** As it stands in addresses. */
  readonly link: string;
  readonly number: string;
  readonly company: string;
  /** What the next question will be called: sent twice, it is asked once. */
  readonly next: string;
  /** The line that she came from; null: about the whole statement. */
  readonly about: { readonly line: number; readonly month: Month } | null;
  /** Oldest first. */
  readonly notes: readonly Note[];
  /** One was just left. */
  readonly isLeft: boolean;
}

export function renderLinkNotes(view: LinkNotesView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, linkNotesWords);
  const { link, next, about, notes, isLeft } = view;
  return page(
    frame,
    { title: t.title },
    isLeft ? notice('done', h('p', null, t.left)) : null,
    h('p', { class: 'lead' }, t.lead),
    ofStatement(language, view),
    section('asked', t.asked, noteList(language, notes)),
    section(
      'ask',
      t.ask,
      postForm(
        frame,
        addresses.linkNotes(link),
        [
          hidden('note', next),
          hidden('line', about?.line ?? ''),
          hidden('month', about?.month ?? ''),
          h('p', null, `${t.about} ${noteSubject(language, about ?? { line: null, month: null })}`),
          textField({ name: 'text', label: t.text, hint: t.textHint }, true),
          submit(t.send),
        ],
        { class: 'panel' },
      ),
    ),
    h('p', { class: 'way-on' }, backToStatement(language, link)),
  );
}
