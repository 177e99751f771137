// What the foundation's word leaves of an entry: all, a share of what she confirmed for its group, or nothing.
import type { Claim } from '../assessment.ts';

/**
 * @param claims in order of day and entry, with what no rule refused of each
 * @returns the claims of which the foundation did not confirm all though it answered, and the amount
 */
export function unconfirmed(
  claims: readonly { readonly claim: Claim; readonly left: number }[],
): ReadonlyMap<Claim, number> {
  const refused = new Map<Claim, number>();
  const leftOfGroup = new Map<string, number>();
  for (const { claim, left } of claims) {
    const { confirmation } = claim;
    if (confirmation?.answer === 'disputed') refused.set(claim, left);
    if (confirmation?.answer !== 'partly') continue;
    const available = leftOfGroup.get(confirmation.group) ?? confirmation.confirmedAmount ?? 0;
    const kept = Math.min(available, left);
    leftOfGroup.set(confirmation.group, available - kept);
    refused.set(claim, left - kept);
  }
  return refused;
}
