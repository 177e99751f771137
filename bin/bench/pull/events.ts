// Our adapter, its commits looked at and let go: who, when, which subject, which co-authors.
import { commitsOf } from './commits-of.ts';
import { makeTally, type Prepare } from './way.ts';

export const prepare: Prepare = async (_load, source) => {
  const commits = await commitsOf(source);
  return async () => {
    const tally = makeTally();
    for await (const { sha, coAuthors } of commits) tally.take(sha, coAuthors.length);
    return tally.answer();
  };
};
