// One way from a fact to the views of its book, for the updater, the readers of what is newer than a view, and the full check.
import type { AnyFact } from '../fact.ts';
import { bookKindOf } from '../kinds.ts';
import { companyViews } from './company-views.ts';
import { foundationViews } from './foundation-views.ts';
import { personViews } from './person-views.ts';
import { registryViews } from './registry-views.ts';
import { repositoryViews } from './repository-views.ts';
import { made, type RowsBehind, type ViewChange } from './view-change.ts';

/** @returns the item of the fact's own cause, then what its kind changes, in order */
export async function viewsOfFact(fact: AnyFact, behind: RowsBehind): Promise<readonly ViewChange[]> {
  const cause = made(`causes/${fact.cause}`, fact.seq);
  switch (bookKindOf(fact.book)) {
    case 'registry':
      return [cause, ...registryViews(fact)];
    case 'company':
      return [cause, ...(await companyViews(fact, behind))];
    case 'repo':
      return [cause, ...repositoryViews(fact)];
    case 'person':
      return [cause, ...personViews(fact)];
    case 'foundation':
      return [cause, ...foundationViews(fact)];
    default:
      throw new Error(`fact ${fact.book} ${fact.seq}: no such kind of book`);
  }
}
