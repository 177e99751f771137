// Commits through the real adapter: what a pull reads them with.
import { gitForge } from '../../../lib/adapters/forge/git.ts';
import type { ForgeCommit } from '../../../lib/ports.ts';
import type { Source } from './way.ts';

/** Brings the clone up to date. @returns the walk, which has not begun */
export async function commitsOf({ url, workDirectory, known }: Source): Promise<AsyncIterable<ForgeCommit>> {
  const forge = gitForge({ workDirectory, allowLocalPaths: true });
  const { commits } = await forge.read({ repository: 'git/bench', url }, known, () => undefined);
  return commits;
}
