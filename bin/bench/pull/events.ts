// Our adapter, its commits looked at and let go: who, when, which subject, which co-authors.
import { pagesOf } from './pages-of.ts';
import { makeTally, type Prepare } from './way.ts';

export const prepare: Prepare = async (_load, source) => {
  const pages = await pagesOf(source);
  return async () => {
    const tally = makeTally();
    for await (const { commits } of pages) for (const { sha, coAuthors } of commits) tally.take(sha, coAuthors.length);
    return tally.answer();
  };
};
