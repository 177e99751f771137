// A forge's own word that something was pushed there. Its signature is checked over the raw body; all it does is to ask for a pull.
import * as z from 'zod';
import { hook } from '../lib/edge/endpoint.ts';
import { hearWebhook as hear } from '../lib/use-cases/hear-webhook.ts';
import { toRead } from './need.ts';

export const hearWebhook = hook({
  path: '/webhooks/{host}',
  need: [...toRead, 'clock', 'pullQueue', 'webhooks'],
  input: z.object({ host: z.string().min(1).max(255) }),
  // A push of some thousand commits; a function of the cloud takes 6 MB.
  capBytes: 5 * 1024 * 1024,
  run: async (ports, { host }, delivery) => ({ json: await hear(ports, host, delivery), status: 202 }),
});
