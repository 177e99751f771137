// Development sign-in: choose one of the listed people. Said clearly to be nothing else.
import { h } from 'preact';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { notice, section } from './parts/facts.ts';
import { hidden, postForm } from './parts/form.ts';
import { inLanguage } from './parts/words.ts';
import { signInWords } from './words/sign-in.ts';

export interface SignInView {
  readonly personas: readonly { readonly person: string; readonly label: string }[];
  /** Own path to go on to. */
  readonly next: string;
}

export function renderSignIn({ personas, next }: SignInView, frame: Frame): string {
  const t = inLanguage(frame.language, signInWords);
  const choice = [
    hidden('next', next),
    h(
      'ul',
      { class: 'people' },
      personas.map(({ person, label }) =>
        h('li', null, h('button', { type: 'submit', class: 'second', name: 'person', value: person }, label)),
      ),
    ),
  ];
  return page(
    frame,
    { title: t.title },
    notice('warn', h('p', null, t.warning)),
    section(
      'choose',
      t.choose,
      personas.length === 0 ? h('p', null, t.nobody) : postForm(frame, addresses.signIn, choice),
    ),
  );
}
