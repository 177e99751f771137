// How a statement is made, what a match means, and what is not claimed: for auditors, before they rely on one.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { renderMethodology } from '../web/methodology.ts';
import { frameOf } from './frame-of.ts';

export const showMethodology = endpoint({
  method: 'GET',
  path: '/methodology',
  audience: 'public',
  need: [],
  input: z.object({}),
  run: async (_ports, _input, visitor) => ({ html: renderMethodology(frameOf(visitor)) }),
});
