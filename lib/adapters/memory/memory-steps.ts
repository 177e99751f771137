// Steps of pulls in memory.
import type { PullSteps } from '../../ports/pulls.ts';
import { checkedStep } from '../pull/step-name.ts';

/** @param held by run, then by step; a test may look at it, change it, or lose some */
export const memorySteps = (held: Map<string, Map<string, Uint8Array>>): PullSteps => ({
  put: async (run, step, bytes) => {
    const steps = held.get(checkedStep(run)) ?? new Map<string, Uint8Array>();
    held.set(run, steps);
    if (steps.has(checkedStep(step))) return 'taken';
    steps.set(step, Uint8Array.from(bytes));
    return 'put';
  },
  get: async (run, step) => {
    const [of, name] = [checkedStep(run), checkedStep(step)];
    const bytes = held.get(of)?.get(name);
    return bytes === undefined ? null : Uint8Array.from(bytes);
  },
  clear: async (run) => {
    held.delete(checkedStep(run));
  },
});
