// Once a day: everything that stands in the ledger is read again, and the status page shows what was found.
import * as z from 'zod';
import { job } from '../lib/edge/job.ts';
import { checkAndKeep } from '../lib/use-cases/last-check.ts';
import { toReadLog, toReadSealed, withNames, withSealed } from './need.ts';

export const checkLedger = job({
  name: 'check-ledger',
  trigger: { kind: 'schedule', expression: 'cron(0 3 * * ? *)' },
  need: [
    ...toReadSealed,
    ...toReadLog,
    'readDirectory',
    'writeViews',
    'statementKeys',
    'timeStamps',
    'readHeads',
    'listBooks',
    'clock',
  ],
  message: z.never(),
  run: async (ports) => {
    await checkAndKeep(withSealed(withNames(ports)));
  },
});
