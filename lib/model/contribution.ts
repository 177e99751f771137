// What a forge shows of somebody's work: days, hashes and classes only (forges.md, section 4).
import type { Day } from './calendar.ts';

export type ContributionKind = 'commit' | 'co-author' | 'review' | 'issue' | 'merge' | 'tag' | 'release';

/** A row of a repository's book. Instants, messages and addresses are not here on purpose. */
export interface Contribution {
  /** `<repository id>#<kind>#<sha>`, and `#<author>` for a co-author. */
  readonly id: string;
  readonly kind: ContributionKind;
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly repository: string;
  /** Installation-wide keyed hash of the address, and what kind of address it is. */
  readonly author: string;
  readonly authorKind: 'address' | 'noreply' | 'bot' | 'invalid';
  /** The numeric account id inside a noreply address, if any. */
  readonly account: string | null;
  /** Installation-wide keyed hash of the forge account, where the address or the forge tells it. */
  readonly accountHash: string | null;
  readonly role: 'author' | 'co-author' | 'committer' | 'reviewer';
  /** In the author's own offset, never UTC, never the committer's. */
  readonly authorDay: Day;
  readonly committerDay: Day;
  readonly firstSeenDay: Day;
  readonly firstSeenBy: 'pull' | 'webhook' | 'recorded';
  /** Keyed hash of (address, author instant): the same change seen under several shas. */
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
  readonly swhid: string;
}
