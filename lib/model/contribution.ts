// What a forge shows of somebody's work: days, hashes and classes only (forges.md, section 4).
import type { Day } from './calendar.ts';

export type ContributionKind = 'commit' | 'co-author' | 'review' | 'issue' | 'merge' | 'tag' | 'release';

/** A row of a repository's book. Instants, messages and addresses are not here on purpose. */
export interface Contribution {
  /** `<repository id>#<kind>#<sha>`, and `#<author>` for a co-author; of what is no commit `<repository id>#<kind>#<key of the forge>`. */
  readonly id: string;
  readonly kind: ContributionKind;
  /** Of what is no commit: the commit reviewed or released; '' if the forge names none. */
  readonly sha: string;
  /** Null if unknown, and for what is no commit. */
  readonly tree: string | null;
  readonly parents: readonly string[];
  readonly repository: string;
  /** Installation-wide keyed hash of the address, or of the account for what is no commit, and what kind of name it is. */
  readonly author: string;
  readonly authorKind: 'address' | 'noreply' | 'account' | 'bot' | 'invalid';
  /** The account's stable id, as the forge gives it or as a noreply address holds it. */
  readonly account: string | null;
  /** Installation-wide keyed hash of that account and its host: the same in every repository. Null if no account is known. */
  readonly accountHash: string | null;
  readonly role: 'author' | 'co-author' | 'committer' | 'reviewer';
  /** In the author's own offset, never UTC, never the committer's. Forges give no offset of what is no commit: then the day in Paris. */
  readonly authorDay: Day;
  readonly committerDay: Day;
  readonly firstSeenDay: Day;
  /** A webhook is only a hint: what it causes is a pull. */
  readonly firstSeenBy: 'pull' | 'webhook' | 'recorded';
  /** Keyed hash of (address, author instant): the same change seen under several shas. Of what is no commit: of itself alone. */
  readonly foldKey: string;
  /** Bit length of additions + deletions; 0 for none; null if unknown. */
  readonly sizeClass: number | null;
  readonly patchId: string | null;
  readonly isMerge: boolean;
  readonly isBot: boolean;
  readonly reverts: string | null;
  readonly cherryPickedFrom: string | null;
  /** As of the pull that brought it. */
  readonly onDefaultBranch: boolean;
  readonly pullRequest: number | null;
  readonly signature: { readonly present: boolean; readonly valid: boolean | null };
  /** Null for what is no commit. */
  readonly swhid: string | null;
}

/** Is its sha the id of the very work, and not of what the work is about? */
export const isCommitRow = ({ kind }: Pick<Contribution, 'kind'>): boolean => kind === 'commit' || kind === 'co-author';
