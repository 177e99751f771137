// The auditor: her questions, the company's answers, and the form for the next one.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showLinkNotes as show } from '../lib/use-cases/show-link-notes.ts';
import { renderLinkNotes } from '../web/link-notes.ts';
import { id, month, optional, place } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { behindLink } from './link-refused.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';

export const showLinkNotes = endpoint({
  method: 'GET',
  path: '/auditor/{link}/notes',
  audience: 'auditor',
  need: [...toReadSealed, 'readDirectory', 'clock', 'random'],
  input: z.object({ link: id, line: optional(place), month: optional(month), done: optional(z.literal('left')) }),
  run: async (ports, { link, line = null, month: of = null, done }, session) => {
    requireHeld(session, 'auditor', 'link', link);
    return behindLink(session, async () => {
      const view = await show(withSealed(withNames(ports)), { link, line, month: of });
      return { html: renderLinkNotes({ ...view, isLeft: done !== undefined }, frameOf(session)) };
    });
  },
});
