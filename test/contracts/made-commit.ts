// A commit as a forge gives it, of nobody and about nothing.
import type { ForgeCommit } from '../../lib/ports/forge.ts';

export const madeCommit = (sha: string, parents: readonly string[]): ForgeCommit => ({
  sha,
  tree: '0'.repeat(40),
  parents,
  authorName: 'Alix Exemple',
  authorAddress: 'alix@example.org',
  authoredAt: '2025-03-03T10:00:00+01:00',
  authorAccount: null,
  committedAt: '2025-03-03T10:00:00+01:00',
  coAuthors: [],
  subject: '',
  changedLines: null,
  patchId: null,
  reverts: null,
  cherryPickedFrom: null,
  onDefaultBranch: true,
  pullRequest: null,
  signed: false,
});
