// Every job: read by the stack, and by the embedded run, which wakes them itself.

import type { Job } from '../lib/edge/job.ts';
import { attendLog } from './attend-log.ts';
import { checkLedger } from './check-ledger.ts';
import { consumeInbox } from './consume-inbox.ts';
import { followBooks } from './follow-books.ts';
import { forgetUnposted } from './forget-unposted.ts';
import { pullAll } from './pull-all.ts';
import { pullRepository } from './pull-repository.ts';
import { sequenceLog } from './sequence-log.ts';

export const jobs: readonly Job[] = [
  followBooks,
  consumeInbox,
  pullAll,
  pullRepository,
  checkLedger,
  forgetUnposted,
  sequenceLog,
  attendLog,
];
