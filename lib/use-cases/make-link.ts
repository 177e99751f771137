// A link as finance hands it over: its whole address, its secret to type, its code. What it opens is ready before it is given.
import { type Day, daysBetween, parisDayOf } from '../model/calendar.ts';
import type { Ports } from '../ports.ts';
import { type IssueLink, issueLink, type LinkPorts } from './issue-link.ts';
import { type FilesPorts, statementFiles } from './statement-files.ts';

interface MadeLink {
  /** `https://…/v/…#…`, secret included. */
  readonly address: string;
  readonly secret: string;
  /** Six digits, in two groups. */
  readonly code: string;
}

/**
 * @param asked `expires`: the last day; `origin`: where this installation was asked, for one that has no address of its own
 * @throws Refusal `unknown-statement`, `invalid-input`
 */
export async function makeLink(
  ports: LinkPorts & FilesPorts & Pick<Ports, 'installation'>,
  asked: Omit<IssueLink, 'days'> & { readonly expires: Day; readonly origin: string },
): Promise<MadeLink> {
  const { expires, origin, ...link } = asked;
  // The workbook of this level in both languages: the auditor's function reads, and makes none.
  for (const language of ['fr', 'en'] as const) await statementFiles(ports, { ...link, language });
  const days = daysBetween(parisDayOf(ports.clock.now()), expires);
  const { path, secret, code } = await issueLink(ports, { ...link, days });
  const { issuer } = ports.installation;
  const base = /^https?:\/\//.test(issuer) ? issuer.replace(/\/+$/, '') : origin;
  return { address: `${base}${path}#${secret}`, secret, code: `${code.slice(0, 3)} ${code.slice(3)}` };
}
