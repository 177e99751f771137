// A proposed identity, and why it is proposed: her employer's word, her name, a mailmap.
import type { Day } from '../../lib/model/calendar.ts';
import type { Language } from '../../lib/model/text.ts';
import { identityWords } from '../words/identities.ts';
import { daysInWords } from './dates.ts';
import { inLanguage } from './words.ts';

export interface ProposedIdentity {
  readonly identity: string;
  readonly shown: string;
  readonly about: 'address' | 'account';
  readonly source: 'employer' | 'same-name' | 'mailmap';
  /** The name, or the file. */
  readonly because: string | null;
  readonly since: Day | null;
  readonly until: Day | null;
  readonly isVouched: boolean;
  readonly isRefused: boolean;
  /** Who proposes it, as she is called; null where she searched herself. */
  readonly by: string | null;
}

export function whyProposed(
  language: Language,
  { source, because, isVouched, by, since, until }: ProposedIdentity,
): string {
  const t = inLanguage(language, identityWords);
  if (source === 'same-name') return `${t.sameName} ${because}`;
  if (source === 'mailmap') return `${t.mailmap} ${because}, ${t.givenBy} ${by}`;
  if (!isVouched || since === null) return `${t.named} ${by}`;
  return `${t.vouched} ${by}, ${daysInWords(language, since, until)}`;
}
