// The door of an auditor's link. Asking for it changes nothing: scanners of mail open links too.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { linkDoor } from '../lib/use-cases/try-link.ts';
import { renderLinkLanding } from '../web/link-landing.ts';
import { frameOf } from './frame-of.ts';
import { refusedLink } from './link-refused.ts';
import { toRead, withNames } from './need.ts';

export const showLinkDoor = endpoint({
  method: 'GET',
  path: '/v/{token}',
  audience: 'public',
  need: [...toRead, 'readDirectory', 'clock', 'linkKeys', 'mail'],
  input: z.object({ token: z.string() }),
  run: async (ports, { token }, visitor) => {
    const door = await linkDoor(withNames(ports), token);
    if (door === null) return refusedLink(visitor);
    const view = { token, ...door, mails: ports.mail.isSetUp, outbox: ports.mail.outbox, failure: null, sentTo: null };
    return { html: renderLinkLanding(view, frameOf(visitor)) };
  },
});
