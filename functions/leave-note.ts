// The auditor leaves a question: it is written by the consumer of the company's book, and its answer comes to her page.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { leaveNote as leave } from '../lib/use-cases/leave-note.ts';
import { addresses } from '../web/addresses.ts';
import { comment, id, month, noteName, optional, place } from './fields.ts';
import { requireHeld } from './held.ts';
import { behindLink } from './link-refused.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';

export const leaveNote = endpoint({
  method: 'POST',
  path: '/auditor/{link}/notes',
  audience: 'auditor',
  need: [...toReadSealed, 'readDirectory', 'clock', 'inbox', 'accessList'],
  input: z.object({ link: id, note: noteName, line: optional(place), month: optional(month), text: comment }),
  run: async (ports, { link, note, line = null, month: of = null, text }, session) => {
    requireHeld(session, 'auditor', 'link', link);
    return behindLink(session, async () => {
      await leave(withSealed(withNames(ports)), { link, note, line, month: of, text });
      return { redirect: `${addresses.linkNotes(link)}?done=left` };
    });
  },
});
