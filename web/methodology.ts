// Public: how a statement is made, what a match means, what is not claimed, how to check it without us.

import { h } from 'preact';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { section } from './parts/facts.ts';
import { safeLink } from './parts/safe-link.ts';
import { inLanguage } from './parts/words.ts';
import { methodologyWords, methodParts } from './words/methodology.ts';

/** No view: the same for everybody. */
export function renderMethodology(frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, methodologyWords);
  return page(
    frame,
    { title: t.title },
    h('p', { class: 'lead' }, t.lead),
    h(
      'nav',
      { 'aria-label': t.contents },
      h(
        'ul',
        null,
        methodParts.map(({ id, title }) => h('li', null, safeLink(`#${id}`, say(language, title)))),
      ),
    ),
    methodParts.map(({ id, title, lines }) =>
      section(
        id,
        say(language, title),
        lines.map((line) => h('p', null, say(language, line))),
      ),
    ),
    h('p', { class: 'way-on' }, safeLink(addresses.verify, t.verify), ' ', safeLink(addresses.status, t.status)),
  );
}
