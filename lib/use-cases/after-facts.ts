// What follows each fact, in the order in which readers need it: views, then claims in people's books, then the signed head.
import type { AppendPorts } from './append.ts';
import { claimTime } from './claim-time.ts';
import { followFacts } from './follow-facts.ts';
import { signHead } from './sign-head.ts';
import type { Ports } from '../ports.ts';
import { updateViews } from './update-views.ts';

export type FollowingPorts = AppendPorts & Pick<Ports, 'writeViews' | 'directory' | 'saltKeys' | 'signer' | 'heads'>;

const declaresTime: ReadonlySet<string> = new Set(['timesheet-posted', 'timesheet-undone', 'correction-posted']);

export async function afterFacts(ports: FollowingPorts, book: string): Promise<void> {
  await updateViews(ports, book);
  if (book.startsWith('company/')) {
    await followFacts(ports, book, 'cursor-claims', async (fact) => {
      if (declaresTime.has(fact.kind)) await claimTime(ports, book, fact.seq);
    });
  }
  await signHead(ports, book);
}
