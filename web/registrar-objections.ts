// The registrar: the form that upholds the objection of an outside author, and those that were upheld.
import { h } from 'preact';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { instantInWords } from './parts/dates.ts';
import { copied, notice, section } from './parts/facts.ts';
import { inputField, postForm, submit } from './parts/form.ts';
import { table } from './parts/table.ts';
import { inLanguage } from './parts/words.ts';
import { objectionWords } from './words/erasures.ts';

export interface RegistrarObjectionsView {
  /** Newest first; `author`: the keyed hash of an address or an account. */
  readonly upheld: readonly { readonly author: string; readonly at: string }[];
  readonly notice: Bilingual | null;
}

export function renderRegistrarObjections(view: RegistrarObjectionsView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, objectionWords);
  const { upheld } = view;
  const typed = { required: true, autocomplete: 'off', spellcheck: false, maxLength: 320 };
  return page(
    frame,
    { title: t.title },
    view.notice === null ? null : notice('done', h('p', null, say(language, view.notice))),
    h('p', { class: 'lead' }, t.lead),
    h('p', null, t.developer),
    section(
      'uphold',
      t.uphold,
      postForm(
        frame,
        addresses.registrarObjections,
        [
          inputField({ name: 'author', label: t.author, hint: t.authorHint }, typed),
          inputField({ name: 'again', label: t.again, hint: t.againHint }, typed),
          h('p', null, submit(t.button, 'danger')),
        ],
        { class: 'panel' },
      ),
    ),
    section(
      'upheld',
      t.upheld,
      upheld.length === 0
        ? h('p', null, t.none)
        : table(
            t.upheld,
            [
              { title: t.hash, cell: ({ author }) => copied(language, author), isHeading: true },
              { title: t.at, cell: ({ at }) => instantInWords(language, at) },
            ],
            upheld,
            { hasHiddenCaption: true },
          ),
    ),
  );
}
