// Is it up, and which version: for monitors, and for somebody who wonders which language she gets.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { version } from './version.ts';

export const health = endpoint({
  method: 'GET',
  path: '/health',
  audience: 'public',
  need: [],
  input: z.object({}),
  run: async (_ports, _input, { language }) => ({ json: { version, language } }),
});
