// Whoever has a session ends it: an auditor has one in the cloud too.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { addresses } from '../web/addresses.ts';

export const signOut = endpoint({
  method: 'POST',
  path: addresses.signOut,
  audience: 'public',
  need: [],
  input: z.object({}),
  run: async () => ({ redirect: addresses.home, session: null }),
});
