// Once an hour: what the log does not have yet, a time stamp where an authority is set, cosignatures of the witnesses that take checkpoints.
import * as z from 'zod';
import { job } from '../lib/edge/job.ts';
import { askWitnesses } from '../lib/use-cases/log/ask-witnesses.ts';
import { sequenceLog } from '../lib/use-cases/log/sequence-log.ts';
import { stampLog } from '../lib/use-cases/log/stamp-log.ts';
import { toSequence } from './need.ts';

export const attendLog = job({
  name: 'attend-log',
  trigger: { kind: 'schedule', expression: 'rate(1 hour)' },
  need: [...toSequence, 'timeStamps'],
  message: z.never(),
  run: async (ports) => {
    await sequenceLog(ports);
    // What is refused now is asked for again in an hour.
    await stampLog(ports);
    await askWitnesses(ports);
  },
});
