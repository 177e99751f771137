// simple-git, the best known way to git from JavaScript: the whole log as an array of objects.
import { makeTally, type Prepare } from '../pull/way.ts';

interface SimpleGit {
  readonly simpleGit: (folder: string) => {
    readonly log: (options: {
      readonly format: Readonly<Record<string, string>>;
    }) => Promise<{ readonly all: readonly { readonly hash: string; readonly body: string }[] }>;
  };
}

const format = {
  ...{ hash: '%H', parents: '%P', name: '%an', address: '%ae', at: '%at' },
  ...{ committer: '%ce', committedAt: '%ct', body: '%B' },
};
const coAuthor = /^co-authored-by:\s*(.*?)\s*<([^>\n]*)>/gim;

export const prepare: Prepare = async (load, { clone }) => {
  const { simpleGit } = await load<SimpleGit>('simple-git');
  return async () => {
    const tally = makeTally();
    for (const { hash, body } of (await simpleGit(clone).log({ format })).all)
      tally.take(hash, [...body.matchAll(coAuthor)].length);
    return tally.answer();
  };
};
