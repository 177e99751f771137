// The arithmetic of a year of gifts (mécénat) in whole cents: nothing carried from one year to the next is lost or used twice.
import type { Gift, StatementPayload } from './payload.ts';
import type { SumFlaw } from './sum-flaw.ts';

const total = (amounts: readonly number[]): bigint => amounts.reduce((sum, each) => sum + BigInt(each), 0n);

/** What goes out under an origin: what was left of it, or what the year itself gave above its ceiling. */
function outFlaws({ carryIn, carryOut, excessCents }: Gift, year: string, tell: Tell): SumFlaw[] {
  const expected = new Map(carryIn.map(({ origin, leftCents }) => [origin, leftCents]));
  expected.set(year, excessCents);
  const stated = new Map(carryOut.map(({ origin, cents }) => [origin, cents]));
  return [...new Set([...expected.keys(), ...stated.keys()])].flatMap((origin) =>
    tell(`carryOut.${origin}`, BigInt(stated.get(origin) ?? 0), BigInt(expected.get(origin) ?? 0)),
  );
}

type Tell = (where: string, stated: bigint, found: bigint) => SumFlaw[];

/** @returns each sum of the gift that does not hold; none where the statement has no gift */
export function giftFlaws({ relief, period }: Pick<StatementPayload, 'relief' | 'period'>): SumFlaw[] {
  const gift = relief?.gift;
  if (gift === undefined) return [];
  const tell: Tell = (where, stated, found) =>
    stated === found ? [] : [{ where: `relief.gift.${where}`, stated, found }];
  const { carryIn, carryOut, retainedCents, excessCents, ceilingCents } = gift;
  const kept = total([retainedCents, ...carryIn.map(({ usedCents }) => usedCents)]);
  // Each amount kept is rounded by itself: half a cent each, so never a whole one more than there are amounts.
  const most = total([ceilingCents, carryIn.length]);
  return [
    ...tell('retainedCents + excessCents', total([retainedCents, excessCents]), BigInt(relief!.baseCents)),
    ...carryIn.flatMap(({ origin, cents, usedCents, expiredCents, leftCents }) =>
      tell(`carryIn.${origin}`, BigInt(cents), total([usedCents, expiredCents, leftCents])),
    ),
    ...outFlaws(gift, period.to, tell),
    ...carryOut
      .filter(({ cents, aboveThresholdCents }) => aboveThresholdCents > cents)
      .flatMap(({ origin, cents, aboveThresholdCents }) =>
        tell(`carryOut.${origin}.aboveThresholdCents`, BigInt(aboveThresholdCents), BigInt(cents)),
      ),
    ...(kept > most ? tell('ceilingCents', BigInt(ceilingCents), kept) : []),
  ];
}
