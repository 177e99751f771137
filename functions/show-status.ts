// Anyone: what the last full reading of the ledger found.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { lastCheck } from '../lib/use-cases/last-check.ts';
import { addresses } from '../web/addresses.ts';
import { renderStatus } from '../web/status.ts';
import { frameOf } from './frame-of.ts';
import { version } from './version.ts';

export const showStatus = endpoint({
  method: 'GET',
  path: addresses.status,
  audience: 'public',
  need: ['readViews', 'statementKeys'],
  input: z.object({}),
  run: async (ports, _asked, visitor) => {
    const view = { version, isTestKey: ports.statementKeys.isTest, check: await lastCheck(ports) };
    return { html: renderStatus(view, frameOf(visitor)) };
  },
});
