// The door of an auditor's link. It tells nothing of what is behind: not the company, not even that the link exists.

import { type ComponentChild, h } from 'preact';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { dayInWords } from './parts/dates.ts';
import { errorSummary } from './parts/error-summary.ts';
import { notice, section } from './parts/facts.ts';
import { inputField, postForm, submit } from './parts/form.ts';
import { safeLink } from './parts/safe-link.ts';
import { inLanguage } from './parts/words.ts';
import { linkLandingWords } from './words/auditor.ts';

/** What was typed before; handed back, so that only what is missing is typed again. */
interface TypedBefore {
  readonly secret: string;
  readonly siren: string;
}

export interface LinkLandingView {
  /** As it stands in this page's address. */
  readonly token: string;
  /** Instant UTC from the token itself: the first at which it no longer opens. */
  readonly expires: string;
  /** Codes can be sent by mail here. */
  readonly mails: boolean;
  /** Where messages lie in an embedded run; null where they are sent. */
  readonly outbox: string | null;
  /** What was just typed and did not open it. */
  readonly failure: (TypedBefore & { readonly text: Bilingual }) | null;
  /** To which address a code was just asked for. */
  readonly sentTo: (TypedBefore & { readonly email: string }) | null;
}

function codeByMail({ token, outbox, sentTo }: LinkLandingView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, linkLandingWords);
  return h(
    'fieldset',
    null,
    h('legend', null, t.byMail),
    inputField(
      { name: 'email', label: t.email, hint: t.emailHint },
      { autocomplete: 'email', spellcheck: false, ...(sentTo === null ? {} : { value: sentTo.email }) },
    ),
    outbox === null ? null : h('p', { class: 'hint' }, t.outbox, ' ', h('code', null, outbox)),
    // Its own address, so that one form serves both: nobody types the secret twice.
    h(
      'button',
      { type: 'submit', class: 'second', formaction: addresses.linkCode(token), formnovalidate: true },
      t.send,
    ),
  );
}

/** POST `secret`, `siren`, `code`, `email`. The script fills `secret` from the address's fragment, which is never sent by itself. */
export function renderLinkLanding(view: LinkLandingView, frame: Frame): string {
  const { token, expires, mails, failure, sentTo } = view;
  const { language } = frame;
  const t = inLanguage(language, linkLandingWords);
  const typed = { required: true, autocomplete: 'off', spellcheck: false } as const;
  const errors = failure === null ? [] : [{ href: '#secret', text: say(language, failure.text) }];
  const before = failure ?? sentTo;
  return page(
    frame,
    { title: t.title, isError: failure !== null },
    errorSummary(language, errors),
    sentTo === null ? null : notice('done', h('p', null, `${t.sent} ${sentTo.email}. ${t.sentNext}`)),
    h('p', { class: 'lead' }, t.lead),
    h('p', null, t.what, ' ', safeLink(addresses.methodology, t.methodology)),
    postForm(
      frame,
      addresses.link(token),
      [
        inputField(
          { name: 'secret', label: t.secret, hint: t.secretHint },
          { ...typed, 'data-link-secret': '', ...(before === null ? {} : { value: before.secret }) },
        ),
        inputField(
          { name: 'siren', label: t.siren, hint: t.sirenHint },
          { ...typed, inputMode: 'numeric', size: 12, ...(before === null ? {} : { value: before.siren }) },
        ),
        inputField(
          { name: 'code', label: t.code, hint: mails ? t.codeHintMail : t.codeHint },
          { ...typed, inputMode: 'numeric', size: 8 },
        ),
        submit(t.open),
        mails ? codeByMail(view, frame) : null,
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
