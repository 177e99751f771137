// Which commits left a history that was rewritten: what lost tips reached and today's tips do not.

/**
 * @param parents of every commit that is held, by its sha
 * @param lostTips every tip that was ever lost
 * @param tips today's
 * @returns shas in order. Where a parent is not known (an erased row, a recorded set), only the lost tips: of the others nobody can tell
 */
export function orphanedCommits(
  parents: ReadonlyMap<string, readonly string[]>,
  lostTips: readonly string[],
  tips: readonly string[],
): readonly string[] {
  const living = reach(parents, tips);
  const left = living.isWhole ? reach(parents, lostTips).shas : new Set(lostTips);
  return [...left].filter((sha) => !living.shas.has(sha)).sort();
}

function reach(
  parents: ReadonlyMap<string, readonly string[]>,
  from: readonly string[],
): { readonly shas: ReadonlySet<string>; readonly isWhole: boolean } {
  const shas = new Set<string>();
  const waiting = [...from];
  let isWhole = true;
  for (let sha = waiting.pop(); sha !== undefined; sha = waiting.pop()) {
    if (shas.has(sha)) continue;
    const known = parents.get(sha);
    if (known === undefined) isWhole = false;
    shas.add(sha);
    waiting.push(...(known ?? []));
  }
  return { shas, isWhole };
}
