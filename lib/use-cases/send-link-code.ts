// The auditor asks for her code: whoever has the secret, and an address of the domain that the link names, gets six digits by mail.
import { parseAddress } from '../intake/declarations/values.ts';
import type { Ports } from '../ports.ts';
import { linkSecretBytes, parseSecret } from '../statement/link-secret.ts';
import { readBook } from './book-state.ts';
import { linkRow } from './hours-seen.ts';
import { codeDigest, sixDigits } from './link-entry.ts';
import { mostFailures, takeTry } from './link-tries.ts';
import {
  accessSubject,
  behindToken,
  codeLastsMs,
  codeSubject,
  linkRefused,
  type OpenLink,
  type OpenPorts,
  ourToken,
  rightHolder,
  sameText,
  tooManyTries,
} from './open-link.ts';
import { companyBook } from './people.ts';
import { tryFrom } from './try-link.ts';

/** Nothing of the company, the statement or the link: a mailbox is read by others too. */
const messageOf = (code: string, operator: string): { readonly subject: string; readonly text: string } => ({
  subject: 'Communs : votre code / your code',
  text: [
    `Code : ${code}`,
    '',
    `Quelqu’un a demandé à ${operator} ce code pour ouvrir un état certifié. Si c’est vous, recopiez-le dans la page restée ouverte ; il sert ${codeLastsMs / 60_000} minutes. Sinon, ne faites rien : le code seul n’ouvre rien.`,
    '',
    `Somebody asked ${operator} for this code to open a certified statement. If it is you, copy it to the page that you left open; it serves for ${codeLastsMs / 60_000} minutes. If not, do nothing: the code alone opens nothing.`,
    '',
  ].join('\n'),
});

export type SendCodePorts = OpenPorts & Pick<Ports, 'mail' | 'installation'>;

/**
 * Whatever was wrong, the caller's page says the same: a code has left if all was right. Only who holds the secret could tell by the time it takes.
 * @throws Refusal `unknown-link` for an address of nothing, `too-many-tries`, `mail-not-set-up`, `mail-not-sent`
 */
export async function sendLinkCode(
  ports: SendCodePorts,
  asked: Omit<OpenLink, 'code'> & { readonly email: string; readonly address: string },
): Promise<void> {
  const fromAddress = await tryFrom(ports, asked);
  const token = await ourToken(ports, asked.token);
  if (token === null) throw linkRefused();
  const { link } = token;
  const nowMs = ports.clock.now();
  const taken = await takeTry(ports, accessSubject(link), mostFailures, nowMs);
  const behind = await behindToken(ports, token);
  const { view, company, isLive } = behind;
  const row = view === null ? null : await linkRow(ports, await readBook(ports, companyBook(company)), view);
  const to = parseAddress(asked.email.trim());
  const isRight = [
    rightHolder(ports, behind, asked),
    sameText(ports, row?.emailDomain ?? 'none', to?.slice(to.lastIndexOf('@') + 1) ?? ''),
    isLive,
    !taken.isLocked,
  ].every(Boolean);
  const end = isRight ? 'code-sent' : taken.isLocked ? 'locked' : 'refused';
  await taken.end(end);
  await fromAddress.end(isRight ? 'opened' : 'refused');
  if (taken.isLocked && isLive) throw tooManyTries(taken.opensAgainMs, 'link');
  if (!isRight || to === null) return;
  const secret = parseSecret(asked.secret) ?? new Uint8Array(linkSecretBytes);
  const code = sixDigits(ports.random.bytes(5, `code of ${link} at ${nowMs}`));
  // The digest first: a message without it would open nothing.
  const by = codeDigest(ports, secret, code);
  await ports.accessList.add(codeSubject(link), { at: new Date(nowMs).toISOString(), by, act: 'sent' });
  await ports.mail.send({ to, ...messageOf(code, ports.installation.operator.name) });
}
