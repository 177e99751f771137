// Commits through the real adapter: what a pull reads them with.
import { gitForge } from '../../../lib/adapters/forge/git.ts';
import type { ForgeCommit, ForgePage } from '../../../lib/ports.ts';
import type { Source } from './way.ts';

async function* commitsIn(pages: AsyncIterable<ForgePage>): AsyncGenerator<ForgeCommit> {
  for await (const { commits } of pages) yield* commits;
}

/** Brings the clone up to date. @returns the walk, which has not begun */
export async function commitsOf({ url, workDirectory, known }: Source): Promise<AsyncIterable<ForgeCommit>> {
  const forge = gitForge({ workDirectory, allowLocalPaths: true });
  const source = { repository: 'git/bench', url };
  const start = await forge.start(source, { tips: known, acts: null });
  return commitsIn(forge.pages(source, start, start.first));
}
