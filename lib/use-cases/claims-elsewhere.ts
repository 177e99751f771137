// For the assessor: what the other employers of several people claimed together.
import type { Head } from '../ledger/kinds.ts';
import type { OtherClaims } from './assess-company.ts';
import { inTurn } from './batches.ts';
import type { BookPorts } from './book-state.ts';
import { claimsOfOthers } from './claim-time.ts';
import { type DirectoryPorts, entriesOf } from './people.ts';

/** What other employers claimed, developer by developer, with the heads that were read. */
export async function claimsElsewhere(
  ports: BookPorts & DirectoryPorts,
  company: string,
  developers: readonly string[],
): Promise<{ readonly others: OtherClaims; readonly heads: readonly Head[]; readonly hasOthers: boolean }> {
  const amounts = new Map<string, number>();
  const heads = new Map<string, Head>();
  const entries = await entriesOf(ports, company, 'pid', developers);
  const found = await inTurn(developers, (developer) => {
    const { pids } = (entries.get(developer) ?? { pids: [] }) as { readonly pids: readonly string[] };
    return claimsOfOthers(ports, company, pids);
  });
  for (const [i, developer] of developers.entries()) {
    for (const { day, unit, amount } of found[i]!.claims) amounts.set(`${developer} ${day} ${unit}`, amount);
    for (const head of found[i]!.heads) heads.set(head.book, head);
  }
  return {
    others: (developer, day, unit) => amounts.get(`${developer} ${day} ${unit}`) ?? 0,
    hasOthers: found.some(({ hasOthers }) => hasOthers),
    heads: [...heads.values()].sort((a, b) => (a.book < b.book ? -1 : 1)),
  };
}
