// Auditor links of one statement: who may open it, at which level, until when; the form that makes one, the button that revokes it.

import { type ComponentChild, h } from 'preact';
import type { Day } from '../../lib/model/calendar.ts';
import { whole } from '../../lib/model/quantity-text.ts';
import type { ViewLevel } from '../../lib/statement/sd-jwt.ts';
import { addresses } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { financeStatementWords } from '../words/finance.ts';
import { dayInWords, instantInWords } from './dates.ts';
import { copied, facts, type MarkKind, mark, notice, section } from './facts.ts';
import { inputField, postForm, radioField, submit } from './form.ts';
import { table } from './table.ts';
import { inLanguage } from './words.ts';

export interface LinkLine {
  /** As it stands in addresses. */
  readonly link: string;
  readonly level: ViewLevel;
  readonly audience: string;
  readonly emailDomain: string;
  /** How its six digits reach her. */
  readonly codeBy: 'paper' | 'mail';
  /** The last day on which it opens. */
  readonly expires: Day;
  readonly state: 'open' | 'revoked' | 'expired' | 'locked';
  readonly openings: number;
  readonly refusedTries: number;
  /** Instant UTC; null = never opened. */
  readonly lastOpened: string | null;
}

/** Shown once, in the answer to the form that made it. */
export interface MadeLink {
  /** `https://…/v/…#…`, secret included. */
  readonly address: string;
  /** In groups, as it is typed. */
  readonly secret: string;
  /** Six digits; null where codes go by mail. */
  readonly code: string | null;
}

export interface LinksOfStatement {
  /** As they stand in addresses. */
  readonly company: { readonly id: string };
  readonly statement: string;
  readonly links: readonly LinkLine[];
  /** Days that the form takes, and the one it proposes. */
  readonly expiry: { readonly earliest: Day; readonly usual: Day; readonly latest: Day };
  readonly madeLink: MadeLink | null;
}

const linkMarks: Readonly<Record<LinkLine['state'], MarkKind>> = {
  open: 'good',
  revoked: 'bad',
  expired: 'gone',
  locked: 'wait',
};

function linkTable({ company, links }: LinksOfStatement, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, financeStatementWords);
  if (links.length === 0) return h('p', null, t.noLinks);
  return table(
    t.links,
    [
      {
        title: t.audience,
        cell: ({ audience, emailDomain, codeBy }) => [
          audience,
          h('span', { class: 'under' }, codeBy === 'mail' ? `${emailDomain} · ${t.mail}` : emailDomain),
        ],
        isHeading: true,
      },
      { title: t.level, cell: ({ level }) => t[level] },
      { title: t.expires, cell: ({ expires }) => dayInWords(language, expires) },
      { title: t.openings, cell: ({ openings }) => whole(language, openings), isNumber: true },
      { title: t.refusedTries, cell: ({ refusedTries }) => whole(language, refusedTries), isNumber: true },
      {
        title: t.lastOpened,
        cell: ({ lastOpened }) => (lastOpened === null ? '–' : instantInWords(language, lastOpened)),
      },
      {
        title: t.state,
        cell: ({ link, state, audience }) => [
          mark(linkMarks[state], t[state]),
          state === 'open' || state === 'locked'
            ? postForm(frame, addresses.financeRevoke(company.id, link), [
                h(
                  'button',
                  { type: 'submit', class: 'danger small' },
                  t.revoke,
                  h('span', { class: 'hidden' }, ` ${audience}`),
                ),
              ])
            : null,
        ],
      },
    ],
    links,
    { hasHiddenCaption: true },
  );
}

function linkForm({ company, statement, expiry }: LinksOfStatement, frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, financeStatementWords);
  const levels = (['totals', 'lines', 'names'] as const).map((level) => ({
    value: level,
    text: t[level],
    hint: t[`${level}Hint`],
  }));
  return postForm(
    frame,
    addresses.financeLinks(company.id, statement),
    [
      h('h3', null, t.makeLink),
      radioField({ name: 'level', label: t.level }, levels, 'totals'),
      inputField({ name: 'audience', label: t.audience, hint: t.audienceHint }, { required: true }),
      inputField(
        { name: 'emailDomain', label: t.emailDomain, hint: t.emailDomainHint },
        { required: true, spellcheck: false, autocomplete: 'off' },
      ),
      radioField(
        { name: 'code', label: t.codeBy },
        (['paper', 'mail'] as const).map((way) => ({ value: way, text: t[way], hint: t[`${way}Hint`] })),
        'paper',
      ),
      inputField(
        { name: 'expires', label: t.expires, hint: t.expiresHint },
        { type: 'date', required: true, min: expiry.earliest, max: expiry.latest, value: expiry.usual },
      ),
      submit(t.makeButton),
    ],
    { class: 'panel' },
  );
}

/** At the top of the page that answers the form: the only time the secret is shown. */
export function madeLinkNotice({ madeLink }: LinksOfStatement, { language }: Frame): ComponentChild {
  if (madeLink === null) return null;
  const t = inLanguage(language, financeStatementWords);
  return notice(
    'done',
    h('p', null, h('strong', null, t.made)),
    facts([
      [t.address, copied(language, madeLink.address)],
      [t.secret, copied(language, madeLink.secret)],
      [
        t.code,
        madeLink.code === null
          ? t.codeByMail
          : [copied(language, madeLink.code), h('p', { class: 'hint' }, t.codeHint)],
      ],
    ]),
  );
}

/** POST `level`, `audience`, `emailDomain`, `code`, `expires` to make one. */
export function auditorLinks(view: LinksOfStatement, frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, financeStatementWords);
  return section('links', t.links, h('p', null, t.linksText), linkTable(view, frame), linkForm(view, frame));
}
