// A file of the statement behind an auditor's link, at its level. Nothing is made here: the workbook is read if it was made before.
import type { StatementView } from '../ledger/views/company-views.ts';
import type { Language } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { parseJws } from '../statement/jws.ts';
import { jwksText } from '../statement/keys.ts';
import type { ViewLevel } from '../statement/sd-jwt.ts';
import { noteLook, readerOf } from './hours-seen.ts';
import { type LinkReadPorts, linkedStatement, notAtThisLevel } from './opened-link.ts';
import { companyBook } from './people.ts';
import {
  namesPeople,
  readStatement,
  renderingOf,
  type StatementAtHand,
  type StatementFileName,
  type StatementPorts,
} from './read-statement.ts';

const storedWorkbook = ({ renderings }: StatementView, level: ViewLevel, language: Language) =>
  renderings.find(({ rendering }) => rendering === renderingOf(level, language)) ?? null;

/** @returns the names of the files that this level has */
export function auditorFileNames(view: StatementView, level: ViewLevel): StatementFileName[] {
  const workbooks = (['fr', 'en'] as const).map((language) => storedWorkbook(view, level, language));
  return [
    'statement.jws',
    'statement.json',
    'status.jws',
    'jwks.json',
    ...(level === 'totals' ? [] : (['disclosures.txt'] as const)),
    ...(workbooks.includes(null) ? [] : (['statement.xlsx'] as const)),
  ];
}

const encoder = new TextEncoder();

/** The bytes of a signed payload, as they were signed. */
function payloadBytes(jws: string): Uint8Array {
  const parsed = parseJws(jws, 'communs-statement+jwt');
  if (typeof parsed === 'string') throw new Error(`the text is no statement (${parsed})`);
  return parsed.payloadBytes;
}

async function bytesOf(
  ports: StatementPorts,
  at: StatementAtHand,
  asked: {
    readonly company: string;
    readonly level: ViewLevel;
    readonly language: Language;
    readonly name: StatementFileName;
  },
): Promise<Uint8Array | null> {
  switch (asked.name) {
    case 'statement.jws':
      return encoder.encode(at.jws);
    case 'statement.json':
      return payloadBytes(at.jws);
    case 'status.jws':
      return encoder.encode(at.status);
    case 'jwks.json':
      return encoder.encode(jwksText(await ports.signer.publicKeys()));
    case 'disclosures.txt':
      return encoder.encode(at.disclosures.map((line) => `${line}\n`).join(''));
    case 'statement.xlsx': {
      const stored = storedWorkbook(at.view, asked.level, asked.language);
      return stored === null ? null : ports.sealedFiles.get(companyBook(asked.company), stored.sha256);
    }
  }
}

/**
 * @throws Refusal `unknown-link` once the link was revoked or has expired, `unknown-page` for a file that the level does not have
 */
export async function fileForAuditor(
  ports: LinkReadPorts & StatementPorts & Pick<Ports, 'accessList'>,
  asked: { readonly link: string; readonly name: StatementFileName; readonly language: Language },
): Promise<Uint8Array> {
  const { link, name, language } = asked;
  const { company, number, level, content } = await linkedStatement(ports, link);
  const at = await readStatement(ports, company, number, level);
  if (!auditorFileNames(at.view, level).includes(name)) throw notAtThisLevel();
  const bytes = await bytesOf(ports, at, { company, level, language, name });
  if (bytes === null) throw new Error(`statement ${number} of ${company}: its ${name} is missing`);
  if (level === 'names' && namesPeople.has(name)) {
    const developers = content.people.map(({ developer }) => developer);
    await noteLook(ports, company, developers, { by: readerOf(link), act: 'statement-files' });
  }
  return bytes;
}
