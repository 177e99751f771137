// Our adapter, its commits made whole page by page, counted with their co-authors and let go.
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
