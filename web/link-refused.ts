// One answer for unknown, revoked and expired links, so that nobody learns which it was; it says what to do in each case.
import { h } from 'preact';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { section } from './parts/facts.ts';
import { safeLink } from './parts/safe-link.ts';
import { inLanguage } from './parts/words.ts';
import { linkRefusedWords } from './words/auditor.ts';

/** No view: whatever the reason, these are the same bytes. */
export function renderLinkRefused(frame: Frame): string {
  const t = inLanguage(frame.language, linkRefusedWords);
  return page(
    frame,
    { title: t.title, isError: true },
    h('p', { class: 'lead' }, t.lead),
    section(
      'next',
      t.next,
      h(
        'ul',
        null,
        [t.ask, t.copy, t.file].map((line) => h('li', null, line)),
      ),
      h('p', null, safeLink(addresses.verify, t.verify, { class: 'button' })),
    ),
  );
}
