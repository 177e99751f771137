// The same, each commit made into rows of the ledger, hashes included; the rows are let go.
import { primitives } from '../../../lib/adapters/primitives.ts';
import { toContributions } from '../../../lib/matching/contribution-rows.ts';
import { pagesOf } from './pages-of.ts';
import { makeTally, type Prepare } from './way.ts';

export const prepare: Prepare = async (_load, source) => {
  const pages = await pagesOf(source);
  const context = {
    ...{ repository: 'git/bench', host: 'local', hmac: primitives.hmacSha256, key: new Uint8Array(32) },
    ...{ firstSeenDay: '2026-01-01', firstSeenBy: 'pull' as const },
  };
  return async () => {
    const tally = makeTally();
    for await (const { commits } of pages) {
      for (const commit of commits) {
        const { rows } = toContributions(commit, context);
        tally.take(rows[0]!.sha, rows.length - 1);
      }
    }
    return tally.answer();
  };
};
