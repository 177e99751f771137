// A link as finance hands it over: its whole address, its secret to type, its code.
import { type Day, daysBetween, parisDayOf } from '../model/calendar.ts';
import type { Ports } from '../ports.ts';
import { type IssueLink, issueLink, type LinkPorts } from './issue-link.ts';

interface MadeLink {
  /** `https://…/v/…#…`, secret included. */
  readonly address: string;
  readonly secret: string;
  /** Six digits, in two groups; null where codes go by mail. */
  readonly code: string | null;
}

/**
 * @param asked `expires`: the last day; `origin`: where this installation was asked, for one that has no address of its own
 * @throws Refusal `unknown-statement`, `invalid-input`
 */
export async function makeLink(
  ports: LinkPorts & Pick<Ports, 'installation'>,
  asked: Omit<IssueLink, 'days'> & { readonly expires: Day; readonly origin: string },
): Promise<MadeLink> {
  const { expires, origin, ...link } = asked;
  const days = daysBetween(parisDayOf(ports.clock.now()), expires);
  const { path, secret, code } = await issueLink(ports, { ...link, days });
  const { issuer } = ports.installation;
  const base = /^https?:\/\//.test(issuer) ? issuer.replace(/\/+$/, '') : origin;
  const grouped = code === null ? null : `${code.slice(0, 3)} ${code.slice(3)}`;
  return { address: `${base}${path}#${secret}`, secret, code: grouped };
}
