// The auditor opens her link with its secret, the company's SIREN and her code. Her session is for this link and no other company's page.
import * as z from 'zod';
import { endpoint } from '../lib/edge/endpoint.ts';
import type { Visitor } from '../lib/edge/session.ts';
import { linkRefused } from '../lib/use-cases/open-link.ts';
import { audienceOf } from '../lib/use-cases/opened-link.ts';
import { linkDoor, tryLink } from '../lib/use-cases/try-link.ts';
import { addresses } from '../web/addresses.ts';
import { renderLinkLanding } from '../web/link-landing.ts';
import { frameOf } from './frame-of.ts';
import { isUnknownLink, refusedLink } from './link-refused.ts';
import { toRead, withNames } from './need.ts';

export const typed = z.string().max(200);

/** Other links that the same browser has opened stay open; who was signed in as somebody else no longer is. */
const linksOpen = ({ roles }: Visitor, link: string) =>
  [
    ...roles.filter(({ role, link: open }) => role === 'auditor' && open !== link),
    { role: 'auditor' as const, link },
  ].slice(-10);

export const openLink = endpoint({
  method: 'POST',
  path: '/v/{token}',
  audience: 'public',
  need: [...toRead, 'readDirectory', 'clock', 'random', 'linkKeys', 'accessList', 'mail'],
  input: z.object({ token: z.string(), secret: typed, siren: typed, code: typed }),
  run: async (granted, asked, visitor) => {
    const ports = withNames(granted);
    const { token, secret, siren, code } = asked;
    // Scanners of mail send forms as they find them: an empty one tries nothing and counts for nothing.
    const isTry = secret.trim() !== '' && code.trim() !== '';
    try {
      if (!isTry) throw linkRefused();
      const { link } = await tryLink(ports, { ...asked, address: visitor.address });
      const session = { person: 'auditor', name: await audienceOf(ports, link), roles: linksOpen(visitor, link) };
      return { redirect: addresses.linkStatement(link), session };
    } catch (error) {
      if (!isUnknownLink(error)) throw error;
      const door = await linkDoor(ports, token);
      if (door === null) return refusedLink(visitor);
      const failure = { text: linkRefused().detail, secret, siren };
      const view = { token, ...door, mails: ports.mail.isSetUp, outbox: ports.mail.outbox, failure, sentTo: null };
      return { html: renderLinkLanding(view, frameOf(visitor)), status: 422 };
    }
  },
});
