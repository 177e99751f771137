// What a forge shows, as counts and short ids: never a clock time, never a message.

import { type ComponentChild, h } from 'preact';
import type { ContributionKind } from '../../lib/model/contribution.ts';
import { whole } from '../../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';
import { safeLink } from './safe-link.ts';
import { inLanguage } from './words.ts';

export interface Trace {
  readonly sha: string;
  /** Where it can be read; null if nobody knows an address. */
  readonly url: string | null;
}

export interface TraceCount {
  readonly kind: ContributionKind;
  readonly count: number;
  /** Shown to the parties and at level `names`; null elsewhere: counts alone. */
  readonly shown: readonly Trace[] | null;
}

const counted =
  (fr: readonly [string, string], en: readonly [string, string]) =>
  (count: number): Bilingual => ({
    fr: `${whole('fr', count)} ${count < 2 ? fr[0] : fr[1]}`,
    en: `${whole('en', count)} ${count === 1 ? en[0] : en[1]}`,
  });

const kinds: Readonly<Record<ContributionKind, (count: number) => Bilingual>> = {
  commit: counted(['commit', 'commits'], ['commit', 'commits']),
  'co-author': counted(['commit co-signé', 'commits co-signés'], ['co-authored commit', 'co-authored commits']),
  review: counted(['revue de code', 'revues de code'], ['review', 'reviews']),
  issue: counted(['ticket', 'tickets'], ['issue', 'issues']),
  merge: counted(['fusion', 'fusions'], ['merge', 'merges']),
  tag: counted(['étiquette', 'étiquettes'], ['tag', 'tags']),
  release: counted(['version publiée', 'versions publiées'], ['release', 'releases']),
};

const words = {
  none: { fr: 'Aucune', en: 'None' },
} as const;

const shortId = ({ sha, url }: Trace): ComponentChild => {
  const text = h('code', null, sha.slice(0, 10));
  return url === null ? text : safeLink(url, text);
};

export function traceList(language: Language, traces: readonly TraceCount[]): ComponentChild {
  if (traces.length === 0) return inLanguage(language, words).none;
  return h(
    'ul',
    { class: 'traces' },
    traces.map(({ kind, count, shown }) =>
      h(
        'li',
        null,
        say(language, kinds[kind](count)),
        shown === null || shown.length === 0 ? null : [' ', shown.flatMap((trace) => [shortId(trace), ' '])],
      ),
    ),
  );
}
