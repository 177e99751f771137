// What follows each fact: the signed head, then, in the order in which readers need it, views, claims in people's books, and erasures.
import type { Ports } from '../ports.ts';
import type { AppendPorts } from './append.ts';
import { type CarryOutPorts, carryOutErasure } from './carry-out-erasure.ts';
import { claimTime } from './claim-time.ts';
import { claimsCursor, erasuresCursor, followFacts } from './follow-facts.ts';
import { registryBook } from './people.ts';
import { signHead } from './sign-head.ts';
import { updateViews } from './update-views.ts';

export type FollowingPorts = AppendPorts & CarryOutPorts & Pick<Ports, 'signer' | 'heads'>;

const declaresTime: ReadonlySet<string> = new Set(['timesheet-posted', 'timesheet-undone', 'correction-posted']);

export async function afterFacts(ports: FollowingPorts, book: string): Promise<void> {
  // First, so that the views never know more than the head: a head that is gone is told from one that is not there yet.
  await signHead(ports, book);
  await updateViews(ports, book);
  if (book.startsWith('company/')) {
    await followFacts(ports, book, claimsCursor, async (fact) => {
      if (declaresTime.has(fact.kind)) await claimTime(ports, book, fact.seq);
      await carryOutErasure(ports, fact);
    });
  }
  if (book === registryBook) await followFacts(ports, book, erasuresCursor, (fact) => carryOutErasure(ports, fact));
}
