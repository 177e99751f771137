// A developer's forge identities: proposed by her employer, hers to accept or to refuse.
import { type ComponentChild, h } from 'preact';
import type { Month } from '../../lib/model/calendar.ts';
import { addresses } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { developerMonthWords } from '../words/developer.ts';
import { mark, section } from './facts.ts';
import { hidden, postForm, submit } from './form.ts';
import { safeLink } from './safe-link.ts';
import { table } from './table.ts';
import { inLanguage } from './words.ts';

export interface ForgeIdentity {
  /** Sent back with her answer. */
  readonly identity: string;
  /** A login or an address, as she knows it. */
  readonly shown: string;
  readonly proposedBy: string;
  readonly state: 'proposed' | 'linked' | 'refused';
}

interface WithIdentities {
  readonly company: { readonly id: string };
  /** The page that she is sent back to. */
  readonly month: Month;
  readonly identities: readonly ForgeIdentity[];
}

function identityAnswer(
  { identity, state }: ForgeIdentity,
  { company, month }: WithIdentities,
  frame: Frame,
): ComponentChild {
  const t = inLanguage(frame.language, developerMonthWords);
  if (state !== 'proposed') return mark(state === 'linked' ? 'good' : 'gone', t[state]);
  return postForm(
    frame,
    addresses.developerIdentities,
    [
      hidden('company', company.id),
      hidden('month', month),
      hidden('identity', identity),
      submit(t.accept, 'second', { name: 'answer', value: 'accept' }),
      submit(t.notMe, 'second', { name: 'answer', value: 'not-me' }),
    ],
    { class: 'inline' },
  );
}

export function identityPart(view: WithIdentities, frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, developerMonthWords);
  const { identities } = view;
  return section(
    'identities',
    t.identities,
    h('p', null, identities.length === 0 ? t.noIdentity : t.identitiesText),
    identities.length === 0
      ? null
      : table(
          t.identities,
          [
            { title: t.identity, cell: ({ shown }) => shown, isHeading: true },
            { title: t.proposedBy, cell: ({ proposedBy }) => proposedBy },
            { title: t.answer, cell: (one) => identityAnswer(one, view, frame) },
          ],
          identities,
          { hasHiddenCaption: true },
        ),
    h(
      'p',
      null,
      safeLink(
        `${addresses.developerIdentities}?${new URLSearchParams({ company: view.company.id })}`,
        t.allIdentities,
      ),
    ),
  );
}
