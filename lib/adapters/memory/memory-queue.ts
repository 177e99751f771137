// The queue of pulls in memory: what was asked, in order, for a test to hand on.
import type { PullQueue } from '../../ports/pulls.ts';

/** What one call asked. */
export interface PullAskedFor {
  readonly repository: string;
  readonly notBefore: number;
}

/** @param asked every call is added to it; a test takes them out */
export const memoryQueue = (asked: PullAskedFor[]): PullQueue => ({
  ask: async (repository, notBefore) => {
    asked.push({ repository, notBefore });
  },
});
