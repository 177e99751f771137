// What became of the branches since the last run, by the tips that a REST API lists today and two questions about the old ones.
import { commitId } from './commit-id.ts';
import type { RestKnown } from './rest-known.ts';

export const heads = 'refs/heads/';

export interface BranchesThenAndNow {
  /** Null where the last run was made by another adapter. */
  readonly before: RestKnown | null;
  readonly held: ReadonlySet<string>;
  /** Today's: ref name → commit id. */
  readonly tips: Readonly<Record<string, string>>;
  readonly main: string;
  /** Whether a tip of today has an old one among its ancestors: then the old one reaches nothing that the tip does not. */
  readonly reaches: (tip: string, old: string) => Promise<boolean>;
  /** A pull or merge request keeps its commits after its branch is deleted. */
  readonly isHeldByRequest: (old: string) => Promise<boolean>;
}

export interface BranchesMoved {
  readonly lostTips: readonly string[];
  /** History of the default branch: all of it is walked again. */
  readonly isRewritten: boolean;
  /** What is to be walked. `without`: what this reaches is left out. */
  readonly walks: readonly {
    readonly tip: string;
    readonly without: string | null;
    readonly onDefaultBranch: boolean;
  }[];
}

export async function branchesMoved(asked: BranchesThenAndNow): Promise<BranchesMoved> {
  const { before, held, tips, main, reaches, isHeldByRequest } = asked;
  const mainTip = tips[`${heads}${main}`];
  const today = new Set(Object.values(tips));
  const refOf = new Map(Object.entries(before?.tips ?? {}).map(([ref, sha]) => [sha, ref]));
  const lostTips: string[] = [];
  let walkedFrom: string | null = null;
  // Tips that another adapter kept may be tags and pull requests, by the thousand: they are not asked about, and the default branch is walked whole.
  const vanished = before === null ? [] : [...held].filter((sha) => !today.has(sha)).sort();
  for (const old of vanished) {
    const ref = refOf.get(old);
    const candidates = [...new Set([ref === undefined ? undefined : tips[ref], mainTip])].filter(
      (tip) => tip !== undefined,
    );
    let reachedBy: string | null = null;
    for (const tip of commitId.safeParse(old).success ? candidates : []) {
      if (reachedBy === null && (await reaches(tip, old))) reachedBy = tip;
    }
    if (reachedBy === mainTip && ref === `${heads}${main}`) walkedFrom = old;
    if (reachedBy === null && !(candidates.length > 0 && (await isHeldByRequest(old)))) lostTips.push(old);
  }
  // Of another branch all is told again that the default one has not, so that its old tip needs no walk; the default branch does.
  const knownMain = before?.tips[`${heads}${main}`];
  const isRewritten = knownMain !== undefined && lostTips.includes(knownMain);

  const isNew = (tip: string): boolean => isRewritten || !held.has(tip);
  const others = [...today].filter((tip) => tip !== mainTip && isNew(tip));
  return {
    lostTips,
    isRewritten,
    walks: [
      ...(mainTip !== undefined && isNew(mainTip)
        ? [{ tip: mainTip, without: isRewritten ? null : walkedFrom, onDefaultBranch: true }]
        : []),
      ...others.map((tip) => ({ tip, without: mainTip ?? null, onDefaultBranch: false })),
    ],
  };
}
