// Anyone: every public key ever used for statements.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { keysForAll } from '../lib/use-cases/verify-upload.ts';

export const listKeys = endpoint({
  method: 'GET',
  path: '/.well-known/jwks.json',
  audience: 'public',
  need: ['statementKeys'],
  input: z.object({}),
  run: async (ports) => ({ json: await keysForAll(ports) }),
});
