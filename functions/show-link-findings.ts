// The auditor: what stands out among the lines of the statement.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showLinkFindings as show } from '../lib/use-cases/show-link-findings.ts';
import { renderLinkFindings } from '../web/link-findings.ts';
import { id } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { behindLink } from './link-refused.ts';
import { toReadSealed, withNames, withSealed } from './need.ts';

export const showLinkFindings = endpoint({
  method: 'GET',
  path: '/auditor/{link}/findings',
  audience: 'auditor',
  need: [...toReadSealed, 'readDirectory', 'clock', 'accessList'],
  input: z.object({ link: id }),
  run: async (ports, { link }, session) => {
    requireHeld(session, 'auditor', 'link', link);
    return behindLink(session, async () => ({
      html: renderLinkFindings(await show(withSealed(withNames(ports)), link), frameOf(session)),
    }));
  },
});
