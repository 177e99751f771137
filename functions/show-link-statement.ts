// The auditor: the statement behind her link, verified a moment ago.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showLinkStatement as show } from '../lib/use-cases/show-link-statement.ts';
import { renderLinkStatement } from '../web/link-statement.ts';
import { id } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { behindLink } from './link-refused.ts';
import { toCheckIssued, toReadSealed, withNames, withSealed } from './need.ts';

export const showLinkStatement = endpoint({
  method: 'GET',
  path: '/auditor/{link}',
  audience: 'auditor',
  need: [...toReadSealed, ...toCheckIssued, 'readDirectory', 'clock', 'accessList'],
  input: z.object({ link: id }),
  run: async (ports, { link }, session) => {
    requireHeld(session, 'auditor', 'link', link);
    return behindLink(session, async () => {
      const view = await show(withSealed(withNames(ports)), link);
      return { html: renderLinkStatement(view, frameOf(session)) };
    });
  },
});
