// A file of the statement behind an auditor's link, or its bundle, at its level. Nothing is made here but CSV: a workbook or a PDF is read if it was made before.
import type { StatementView } from '../ledger/views/company-views.ts';
import type { Language } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { packBundle } from '../statement/bundle/bundle-zip.ts';
import { statementCsv } from '../statement/csv/statement-csvs.ts';
import type { ViewLevel } from '../statement/sd-jwt.ts';
import type { Erased } from './erased-lines.ts';
import { noteLook, readerOf } from './hours-seen.ts';
import { renderingToday } from './kept-rendering.ts';
import { kindsIn, type NamedFile, savedName } from './named-file.ts';
import { type LinkReadPorts, linkedStatement, notAtThisLevel } from './opened-link.ts';
import {
  bundleFileName,
  type LinkFileName,
  namesPeople,
  readStatement,
  renderingOf,
  type StatementAtHand,
} from './read-statement.ts';
import { renderingInput } from './rendering-input.ts';
import { type BundleAsked, type BundlePorts, readBundle, readIssued } from './statement-bundle.ts';

/** @returns the names of the files that this level has, and that no erasure took away */
export function auditorFileNames(erased: Erased, view: StatementView, level: ViewLevel): LinkFileName[] {
  const isMade = (kind: 'pdf' | 'xlsx'): boolean =>
    (['fr', 'en'] as const).every(
      (language) => renderingToday(erased, view, renderingOf(kind, level, language)).sha256 !== null,
    );
  return [
    bundleFileName(level),
    ...(isMade('pdf') ? (['statement.pdf'] as const) : []),
    ...(isMade('xlsx') ? (['statement.xlsx'] as const) : []),
    ...(['statement.csv', 'statement.fr.csv', 'statement.jws', 'statement.json', 'status.jws', 'jwks.json'] as const),
    ...(level === 'totals' ? [] : (['disclosures.txt'] as const)),
  ];
}

type FilePorts = LinkReadPorts & BundlePorts & Pick<Ports, 'accessList'>;

async function bytesOf(
  ports: FilePorts,
  at: StatementAtHand,
  asked: BundleAsked,
  name: LinkFileName,
): Promise<Uint8Array | undefined> {
  if (name === 'statement.csv' || name === 'statement.fr.csv') {
    const isFrench = name === 'statement.fr.csv';
    return statementCsv(renderingInput(ports, at, isFrench ? 'fr' : 'en'), isFrench ? 'csv-fr' : 'csv');
  }
  if (name === bundleFileName(asked.level)) return packBundle((await readBundle(ports, asked)).files);
  return (await readIssued(ports, asked, kindsIn(name))).files.get(name);
}

/**
 * @throws Refusal `unknown-link` once the link was revoked or has expired, `unknown-page` for a file that the level does not have
 */
export async function fileForAuditor(
  ports: FilePorts,
  asked: { readonly link: string; readonly name: LinkFileName; readonly language: Language },
): Promise<NamedFile> {
  const { link, name, language } = asked;
  const { company, number, level: given, content } = await linkedStatement(ports, link);
  // Somebody in it may have been erased since: then only the totals are left.
  const at = await readStatement(ports, company, number, given);
  const { level } = at.verification;
  if (!auditorFileNames(at.erased, at.view, level).includes(name)) throw notAtThisLevel();
  const bytes = await bytesOf(ports, at, { company, number, level, language }, name);
  if (bytes === undefined) throw new Error(`statement ${number} of ${company}: its ${name} is missing`);
  if (level === 'names' && namesPeople.has(name)) {
    const developers = content.people.map(({ developer }) => developer);
    await noteLook(ports, company, developers, { by: readerOf(link), act: 'statement-files' });
  }
  return { name: savedName(name, number, level, language), bytes };
}
