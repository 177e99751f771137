// Once a day: what was sent and never posted goes once its term is over.
import * as z from 'zod';
import { job } from '../lib/edge/job.ts';
import { forgetUnposted as forget } from '../lib/use-cases/unposted.ts';
import { toRead } from './need.ts';

export const forgetUnposted = job({
  name: 'forget-unposted',
  trigger: { kind: 'schedule', expression: 'cron(0 2 * * ? *)' },
  need: [...toRead, 'clock', 'directory', 'sealedFiles'],
  message: z.never(),
  run: async (ports) => {
    await forget(ports);
  },
});
