// The auditor asks for her code by mail. The answer is the same whether one has left or not.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import { sendLinkCode as send } from '../lib/use-cases/send-link-code.ts';
import { linkDoor } from '../lib/use-cases/try-link.ts';
import { renderLinkLanding } from '../web/link-landing.ts';
import { frameOf } from './frame-of.ts';
import { isUnknownLink, refusedLink } from './link-refused.ts';
import { toRead, withNames } from './need.ts';
import { typed } from './open-link.ts';

export const sendLinkCode = endpoint({
  method: 'POST',
  path: '/v/{token}/code',
  audience: 'public',
  need: [
    ...toRead,
    ...(['readDirectory', 'clock', 'random', 'linkKeys', 'accessList', 'mail', 'installation'] as const),
  ],
  input: z.object({ token: z.string(), secret: typed, siren: typed, email: typed }),
  run: async (granted, asked, visitor) => {
    const ports = withNames(granted);
    const { token, secret, siren, email } = asked;
    try {
      await send(ports, { ...asked, address: visitor.address });
    } catch (error) {
      if (isUnknownLink(error)) return refusedLink(visitor);
      throw error;
    }
    const door = await linkDoor(ports, token);
    if (door === null) return refusedLink(visitor);
    const view = { token, ...door, mails: ports.mail.isSetUp, outbox: ports.mail.outbox, failure: null };
    return { html: renderLinkLanding({ ...view, sentTo: { email, secret, siren } }, frameOf(visitor)) };
  },
});
