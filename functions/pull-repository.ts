// One repository out of the queue: what its forge shows. Where it is read by plain git, the function needs git beside it.
import * as z from 'zod';
import { job } from '../lib/edge/job.ts';
import { pullQueued } from '../lib/use-cases/pull-queued.ts';
import { toAppend } from './need.ts';

export const pullRepository = job({
  name: 'pull-repository',
  trigger: { kind: 'pulls' },
  need: [...toAppend, 'writeViews', 'directory', 'saltKeys', 'forge', 'pullSteps', 'pullQueue'],
  message: z.object({ repository: z.string(), notBefore: z.int() }),
  run: async (ports, { messages }) => {
    for (const message of messages) await pullQueued(ports, message);
  },
});
