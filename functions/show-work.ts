// The developer adds what shows work that left no public trace.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showWork as show } from '../lib/use-cases/show-work.ts';
import { addresses } from '../web/addresses.ts';
import { comment, entry, id, month, optional } from './fields.ts';
import { herself } from './identity-fields.ts';
import { toRead } from './need.ts';
import type { Done } from './show-month.ts';

const link = z.url({ protocol: /^https$/ }).max(500);

export const showWork = endpoint({
  method: 'POST',
  path: '/developer/months/{company}/{month}/show',
  audience: 'developer',
  need: [...toRead, 'inbox'],
  input: z.object({ company: id, month, entry, comment, link: optional(link) }),
  run: async (ports, { company, month: of, entry: line, comment: text, link: seenAt }, session) => {
    const hers = { ...herself(session, company), month: of };
    await show(ports, { ...hers, entry: line, text, link: seenAt ?? null });
    return { redirect: `${addresses.developerMonth(company, of)}?done=${'shown' satisfies Done}` };
  },
});
