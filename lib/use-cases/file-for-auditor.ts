// A file of the statement behind an auditor's link, or its bundle, at its level. Nothing is made here: a workbook is read if it was made before.
import type { StatementView } from '../ledger/views/company-views.ts';
import type { Language } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { bundleZipName } from '../statement/bundle/bundle-names.ts';
import { packBundle } from '../statement/bundle/bundle-zip.ts';
import type { ViewLevel } from '../statement/sd-jwt.ts';
import { type Erased, erasedOf } from './erased-lines.ts';
import type { NamedFile } from './file-for-finance.ts';
import { noteLook, readerOf } from './hours-seen.ts';
import { renderingToday } from './kept-rendering.ts';
import { type LinkReadPorts, linkedStatement, notAtThisLevel } from './opened-link.ts';
import { bundleFileName, bundleLevel, namesPeople, renderingOf, type StatementFileName } from './read-statement.ts';
import { type BundlePorts, readBundle } from './statement-bundle.ts';

/** @returns the names of the files that this level has, and that no erasure took away */
export function auditorFileNames(erased: Erased, view: StatementView, level: ViewLevel): StatementFileName[] {
  const workbooks = (['fr', 'en'] as const).map(
    (language) => renderingToday(erased, view, renderingOf('xlsx', level, language)).sha256,
  );
  return [
    bundleFileName(level),
    'statement.jws',
    'statement.json',
    'status.jws',
    'jwks.json',
    ...(level === 'totals' ? [] : (['disclosures.txt'] as const)),
    ...(workbooks.includes(null) ? [] : (['statement.xlsx'] as const)),
  ];
}

/**
 * @throws Refusal `unknown-link` once the link was revoked or has expired, `unknown-page` for a file that the level does not have
 */
export async function fileForAuditor(
  ports: LinkReadPorts & BundlePorts & Pick<Ports, 'accessList'>,
  asked: { readonly link: string; readonly name: StatementFileName; readonly language: Language },
): Promise<NamedFile> {
  const { link, name, language } = asked;
  const { company, number, level: given, content, issued, state } = await linkedStatement(ports, link);
  // Somebody in it may have been erased since: then only the totals are left.
  const { level, files } = await readBundle(ports, { company, number, level: given, language });
  const erased = await erasedOf(ports, state);
  if (issued === null || !auditorFileNames(erased, issued, level).includes(name)) throw notAtThisLevel();
  const isBundle = bundleLevel(name) !== null;
  const bytes = isBundle ? packBundle(files) : files.get(name);
  if (bytes === undefined) throw new Error(`statement ${number} of ${company}: its ${name} is missing`);
  if (level === 'names' && namesPeople.has(name)) {
    const developers = content.people.map(({ developer }) => developer);
    await noteLook(ports, company, developers, { by: readerOf(link), act: 'statement-files' });
  }
  return { name: isBundle ? bundleZipName(number, level) : name, bytes };
}
