// Finance gives an auditor a link to one statement at one view level: a signed address, a secret, and a code by another way.
import { causeOf } from '../ledger/fact.ts';
import { parisDayOf } from '../model/calendar.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import { typedText } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { encodeBase64url } from '../statement/base64url.ts';
import { buildLinkToken } from '../statement/link.ts';
import { groupedSecret, linkSecretBytes, secretDigest } from '../statement/link-secret.ts';
import type { ViewLevel } from '../statement/sd-jwt.ts';
import { type AppendPorts, append } from './append.ts';
import { bookKeyOwner, companyBook, type DirectoryPorts, installation } from './people.ts';
import { findStatement } from './read-statement.ts';
import { requireFinance } from './roles.ts';
import { type FilesPorts, statementFiles } from './statement-files.ts';

export type LinkPorts = FilesPorts & Pick<Ports, 'directory' | 'saltKeys' | 'linkKeys'>;

export interface IssueLink {
  readonly company: string;
  readonly by: string;
  readonly number: string;
  readonly level: ViewLevel;
  /** Who will read it, as printed on the access list. */
  readonly audience: string;
  /** The code goes to an address of this domain. */
  readonly emailDomain: string;
  /** From now, 1 to 400; 90 is usual (formats.md, section 5). */
  readonly days: number;
}

/** Shown once: only digests of secret and code are kept. */
export interface IssuedLink {
  readonly link: string;
  /** The path of the address, without the secret. */
  readonly path: string;
  /** Grouped characters: goes after the # of the address, or is typed from a letter. */
  readonly secret: string;
  /** Six digits, to be handed over by another way. */
  readonly code: string;
  readonly expires: string;
}

/** A row about the reader: who she is, in words. */
export interface LinkRow {
  readonly link: string;
  readonly audience: string;
  readonly emailDomain: string;
}

export const longestLinkDays = 400;

/** Without the secret nobody can try all codes against what is stored. */
export const codeDigest = (ports: Pick<Ports, 'primitives'>, secret: Uint8Array, code: string): string =>
  toHex(ports.primitives.hmacSha256(secret, new TextEncoder().encode(`communs-code/1\n${code}`)));

/** Six digits, each number equally likely: 2^40 is a hundred thousand times a million. */
function sixDigits(bytes: Uint8Array): string {
  const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return String(number % 1_000_000n).padStart(6, '0');
}

/** @throws Refusal `not-allowed`, `unknown-statement`, `invalid-input` */
export async function issueLink(ports: LinkPorts, asked: IssueLink): Promise<IssuedLink> {
  const { company, by, number, level, emailDomain, days } = asked;
  const audience = typedText(asked.audience);
  await requireFinance(ports, company, by);
  await findStatement(ports, company, number);
  if (!Number.isSafeInteger(days) || days < 1 || days > longestLinkDays) {
    throw new Refusal('invalid-input', {
      fr: `Un lien dure de 1 à ${longestLinkDays} jours (90 d’ordinaire). Corrigez la durée.`,
      en: `A link lasts 1 to ${longestLinkDays} days (90 as a rule). Correct the number of days.`,
    });
  }
  // The workbook of this level in both languages: the auditor's function reads, and makes none.
  for (const language of ['fr', 'en'] as const) await statementFiles(ports, { company, number, level, language, by });
  const nowMs = ports.clock.now();
  const purpose = `link ${company} ${number} ${level} ${audience} ${nowMs}`;
  const link = encodeBase64url(ports.random.bytes(12, `${purpose} id`));
  const secret = ports.random.bytes(linkSecretBytes, `${purpose} secret`);
  const code = sixDigits(ports.random.bytes(5, `${purpose} code`));
  const expSeconds = Math.floor(nowMs / 1000) + days * 86_400;
  const expires = parisDayOf(expSeconds * 1000);
  const { kid, key } = await ports.linkKeys.current();

  const book = companyBook(company);
  // A crash before the fact leaves an entry that leads to no link: it opens nothing.
  await ports.directory.put(installation, 'link', link, { company, code: codeDigest(ports, secret, code) }, true);
  const { sha256, hmacSha256 } = ports.primitives;
  const cause = causeOf(sha256, { actor: by, act: 'issue-link', on: { link }, after: null });
  const rowKey = await ports.saltKeys.of(bookKeyOwner(book));
  await append(ports, { book, cause, dependsOn: [] }, async (_state, store) => ({
    kind: 'link-issued' as const,
    by,
    data: {
      ...{ link, number, level, expires, secret: secretDigest(sha256, secret) },
      batch: await store([{ row: { link, audience, emailDomain } satisfies LinkRow, position: '', key: rowKey }]),
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
    if ((await state.get(`links/${link}`)) === null) {
      throw new Refusal('unknown-link', {
        fr: 'Ce lien n’est pas de cette société. Rechargez la liste des liens.',
        en: 'This link is not one of this company. Reload the list of links.',
      });
    }
    return { kind: 'link-revoked' as const, by, data: { link } };
  });
}
