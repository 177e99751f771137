// Anyone: the public keys of the log, one a line for each year (C2SP signed-note, verifier keys).
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { logVkeys } from '../lib/use-cases/log/show-log.ts';

export const listLogKeys = endpoint({
  method: 'GET',
  path: '/log/vkey',
  audience: 'public',
  need: ['primitives', 'readLogPlaces', 'logKeys', 'installation'],
  input: z.object({}),
  run: async (ports) => {
    const lines = await logVkeys(ports);
    return {
      file: new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')),
      name: 'log.vkey',
      type: 'text/plain; charset=utf-8',
    };
  },
});
