// Once a day: what the repositories of all projects show. The function needs git beside it.
import * as z from 'zod';
import { job } from '../lib/edge/job.ts';
import { pullAll as pull } from '../lib/use-cases/pull-all.ts';
import { toAppend } from './need.ts';

export const pullAll = job({
  name: 'pull-all',
  trigger: { kind: 'schedule', expression: 'cron(0 1 * * ? *)' },
  need: [...toAppend, 'directory', 'saltKeys', 'forge'],
  message: z.never(),
  run: async (ports) => {
    await pull(ports);
  },
});
