// What is new since some tips, the bringing up to date of the clone included: a pull as it comes most days.
import { pagesOf } from './pages-of.ts';
import { makeTally, type Prepare } from './way.ts';

export const prepare: Prepare = async (_load, source) => async () => {
  const tally = makeTally();
  for await (const { commits } of await pagesOf(source)) {
    for (const { sha, coAuthors } of commits) tally.take(sha, coAuthors.length);
  }
  return tally.answer();
};
