// An issued statement of gifts rests on a declared turnover and on the excess of the year before: has either been said anew since?
import { Refusal } from '../model/refusal.ts';
import type { Gift } from '../statement/payload.ts';
import type { BookPorts, BookState } from './book-state.ts';
import { giftScheme, giftSources } from './gift-sources.ts';
import { issuedPayload } from './issued-payload.ts';
import type { FoundStatement } from './statements-of.ts';

/** What a statement of gifts rests on and is other today; the time that it counts may be the same. */
export interface GiftMoved {
  /** The turnover of its fiscal year, or that it is declared at all. */
  readonly turnover: boolean;
  /** The excesses of earlier years that come in: their statement was replaced or revoked, or their declaration says otherwise. */
  readonly carry: boolean;
}

const amounts = (carry: readonly { readonly origin: string; readonly cents: number }[]): string =>
  carry
    .filter(({ cents }) => cents > 0)
    .map(({ origin, cents }) => `${origin} ${cents}`)
    .sort()
    .join();

/** @returns null for a statement of another scheme, and where both are as they were */
export async function giftMoved(
  ports: BookPorts,
  company: BookState,
  { prepared, issued }: FoundStatement,
): Promise<GiftMoved | null> {
  if (issued === null || prepared.scheme !== giftScheme) return null;
  const gift: Gift | undefined = (await issuedPayload(ports, issued)).relief?.gift;
  if (gift === undefined) return null;
  try {
    const now = await giftSources(ports, company, prepared.period);
    const moved = {
      turnover: now?.turnoverCents !== gift.turnoverCents,
      carry: now !== null && amounts(now.carryIn) !== amounts(gift.carryIn),
    };
    return moved.turnover || moved.carry ? moved : null;
  } catch (error) {
    // What comes in cannot be told any more, or is contradicted: a new preparation says how, and what to do.
    if (error instanceof Refusal) return { turnover: false, carry: true };
    throw error;
  }
}
