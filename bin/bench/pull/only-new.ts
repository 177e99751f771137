// What is new since some tips, the bringing up to date of the clone included: a pull as it comes most days.
import { commitsOf } from './commits-of.ts';
import { makeTally, type Prepare } from './way.ts';

export const prepare: Prepare = async (_load, source) => async () => {
  const tally = makeTally();
  for await (const { sha, coAuthors } of await commitsOf(source)) tally.take(sha, coAuthors.length);
  return tally.answer();
};
