// Anyone: the public log year by year, and how to monitor it.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { LogOutOfOrder } from '../lib/use-cases/log/log-head.ts';
import { showLog } from '../lib/use-cases/log/show-log.ts';
import { addresses } from '../web/addresses.ts';
import { renderLog } from '../web/log.ts';
import { frameOf } from './frame-of.ts';
import { toReadLog } from './need.ts';

export const showLogPage = endpoint({
  method: 'GET',
  path: addresses.log,
  audience: 'public',
  need: toReadLog,
  input: z.object({}),
  run: async (ports, _asked, visitor) => {
    // The page is where a broken log is told: it says so in place of a fault.
    const years = await showLog(ports).catch((error: unknown) => {
      if (error instanceof LogOutOfOrder) return 'broken' as const;
      throw error;
    });
    return { html: renderLog({ isTestKey: ports.logKeys.isTest, years }, frameOf(visitor)) };
  },
});
