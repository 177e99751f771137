// The auditor: a sample that nobody chose. Drawing changes nothing, and the same address draws the same again.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { showLinkSample as show } from '../lib/use-cases/show-link-sample.ts';
import { renderLinkSample } from '../web/link-sample.ts';
import { id, optional, sampleMethod, sampleSize, sampleWord } from './fields.ts';
import { frameOf } from './frame-of.ts';
import { requireHeld } from './held.ts';
import { behindLink } from './link-refused.ts';
import { toCheckIssued, toReadSealed, withNames, withSealed } from './need.ts';

export const showLinkSample = endpoint({
  method: 'GET',
  path: '/auditor/{link}/sample',
  audience: 'auditor',
  need: [...toReadSealed, ...toCheckIssued, 'readDirectory', 'clock', 'accessList'],
  input: z.object({ link: id, method: optional(sampleMethod), size: optional(sampleSize), word: optional(sampleWord) }),
  run: async (ports, { link, method, size, word = '' }, session) => {
    requireHeld(session, 'auditor', 'link', link);
    const wanted = method === undefined || size === undefined ? null : { method, size, word };
    return behindLink(session, async () => ({
      html: renderLinkSample(await show(withSealed(withNames(ports)), { link, wanted }), frameOf(session)),
    }));
  },
});
