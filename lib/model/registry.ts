// What the registrar keeps: foundations, projects, licences, eligibility, signatories, ties.
import type { Day } from './calendar.ts';

export interface Foundation {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** SIREN, RNA or a foreign register's number; null if none. */
  readonly registration: string | null;
}

/** Half-open `[from, to)` of Europe/Paris days; `to` null = still open (tax-rules.md, section 5). */
export interface Interval {
  readonly from: Day;
  readonly to: Day | null;
}

/** @returns true from the first day on, to before the end */
export const covers = ({ from, to }: Interval, day: Day): boolean => from <= day && (to === null || day < to);

export interface LicenceInterval extends Interval {
  /** SPDX expression. */
  readonly spdx: string;
  /** Is at least one branch OSI-approved and offered to all? */
  readonly open: boolean;
  /** Where it was seen: a commit id or an address. */
  readonly evidence: string;
}

export interface EligibilityDecision extends Interval {
  readonly eligible: boolean;
  /** Ids of the people who decided, ties declared with it. */
  readonly decidedBy: readonly string[];
  readonly reason: string;
}

export interface RepositoryRef {
  /** Book id `repo/<host>/<stable id>` without the `repo/`. */
  readonly id: string;
  /** https address, or a local path given by the operator. */
  readonly url: string;
}

/**
 * The part of a repository that is the project: a licence may differ by branch and by path (tax-rules.md, section 5). The licence is read
 * there; contributions are pulled from the whole repository.
 */
export interface ProjectRepository extends RepositoryRef {
  /** Null: the default branch. */
  readonly branch: string | null;
  /** A folder, from the root, without a slash at either end; null: the whole tree. */
  readonly path: string | null;
}

export interface Project {
  readonly id: string;
  readonly name: string;
  readonly foundation: string;
  /** Each repository once. */
  readonly repositories: readonly ProjectRepository[];
  /** The project that it goes on from as a fork; null if none. */
  readonly successorOf: string | null;
  readonly licences: readonly LicenceInterval[];
  readonly eligibility: readonly EligibilityDecision[];
}

export interface Signatory {
  readonly person: string;
  readonly foundation: string;
  /** e.g. "trésorière"; printed on the statement. */
  readonly capacity: string;
  readonly from: Day;
  readonly to: Day | null;
  /** Company ids this person works for or is otherwise tied to. */
  readonly ties: readonly string[];
}
