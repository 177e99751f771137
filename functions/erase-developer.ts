// HR asks for an erasure, or another person of HR decides it; whoever follows the book carries it out.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { confirmErasure } from '../lib/use-cases/confirm-erasure.ts';
import { addresses } from '../web/addresses.ts';
import { id } from './fields.ts';
import { requireHeld } from './held.ts';
import { toAppend, withNames } from './need.ts';

export const eraseDeveloper = endpoint({
  method: 'POST',
  path: '/hr/erasures/{company}/{developer}',
  audience: 'hr',
  need: [...toAppend, 'readDirectory', 'sealedFiles', 'saltKeys'],
  input: z.object({
    ...{ company: id, developer: id, typed: id },
    step: z.enum(['ask', 'carry-out']),
    ground: z.enum(['request', 'term']),
  }),
  run: async (ports, asked, session) => {
    requireHeld(session, 'hr', 'company', asked.company);
    const { step } = await confirmErasure(withNames(ports), { ...asked, by: session.person });
    return { redirect: `${addresses.hrErasures}?${new URLSearchParams({ company: asked.company, done: step })}` };
  },
});
