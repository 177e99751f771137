// Finance gives an auditor a link to one statement at one view level: a signed address, a secret, and a code by another way.
import { causeOf } from '../ledger/fact.ts';
import { parisDayOf } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import { typedText } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { encodeBase64url } from '../statement/base64url.ts';
import { buildLinkToken } from '../statement/link.ts';
import { groupedSecret, linkSecretBytes, secretDigest } from '../statement/link-secret.ts';
import type { ViewLevel } from '../statement/sd-jwt.ts';
import { type AppendPorts, append } from './append.ts';
import { codeDigest, type LinkEntry, sixDigits } from './link-entry.ts';
import { ownLink } from './own-link.ts';
import { bookKeyOwner, companyBook, type DirectoryPorts, installation } from './people.ts';
import { requireFinance } from './roles.ts';
import { type FilesPorts, statementFiles } from './statement-files.ts';

export type LinkPorts = FilesPorts & Pick<Ports, 'directory' | 'saltKeys' | 'linkKeys' | 'mail'>;

export interface IssueLink {
  readonly company: string;
  readonly by: string;
  readonly number: string;
  readonly level: ViewLevel;
  /** Who will read it, as printed on the access list. */
  readonly audience: string;
  /** A code by mail goes to an address of this very domain. */
  readonly emailDomain: string;
  /** From now, 1 to 400; 90 is usual. */
  readonly days: number;
  /** `mail`: none is made now; each opening asks for one to be sent. */
  readonly code: CodeBy;
}

/** How the reader gets the six digits: on paper from the company, or by mail to an address of the domain. */
export type CodeBy = 'paper' | 'mail';

/** Shown once: only digests of secret and code are kept. */
export interface IssuedLink {
  readonly link: string;
  /** The path of the address, without the secret. */
  readonly path: string;
  /** Grouped characters: goes after the # of the address, or is typed from a letter. */
  readonly secret: string;
  /** Six digits, to be handed over by another way; null where codes go by mail. */
  readonly code: string | null;
  readonly expires: string;
}

/** A row about the reader: who she is, in words. */
export interface LinkRow {
  readonly link: string;
  readonly audience: string;
  readonly emailDomain: string;
  readonly code: CodeBy;
}

export const longestLinkDays = 400;

const noCodeByMail = (): Refusal =>
  new Refusal('mail-not-set-up', {
    fr: 'Cette installation n’envoie pas de courriel. Choisissez un code sur papier et remettez-le par une autre voie que le lien ; ou faites régler l’expéditeur (COMMUNS_MAIL_FROM) par l’opérateur.',
    en: 'This installation sends no mail. Choose a code on paper and hand it over by another way than the link; or have the operator set the sender (COMMUNS_MAIL_FROM).',
  });

/** @throws Refusal `not-allowed`, `unknown-statement`, `invalid-input`, `mail-not-set-up` */
export async function issueLink(ports: LinkPorts, asked: IssueLink): Promise<IssuedLink> {
  const { company, by, number, level, emailDomain, days } = asked;
  const audience = typedText(asked.audience);
  await requireFinance(ports, company, by);
  if (!Number.isSafeInteger(days) || days < 1 || days > longestLinkDays) {
    throw new Refusal('invalid-input', {
      fr: `Un lien dure de 1 à ${longestLinkDays} jours (90 d’ordinaire). Corrigez la durée.`,
      en: `A link lasts 1 to ${longestLinkDays} days (90 as a rule). Correct the number of days.`,
    });
  }
  if (asked.code === 'mail' && !ports.mail.isSetUp) throw noCodeByMail();
  // The workbook of this level in both languages: the auditor's function reads, and makes none.
  for (const language of ['fr', 'en'] as const) await statementFiles(ports, { company, number, level, language, by });
  const nowMs = ports.clock.now();
  const purpose = `link ${company} ${number} ${level} ${audience} ${nowMs}`;
  const link = encodeBase64url(ports.random.bytes(12, `${purpose} id`));
  const secret = ports.random.bytes(linkSecretBytes, `${purpose} secret`);
  const code = asked.code === 'mail' ? null : sixDigits(ports.random.bytes(5, `${purpose} code`));
  const expSeconds = Math.floor(nowMs / 1000) + days * 86_400;
  const expires = parisDayOf(expSeconds * 1000);
  const { kid, key } = await ports.linkKeys.current();

  const book = companyBook(company);
  // A crash before the fact leaves an entry that leads to no link: it opens nothing.
  const entry = { company, code: code === null ? null : codeDigest(ports, secret, code), expSeconds };
  await ports.directory.put(installation, 'link', link, entry satisfies LinkEntry, true);
  const { sha256, hmacSha256 } = ports.primitives;
  const cause = causeOf(sha256, { actor: by, act: 'issue-link', on: { link }, after: null });
  const rowKey = await ports.saltKeys.of(bookKeyOwner(book));
  await append(ports, { book, cause, dependsOn: [] }, async (_state, store) => ({
    kind: 'link-issued' as const,
    by,
    data: {
      ...{ link, number, level, expires, secret: secretDigest(sha256, secret) },
      batch: await store([
        { row: { link, audience, emailDomain, code: asked.code } satisfies LinkRow, position: '', key: rowKey },
      ]),
    },
  }));
  const token = buildLinkToken({ linkId: link, expSeconds, kid }, key, hmacSha256);
  return { link, path: `/v/${token}`, secret: groupedSecret(secret), code, expires };
}

/** @throws Refusal `not-allowed`, `unknown-link` */
export async function revokeLink(
  ports: AppendPorts & DirectoryPorts,
  asked: { readonly company: string; readonly by: string; readonly link: string },
): Promise<void> {
  const { company, by, link } = asked;
  await requireFinance(ports, company, by);
  const cause = causeOf(ports.primitives.sha256, { actor: company, act: 'revoke-link', on: { link }, after: null });
  await append(ports, { book: companyBook(company), cause, dependsOn: [] }, async (state) => {
    await ownLink(state, link);
    return { kind: 'link-revoked' as const, by, data: { link } };
  });
}
