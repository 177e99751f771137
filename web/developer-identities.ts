// The developer: her identities. What is linked since when by which proof, what is proposed by whom and why, and how to prove another.

import { type ComponentChild, h } from 'preact';
import type { Day } from '../lib/model/calendar.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { daysInWords, instantInWords } from './parts/dates.ts';
import { facts, mark, notice, section } from './parts/facts.ts';
import { hidden, inputField, postForm, submit } from './parts/form.ts';
import { type BegunProof, beginForms, begunForms } from './parts/prove-forms.ts';
import { safeLink } from './parts/safe-link.ts';
import { table } from './parts/table.ts';
import { type ProposedIdentity, whyProposed } from './parts/why-proposed.ts';
import { inLanguage, named } from './parts/words.ts';
import { identityWords, proofWords } from './words/identities.ts';

export interface LinkedIdentity {
  /** Sent back with her answer. */
  readonly identity: string;
  /** An address or a login, as she proved it; null where another employer knows it. */
  readonly shown: string | null;
  readonly about: 'address' | 'account';
  readonly intervals: readonly {
    readonly since: Day;
    readonly until: Day | null;
    readonly proof: string;
    /** Instant UTC. */
    readonly at: string;
    /** Proved at this employer: which other one is not said. */
    readonly isHere: boolean;
  }[];
}

export interface DeveloperIdentitiesView {
  readonly company: { readonly id: string; readonly name: string };
  readonly linked: readonly LinkedIdentity[];
  readonly proposed: readonly ProposedIdentity[];
  readonly begun: readonly BegunProof[];
  readonly keyForges: readonly string[];
  readonly loginForges: readonly string[];
  /** Folder of messages that are not sent; null where mail is sent. */
  readonly outbox: string | null;
  /** What her last act did, shown once. */
  readonly notice: Bilingual | null;
}

function unlinkForm({ identity }: LinkedIdentity, { company }: DeveloperIdentitiesView, frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, identityWords);
  return h(
    'details',
    null,
    h('summary', null, t.unlink),
    postForm(frame, addresses.developerUnlink, [
      hidden('company', company.id),
      hidden('identity', identity),
      h('p', { class: 'hint' }, t.unlinkText),
      inputField({ name: 'until', id: `until-${identity}`, label: t.lastDay, hint: t.lastDayHint }, { type: 'date' }),
      submit(t.ended, 'second', { name: 'answer', value: 'ended' }),
      submit(t.never, 'danger', { name: 'answer', value: 'never' }),
    ]),
  );
}

function linkedPart(view: DeveloperIdentitiesView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, identityWords);
  const { linked } = view;
  if (linked.length === 0) return section('linked', t.linked, h('p', null, t.noneLinked));
  const proofOf = ({ proof, at, isHere }: LinkedIdentity['intervals'][number]): string =>
    `${named(language, proofWords, proof)}${isHere ? '' : `, ${t.otherEmployer}`} (${instantInWords(language, at)})`;
  const lines = (texts: readonly string[]): ComponentChild => texts.map((text) => h('div', null, text));
  return section(
    'linked',
    t.linked,
    h('p', null, t.linkedText),
    table(
      t.linked,
      [
        {
          title: t.identity,
          cell: ({ shown, about }) => [shown ?? t.elsewhere, h('div', { class: 'hint' }, t[about])],
          isHeading: true,
        },
        {
          title: t.days,
          cell: ({ intervals }) => lines(intervals.map(({ since, until }) => daysInWords(language, since, until))),
        },
        { title: t.proof, cell: ({ intervals }) => lines(intervals.map(proofOf)) },
        { title: t.answer, cell: (one) => unlinkForm(one, view, frame) },
      ],
      linked,
      { hasHiddenCaption: true },
    ),
  );
}

function proposalAnswer(
  { identity, shown, about, isVouched, isRefused }: ProposedIdentity,
  { company }: DeveloperIdentitiesView,
  frame: Frame,
): ComponentChild {
  const t = inLanguage(frame.language, identityWords);
  const asked = [hidden('company', company.id), hidden('identity', identity)];
  const notMe = submit(t.notMe, 'second', { name: 'answer', value: 'not-me' });
  const accept = submit(t.accept, 'second', { name: 'answer', value: 'accept' });
  const code = postForm(
    frame,
    addresses.developerCode,
    [hidden('company', company.id), hidden('address', shown), submit(t.sendCode, 'second')],
    { class: 'inline' },
  );
  return [
    isRefused ? mark('gone', t.refused) : null,
    isVouched || !isRefused
      ? postForm(frame, addresses.developerIdentities, [asked, isVouched ? accept : null, isRefused ? null : notMe], {
          class: 'inline',
        })
      : null,
    isVouched || isRefused ? null : about === 'address' ? code : h('p', { class: 'hint' }, t.proveAccount),
  ];
}

function proposedPart(view: DeveloperIdentitiesView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, identityWords);
  const { proposed, company } = view;
  return section(
    'proposed',
    t.proposed,
    h('p', null, proposed.length === 0 ? t.noneProposed : t.proposedText),
    proposed.length === 0
      ? null
      : table(
          t.proposed,
          [
            {
              title: t.identity,
              cell: ({ shown, about }) => [shown, h('div', { class: 'hint' }, t[about])],
              isHeading: true,
            },
            { title: t.why, cell: (one) => whyProposed(language, one) },
            { title: t.answer, cell: (one) => proposalAnswer(one, view, frame) },
          ],
          proposed,
          { hasHiddenCaption: true },
        ),
    h('p', null, t.searchText),
    postForm(frame, addresses.developerNameSearch, [hidden('company', company.id), submit(t.search, 'second')]),
  );
}

export function renderDeveloperIdentities(view: DeveloperIdentitiesView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, identityWords);
  const { company, begun, outbox } = view;
  return page(
    frame,
    { title: t.title },
    view.notice === null ? null : notice('done', h('p', null, say(language, view.notice))),
    h('p', { class: 'lead' }, t.lead),
    facts([[t.employer, company.name]]),
    begun.length === 0
      ? null
      : section(
          'begun',
          t.begun,
          outbox !== null && begun.some(({ proof }) => proof === 'address-code')
            ? notice('note', h('p', null, t.outbox, ' ', h('code', null, outbox)))
            : null,
          begunForms(frame, company.id, begun),
        ),
    linkedPart(view, frame),
    proposedPart(view, frame),
    section('prove', t.prove, beginForms(frame, view)),
    h('p', { class: 'way-on' }, safeLink(addresses.developerMonths, t.back)),
  );
}
