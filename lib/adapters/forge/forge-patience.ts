// When to come back: what a forge says of its limits, read the same for all of them. Nobody sleeps here.
import { ComeBackLater } from '../../ports/forge.ts';

/** How much may still be asked, and when it is given again (UTC milliseconds). */
export interface Quota {
  readonly limit: number;
  readonly remaining: number;
  readonly resetMs: number;
}

type Header = (name: string) => string | null;

// A little after the moment named: the forge's clock and ours differ.
const marginMs = 5_000;
const oneMinuteMs = 60_000;
const oneHourMs = 3_600_000;
// A word that is wrong by years must not silence a repository: every forge is asked again after a day.
const longestWaitMs = 24 * oneHourMs;

const wholeNumber = (text: string | null): number | null =>
  text !== null && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;

/** `x-ratelimit-…` (GitHub, Software Heritage) and `ratelimit-…` (GitLab); null where the forge tells nothing. */
export function quotaOf(header: Header): Quota | null {
  for (const family of ['x-ratelimit', 'ratelimit']) {
    const limit = wholeNumber(header(`${family}-limit`));
    const remaining = wholeNumber(header(`${family}-remaining`));
    const reset = wholeNumber(header(`${family}-reset`));
    if (limit !== null && remaining !== null && reset !== null) return { limit, remaining, resetMs: reset * 1000 };
  }
  return null;
}

/** A 403 is a limit where it says when to come back, or that nothing is left. */
export const isLimit = (status: number, header: Header): boolean =>
  status === 429 || (status === 403 && (header('retry-after') !== null || quotaOf(header)?.remaining === 0));

/** RFC 9110, 10.2.3: seconds, or a date. */
function retryAfterMs(header: Header, now: number): number | null {
  const said = header('retry-after');
  const seconds = wholeNumber(said);
  if (seconds !== null) return now + seconds * 1000;
  const date = said === null ? Number.NaN : Date.parse(said);
  return Number.isNaN(date) ? null : date;
}

export interface Patience {
  /** @throws ComeBackLater while a limit that was told stands */
  readonly check: () => void;
  /** After an answer: where a tenth or less of the quota is left, the next request waits until it is given again. */
  readonly note: (quota: Quota | null) => void;
  /** The forge said no for now. Without a word on how long: a minute, twice as long each time in a row, an hour at most. */
  readonly limited: (header: Header) => ComeBackLater;
  /** The forge is down, or its answer broke off: as above, but other questions may still be asked. @param header of an answer that says so */
  readonly down: (header?: Header) => ComeBackLater;
}

/** One for each forge and credentials: their limits are shared by all repositories. It is lost with the process, at the cost of one request. */
export function forgePatience(now: () => number): Patience {
  let heldUntil = 0;
  let refusalsInARow = 0;
  const nextTry = (): number => {
    refusalsInARow += 1;
    return now() + Math.min(oneMinuteMs * 2 ** (refusalsInARow - 1), oneHourMs);
  };
  const hold = (until: number): ComeBackLater => {
    heldUntil = Math.max(heldUntil, Math.min(until, now() + longestWaitMs));
    return new ComeBackLater(heldUntil);
  };
  return {
    check() {
      if (now() < heldUntil) throw new ComeBackLater(heldUntil);
    },
    note(quota) {
      refusalsInARow = 0;
      if (quota !== null && quota.limit > 0 && quota.remaining * 10 <= quota.limit && quota.resetMs > now()) {
        hold(quota.resetMs + marginMs);
      }
    },
    limited(header) {
      const told = retryAfterMs(header, now());
      // A moment that is over says no less than one that is to come: else it would be asked without a pause.
      if (told !== null) return hold(Math.max(told, now()) + marginMs);
      const quota = quotaOf(header);
      if (quota !== null && quota.remaining === 0 && quota.resetMs > now()) return hold(quota.resetMs + marginMs);
      return hold(nextTry());
    },
    down(header) {
      const told = header === undefined ? null : retryAfterMs(header, now());
      return told === null ? new ComeBackLater(nextTry()) : hold(Math.max(told, now()) + marginMs);
    },
  };
}
