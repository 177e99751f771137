// What the foundation's word leaves of an entry: all, a share of what she confirmed for its group, or nothing.
import type { Claim } from '../assessment.ts';

/**
 * @param claims in order of day and entry, with what no rule refused of each
 * @returns entry → amount that the foundation did not confirm though it answered
 */
export function unconfirmed(
  claims: readonly { readonly claim: Claim; readonly left: number }[],
): ReadonlyMap<string, number> {
  const refused = new Map<string, number>();
  const leftOfGroup = new Map<string, number>();
  for (const { claim, left } of claims) {
    const { confirmation } = claim;
    if (confirmation?.answer === 'disputed') refused.set(claim.entry, left);
    if (confirmation?.answer !== 'partly') continue;
    const available = leftOfGroup.get(confirmation.group) ?? confirmation.confirmedAmount ?? 0;
    const kept = Math.min(available, left);
    leftOfGroup.set(confirmation.group, available - kept);
    refused.set(claim.entry, left - kept);
  }
  return refused;
}
