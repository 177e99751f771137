// For the assessor: what the other employers of several people claimed together.
import type { Head } from '../ledger/kinds.ts';
import type { OtherClaims } from './assess-company.ts';
import { inTurn } from './batches.ts';
import type { BookPorts } from './book-state.ts';
import { otherClaims } from './claim-time.ts';
import type { DirectoryPorts } from './people.ts';

/** What other employers claimed, developer by developer, with the heads that were read. */
export async function claimsElsewhere(
  ports: BookPorts & DirectoryPorts,
  company: string,
  developers: readonly string[],
): Promise<{ readonly others: OtherClaims; readonly heads: readonly Head[] }> {
  const amounts = new Map<string, number>();
  const heads = new Map<string, Head>();
  const found = await inTurn(developers, (developer) => otherClaims(ports, company, developer));
  for (const [i, developer] of developers.entries()) {
    for (const { day, unit, amount } of found[i]!.claims) amounts.set(`${developer} ${day} ${unit}`, amount);
    for (const head of found[i]!.heads) heads.set(head.book, head);
  }
  return {
    others: (developer, day, unit) => amounts.get(`${developer} ${day} ${unit}`) ?? 0,
    heads: [...heads.values()].sort((a, b) => (a.book < b.book ? -1 : 1)),
  };
}
