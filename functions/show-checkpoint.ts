// Anyone: the last signed checkpoint of a year’s log (C2SP tlog-tiles).
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { servedCheckpoint } from '../lib/use-cases/log/show-log.ts';
import { logYear } from './log-fields.ts';

export const showCheckpoint = endpoint({
  method: 'GET',
  path: '/log/{year}/checkpoint',
  audience: 'public',
  need: ['readLogFiles'],
  input: z.object({ year: logYear }),
  run: async (ports, { year }) => ({
    file: await servedCheckpoint(ports, year),
    name: 'checkpoint',
    type: 'text/plain; charset=utf-8',
  }),
});
