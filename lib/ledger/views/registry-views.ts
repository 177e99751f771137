// The views of the registry's book: foundations, projects with dated licences and decisions, signatories, ties, keys.
import type { AnyFact } from '../fact.ts';
import type { FactData, PublishedKey } from '../kinds.ts';
import { change, seqName, set, type ViewChange } from './view-change.ts';

/** `foundations/<id>` */
export type FoundationView = FactData<'foundation-registered'>;
type Licence = FactData<'licence-changed'>;
type Decision = FactData<'eligibility-decided'> & { readonly seq: number };

/** `standings/<foundation>`: by first day; a later fact about the same standing and first day replaces the earlier one here. */
export type StandingsView = readonly FactData<'standing-decided'>[];

/** `projects/<id>` */
export interface ProjectView {
  readonly registered: FactData<'project-registered'> | null;
  /** By first day; a later fact about the same first day replaces the earlier one here, never in the book. */
  readonly licences: readonly Licence[];
  readonly decisions: readonly Decision[];
}
const emptyProject: ProjectView = { registered: null, licences: [], decisions: [] };

/** What stands registered of a project, null for nothing. A view written under version 1 of the fact knows no predecessor. */
export function registeredProject({ registered }: Pick<ProjectView, 'registered'>): ProjectView['registered'] {
  return registered === null ? null : { ...registered, successorOf: registered.successorOf ?? null };
}

/** `licence-decisions/<project>/<seq>` */
export type LicenceDecisionView = FactData<'licence-decided'>;

/** `signatories/<foundation>/<person>` and `signatory-names/<person>`: each appointment, by first day. */
export type SignatoryView = readonly FactData<'signatory-appointed'>[];
/** `ties/<person>` */
export type TiesView = readonly FactData<'tie-declared'>[];
/** `objections/<author>`: whose commits are pulled no more. */
export type ObjectionView = { readonly seq: number; readonly at: string };
/** `keys/<kid>`: published at `at`, retired at `retired`. No `publicKey`: the registry does not hold it yet. */
export type KeyView = Omit<FactData<'key-published'>, 'publicKey'> & {
  readonly publicKey?: PublishedKey;
  readonly retired: string | null;
  readonly at: string;
  /** Absent: it is not retired. */
  readonly retiredBy?: string;
};

/** One value for each first day (and other key), in order of days. */
function withOne<T extends { readonly from: string }>(old: readonly T[], next: T, same: (a: T, b: T) => boolean): T[] {
  return [...old.filter((each) => !same(each, next)), next].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Published again only to hold the key itself: since when it is used, and until when, stays. */
function published(old: KeyView | null, { publicKey, ...data }: FactData<'key-published'>, at: string): KeyView {
  return { ...(old ?? { ...data, retired: null, at }), ...(publicKey === null ? {} : { publicKey }) };
}

/** @returns what this fact changes, in order */
export function registryViews(fact: AnyFact): readonly ViewChange[] {
  switch (fact.kind) {
    case 'foundation-registered':
      return [set(`foundations/${fact.data.foundation}`, fact.data)];
    case 'standing-decided':
      return [
        change<StandingsView>(`standings/${fact.data.foundation}`, [], (old) =>
          withOne(old, fact.data, (a, b) => a.from === b.from && a.standing === b.standing),
        ),
      ];
    case 'project-registered':
      return [change(`projects/${fact.data.project}`, emptyProject, (old) => ({ ...old, registered: fact.data }))];
    case 'licence-changed':
      return [
        change(`projects/${fact.data.project}`, emptyProject, (old) => ({
          ...old,
          licences: withOne(old.licences, fact.data, (a, b) => a.from === b.from),
        })),
      ];
    case 'eligibility-decided':
      return [
        change(`projects/${fact.data.project}`, emptyProject, (old) => ({
          ...old,
          decisions: withOne<Decision>(
            old.decisions,
            { ...fact.data, seq: fact.seq },
            (a, b) => a.from === b.from && a.eligible === b.eligible,
          ),
        })),
      ];
    case 'licence-decided':
      return [
        set(`licence-decisions/${fact.data.project}/${seqName(fact.seq)}`, fact.data satisfies LicenceDecisionView),
      ];
    case 'signatory-appointed': {
      const { foundation, person } = fact.data;
      const appointed = change<SignatoryView>(`signatories/${foundation}/${person}`, [], (old) =>
        withOne(old, fact.data, (a, b) => a.from === b.from),
      );
      return [appointed, set(`signatory-names/${person}/${foundation}`, true)];
    }
    case 'tie-declared':
      return [
        change<TiesView>(`ties/${fact.data.person}`, [], (old) =>
          withOne(old, fact.data, (a, b) => a.from === b.from && a.company === b.company),
        ),
      ];
    case 'erasure':
      return [set(`objections/${fact.data.author}`, { seq: fact.seq, at: fact.at } satisfies ObjectionView)];
    case 'key-published':
      return [change(`keys/${fact.data.kid}`, null as KeyView | null, (old) => published(old, fact.data, fact.at))];
    case 'key-retired':
      return [
        change(`keys/${fact.data.kid}`, null as KeyView | null, (old) =>
          old === null ? null : { ...old, retired: fact.at, retiredBy: fact.by },
        ),
      ];
    default:
      return [];
  }
}
