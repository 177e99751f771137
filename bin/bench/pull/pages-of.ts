// Commits through the real adapter, page by page: what a pull reads them with.
import { gitForge } from '../../../lib/adapters/forge/git.ts';
import type { ForgePage } from '../../../lib/ports/forge.ts';
import type { Source } from './way.ts';

/** Brings the clone up to date. @returns the walk, which has not begun */
export async function pagesOf({ url, workDirectory, known }: Source): Promise<AsyncIterable<ForgePage>> {
  const forge = gitForge({ workDirectory, allowLocalPaths: true });
  const source = { repository: 'git/bench', url };
  const start = await forge.start(source, { tips: known, acts: null });
  return forge.pages(source, start, start.first);
}
