// The door of an auditor's link. It tells nothing of what is behind: not the company, not even that the link exists.
import { h } from 'preact';
import type { Bilingual } from '../lib/model/text.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { dayInWords } from './parts/dates.ts';
import { errorSummary } from './parts/error-summary.ts';
import { section } from './parts/facts.ts';
import { inputField, postForm, submit } from './parts/form.ts';
import { safeLink } from './parts/safe-link.ts';
import { inLanguage, say } from './parts/words.ts';
import { linkLandingWords } from './words/auditor.ts';

export interface LinkLandingView {
  /** As it stands in this page's address. */
  readonly token: string;
  /** Instant UTC from the token itself: the first at which it no longer opens. */
  readonly expires: string;
  /** What was just typed and did not open it; handed back, so that only the mistake is typed again. */
  readonly failure: { readonly text: Bilingual; readonly secret: string; readonly siren: string } | null;
}

/** POST `secret`, `siren`, `code`. The script fills `secret` from the address's fragment, which is never sent by itself. */
export function renderLinkLanding({ token, expires, failure }: LinkLandingView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, linkLandingWords);
  const typed = { required: true, autocomplete: 'off', spellcheck: false } as const;
  const errors = failure === null ? [] : [{ href: '#secret', text: say(language, failure.text) }];
  return page(
    frame,
    { title: t.title, isError: failure !== null },
    errorSummary(language, errors),
    h('p', { class: 'lead' }, t.lead),
    postForm(
      frame,
      addresses.link(token),
      [
        inputField(
          { name: 'secret', label: t.secret, hint: t.secretHint },
          { ...typed, 'data-link-secret': '', ...(failure === null ? {} : { value: failure.secret }) },
        ),
        inputField(
          { name: 'siren', label: t.siren, hint: t.sirenHint },
          { ...typed, inputMode: 'numeric', size: 12, ...(failure === null ? {} : { value: failure.siren }) },
        ),
        inputField({ name: 'code', label: t.code, hint: t.codeHint }, { ...typed, inputMode: 'numeric', size: 8 }),
        submit(t.open),
      ],
      { class: 'panel' },
    ),
    section('who-sees', t.whoSees, h('p', null, t.whoSeesText)),
    h(
      'p',
      null,
      `${t.until} ${dayInWords(language, expires.slice(0, 10))}, ${expires.slice(11, 16)} UTC. `,
      t.noLink,
      ' ',
      safeLink(addresses.verify, '/verify'),
    ),
  );
}
