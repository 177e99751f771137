// What the registrar keeps: foundations, projects, licences, eligibility, signatories, ties.
import type { Day } from './calendar.ts';

export interface Foundation {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** SIREN, RNA or a foreign register's number; null if none. */
  readonly registration: string | null;
  /** Its seat and what it is for, as a receipt must state them. */
  readonly address?: string | undefined;
  readonly purpose?: string | undefined;
}

/** Half-open `[from, to)` of Europe/Paris days; `to` null = still open. */
export interface Interval {
  readonly from: Day;
  readonly to: Day | null;
}

/** @returns true from the first day on, to before the end */
export const covers = ({ from, to }: Interval, day: Day): boolean => from <= day && (to === null || day < to);

/** `238bis`: the general-interest bodies of CGI 238 bis. `fondation-de-bien-commun`: proposed, with criteria of ours and no effect in law. */
export const standingKinds = ['238bis', 'fondation-de-bien-commun'] as const;
export type StandingKind = (typeof standingKinds)[number];

/** The letters of CGI 238 bis, 1. */
export const standingCategories = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
export type StandingCategory = (typeof standingCategories)[number];

/** Our own list: who proposes the status names no criterion. */
export const bienCommunCriteria = [
  'general-interest',
  'open-licences',
  'neutral-governance',
  'published-decisions',
] as const;
export type BienCommunCriterion = (typeof bienCommunCriteria)[number];

/** What a foundation was found to be, from a day to a day; several intervals may leave holes. */
export interface FoundationStanding extends Interval {
  readonly foundation: string;
  readonly standing: StandingKind;
  /** Of `238bis`; else null. */
  readonly category: StandingCategory | null;
  /** A label or an address: a ruling of the tax office, the statutes, a decree. */
  readonly proof: string;
  /** Was it examined, and found, that the body does not serve a restricted circle of people? */
  readonly restrictedCircleExamined: boolean;
  /** ISO 3166-1 alpha-2: where it was established in that interval. */
  readonly country: string;
  /** Of a body outside France: the approval of CGI 238 bis, 4 bis, a label; null: none. */
  readonly approval: string | null;
  /** Of `fondation-de-bien-commun`: those that it meets. */
  readonly criteria: readonly BienCommunCriterion[];
  readonly decidedBy: readonly string[];
}

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
 * The part of a repository that is the project: a licence may differ by branch and by path (docs/decisions/0013). The licence is read
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
