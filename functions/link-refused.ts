// One answer for every link that does not open, whatever the reason.
import type { Answer } from '../lib/edge/answer.ts';
import type { Visitor } from '../lib/edge/session.ts';
import { Refusal } from '../lib/model/refusal.ts';
import { renderLinkRefused } from '../web/link-refused.ts';
import { frameOf } from './frame-of.ts';

/** The address is not repeated in it: the same bytes for all. */
export const refusedLink = (visitor: Visitor): Answer => ({
  html: renderLinkRefused({ ...frameOf(visitor), path: null }),
  status: 404,
});

export const isUnknownLink = (error: unknown): boolean => error instanceof Refusal && error.code === 'unknown-link';

/** A page behind a link, or the one answer once it was revoked or has expired. */
export async function behindLink(visitor: Visitor, page: () => Promise<Answer>): Promise<Answer> {
  try {
    return await page();
  } catch (error) {
    if (isUnknownLink(error)) return refusedLink(visitor);
    throw error;
  }
}
