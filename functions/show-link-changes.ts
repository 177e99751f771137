// The auditor: what changed since the statement was closed, and what the ledger said on a day.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showLinkChanges as show } from '../lib/use-cases/show-link-changes.ts';
import { renderLinkChanges } from '../web/link-changes.ts';
import { id, optional } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { behindLink } from './link-refused.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';

export const showLinkChanges = endpoint({
  method: 'GET',
  path: '/auditor/{link}/changes',
  audience: 'auditor',
  need: [...toReadSealed, 'readDirectory', 'clock', 'accessList'],
  input: z.object({ link: id, on: optional(z.iso.date()) }),
  run: async (ports, { link, on }, session) => {
    requireHeld(session, 'auditor', 'link', link);
    return behindLink(session, async () => ({
      html: renderLinkChanges(await show(withSealed(withNames(ports)), { link, on }), frameOf(session)),
    }));
  },
});
