// What must be corrected, at the top of the page, each with a link to its field.
import { type ComponentChild, h } from 'preact';
import type { Language } from '../../lib/model/text.ts';
import { safeLink } from './safe-link.ts';
import { inLanguage } from './words.ts';

export interface FormError {
  /** Address of the field, `#siren` on this page; null if the error is about no field. */
  readonly href: string | null;
  readonly text: string;
}

const words = {
  title: { fr: 'À corriger', en: 'To correct' },
} as const;

export function errorSummary(language: Language, errors: readonly FormError[]): ComponentChild {
  if (errors.length === 0) return null;
  const t = inLanguage(language, words);
  return h(
    'div',
    { class: 'error-summary', role: 'alert', tabIndex: -1, 'aria-labelledby': 'to-correct' },
    h('h2', { id: 'to-correct' }, t.title),
    h(
      'ul',
      null,
      errors.map(({ href, text }) => h('li', null, href === null ? text : safeLink(href, text))),
    ),
  );
}
