// Facts enter the public log: woken by its queue, one sequencer at a time. Repeatable, whoever is woken.
import * as z from 'zod';
import { job } from '../lib/edge/job.ts';
import { sequenceLog as sequence } from '../lib/use-cases/log/sequence-log.ts';
import { toSequence } from './need.ts';

export const sequenceLog = job({
  name: 'sequence-log',
  trigger: { kind: 'log' },
  need: toSequence,
  message: z.object({ book: z.string() }),
  run: async (ports, { messages }) => {
    await sequence(ports, [...new Set(messages.map(({ book }) => book))]);
  },
});
