// The auditor: one person and project in one month, each declared line with its three proofs.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showLinkLine as show } from '../lib/use-cases/show-link-line.ts';
import { renderLinkLine } from '../web/link-line.ts';
import { id, month, place } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { behindLink } from './link-refused.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';

export const showLinkLine = endpoint({
  method: 'GET',
  path: '/auditor/{link}/lines/{line}/{month}',
  audience: 'auditor',
  need: [...toReadSealed, 'readDirectory', 'clock', 'accessList'],
  input: z.object({ link: id, line: place, month }),
  run: async (ports, asked, session) => {
    requireHeld(session, 'auditor', 'link', asked.link);
    return behindLink(session, async () => ({
      html: renderLinkLine(await show(withSealed(withNames(ports)), asked), frameOf(session)),
    }));
  },
});
