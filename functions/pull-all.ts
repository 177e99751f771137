// Once a day every repository of the registry is put into the queue of pulls.
import * as z from 'zod';
import { job } from '../lib/edge/job.ts';
import { pullAll as askForAll } from '../lib/use-cases/pull-all.ts';
import { toRead } from './need.ts';

export const pullAll = job({
  name: 'pull-all',
  trigger: { kind: 'schedule', expression: 'cron(0 1 * * ? *)' },
  need: [...toRead, 'clock', 'pullQueue'],
  message: z.never(),
  run: async (ports) => {
    await askForAll(ports);
  },
});
