// Forges and git: what one run reads of a repository.
import type { Json } from '../ledger/canonical.ts';

/** One commit as a forge or git gives it, before anything personal is dropped. It never leaves memory in this form. */
export interface ForgeCommit {
  readonly sha: string;
  /** Null where the forge does not name it. */
  readonly tree: string | null;
  readonly parents: readonly string[];
  readonly authorName: string;
  readonly authorAddress: string;
  /** ISO 8601 with the author's own offset. */
  readonly authoredAt: string;
  /** Null where the forge knows none, as plain git. */
  readonly authorAccount: ForgeAccount | null;
  readonly committedAt: string;
  readonly coAuthors: readonly {
    readonly name: string;
    readonly address: string;
    readonly account: ForgeAccount | null;
  }[];
  readonly subject: string;
  readonly changedLines: number | null;
  readonly patchId: string | null;
  readonly reverts: string | null;
  readonly cherryPickedFrom: string | null;
  readonly onDefaultBranch: boolean;
  readonly pullRequest: number | null;
  readonly signed: boolean;
}

/** An account as its forge knows it: the id survives a change of login. */
export interface ForgeAccount {
  readonly id: string;
  readonly login: string;
}

/** Work seen on a forge that is no commit. */
export interface ForgeAct {
  readonly kind: 'review' | 'issue' | 'release';
  /** The forge's own stable id of it. */
  readonly key: string;
  readonly account: ForgeAccount;
  readonly isBot: boolean;
  /** ISO 8601, as the forge gives it. */
  readonly at: string;
  readonly pullRequest: number | null;
  /** The commit reviewed or released, if the forge names it. */
  readonly sha: string | null;
}

/** What one request of a forge, or one stretch of a git walk, gave. */
export interface ForgePage {
  readonly commits: readonly ForgeCommit[];
  readonly acts: readonly ForgeAct[];
  /** Where the next page starts: opaque to all but this forge; null at the end. The same cursor gives the same page. */
  readonly next: Json | null;
}

/** A repository as it stood when a run began: kept with the run, so that a resumed run walks to the same tips. */
export interface ForgeStart {
  /** Today's tips: ref name → commit id. */
  readonly tips: Readonly<Record<string, string>>;
  readonly defaultBranch: string;
  /** Known tips that are no longer ancestors of any tip: history was rewritten. */
  readonly lostTips: readonly string[];
  /** Where the walk starts; null if nothing is new. */
  readonly first: Json | null;
  /** To be given as `known.acts` by the next run: how far reviews, issues and releases were seen; null where the forge shows none. */
  readonly acts: Json | null;
  /** Bytes received over the network or copied; null if the source does not tell. */
  readonly bytesTransferred: number | null;
  /** True where the pages give nothing that the known tips reach: then nobody looks up what is held. Absent: they may. */
  readonly isExact?: boolean;
}

/** The forge asks to come back later (a limit, or it is down): the run keeps its cursor and is queued again. Nobody sleeps. */
export class ComeBackLater extends Error {
  /** UTC milliseconds. */
  readonly notBefore: number;

  constructor(notBefore: number, options?: ErrorOptions) {
    super(`the forge asks to come back at ${new Date(notBefore).toISOString()}`, options);
    this.name = 'ComeBackLater';
    this.notBefore = notBefore;
  }
}

/** What the run started from is there no more (a cache lost, a branch pushed by force meanwhile): it begins anew. */
export class StartGone extends Error {
  override readonly name = 'StartGone';
}

/** The licence files of a folder as they stood from one commit on. */
export interface LicenceState {
  readonly sha: string;
  /** ISO 8601, as the forge gives it: when it was committed; null where no commit is known, for there never was a file. */
  readonly committedAt: string | null;
  /** In order of name; none: from here on the folder has no licence file. */
  readonly files: readonly {
    readonly name: string;
    /** Null: more than a licence can be, or no text. */
    readonly text: string | null;
  }[];
}

/** What became of the licence files of a folder since the last reading. */
export interface LicenceReading {
  /** Oldest first; of a folder that was never read: its whole history. */
  readonly states: readonly LicenceState[];
  /** To be given as `known` by the next reading. */
  readonly known: Json;
}

/** What a run asks of a forge, one page after the other. An answer with errors is a failure, never a part of the truth. */
export interface Forge {
  /**
   * One request where nothing is new.
   * @param known tips and acts at the end of the last run; none at the first
   * @throws ComeBackLater; Refusal `repository-unreachable`, `repository-refused`, `git-missing`
   */
  readonly start: (
    source: { readonly repository: string; readonly url: string },
    known: { readonly tips: readonly string[]; readonly acts: Json | null },
  ) => Promise<ForgeStart>;
  /** Pages from a cursor on: a run may leave the loop after any of them. @throws as `start`; StartGone */
  readonly pages: (
    source: { readonly repository: string; readonly url: string },
    start: ForgeStart,
    from: Json,
  ) => AsyncIterable<ForgePage>;
  /**
   * One request where no licence file changed since the last reading.
   * @param asked `tip`: a commit, the head of a branch; `folder`: without a slash at either end, empty for the root
   * @returns null where the source does not tell, or the tip is there no more
   * @throws as `start`
   */
  readonly licences: (
    source: { readonly repository: string; readonly url: string },
    asked: { readonly tip: string; readonly folder: string; readonly known: Json | null },
  ) => Promise<LicenceReading | null>;
}
