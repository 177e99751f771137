// Where a walk over history may stop: it is handed pages as `git log` orders them, and says what of them is new and when nothing new is left.

/** What has to be remembered between two pages. Small: it grows with the branches open at one time, not with the history. */
export interface WalkState {
  /** How many new commits are still to be seen; null if nobody told their number. */
  readonly left: number | null;
  /** Parents of new commits, not seen yet. */
  readonly fresh: readonly string[];
  /** Reached from what was known before, not seen yet. */
  readonly old: readonly string[];
  /** New commits seen beside the history (in a pull request) before the history came to them. */
  readonly early: readonly string[];
}

export interface WalkedCommit {
  readonly sha: string;
  readonly parents: readonly string[];
}

/**
 * @param known tips whose whole history is held already
 * @param count how many commits `tip` reaches and `known` does not, if the forge tells
 */
export const walkFrom = (tip: string, known: readonly string[], count: number | null): WalkState => ({
  left: count,
  fresh: [tip],
  old: known,
  early: [],
});

export interface WalkedPage {
  readonly state: WalkState;
  /** Ids of the page, and of what was seen beside it, that are new and were not given before. */
  readonly given: ReadonlySet<string>;
  /** Nothing new is left. */
  readonly done: boolean;
}

/*
 * A date tells nothing: a merge brings commits older than the last pull. What tells is the graph. Each commit seen is new unless something
 * known reaches it. The walk ends when every parent that new commits still wait for is reached from what is known (the end of a straight
 * line), or when as many new commits were seen as the forge counted between the known tip and this one: without that count, a branch that
 * left the history long ago would be followed down to where it left, page after page.
 *
 * `git log` shows children before parents unless a clock was wrong. Where a known commit is shown before the known line reaches it, it counts
 * as new until, within the same page, the line arrives. Across pages it stays counted, and the walk may end one commit early: only where a
 * child carries a committer date older than its parent's, and more than a page lies between. (Git's own `old..new` trusts dates in the same
 * way, with a few commits of patience.) Plain git is the way to check such a repository.
 */
/**
 * @param page in the order of `git log`
 * @param beside commits of the same repository that came along with the page, by id
 */
export function walkPage(
  state: WalkState,
  page: readonly WalkedCommit[],
  beside: ReadonlyMap<string, readonly string[]>,
): WalkedPage {
  const fresh = new Set(state.fresh);
  const old = new Set(state.old);
  const early = new Set(state.early);
  const seen = new Map<string, readonly string[]>();
  for (const { sha, parents } of page) {
    fresh.delete(sha);
    if (old.delete(sha)) {
      for (const parent of parents) old.add(parent);
    } else if (!early.delete(sha)) {
      seen.set(sha, parents);
      for (const parent of parents) if (!seen.has(parent) && !early.has(parent)) fresh.add(parent);
    }
  }
  const reachedLate = [...old].filter((sha) => seen.has(sha));
  for (let sha = reachedLate.pop(); sha !== undefined; sha = reachedLate.pop()) {
    const parents = seen.get(sha);
    if (parents === undefined) continue;
    seen.delete(sha);
    old.delete(sha);
    for (const parent of parents) {
      if (seen.has(parent)) reachedLate.push(parent);
      else old.add(parent);
    }
  }
  const given = new Set(seen.keys());
  // Of no use without a count: the history comes to them anyway.
  const waiting = state.left === null ? [] : [...fresh];
  for (let sha = waiting.pop(); sha !== undefined; sha = waiting.pop()) {
    const parents = beside.get(sha);
    if (parents === undefined || old.has(sha) || given.has(sha)) continue;
    fresh.delete(sha);
    early.add(sha);
    given.add(sha);
    for (const parent of parents) {
      if (given.has(parent) || early.has(parent)) continue;
      fresh.add(parent);
      waiting.push(parent);
    }
  }
  const left = state.left === null ? null : state.left - given.size;
  const done = (left !== null && left <= 0) || [...fresh].every((sha) => old.has(sha));
  return { state: { left, fresh: [...fresh], old: [...old], early: [...early] }, given, done };
}
