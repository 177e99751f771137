// The files of an issued statement at one view level. The workbook is made once, kept, and read again ever after.
import { causeOf } from '../ledger/fact.ts';
import { toHex } from '../model/hashing.ts';
import type { Language } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { issuedFiles } from '../statement/issued-files.ts';
import { parseDisclosure, type ViewLevel } from '../statement/sd-jwt.ts';
import { type AppendPorts, append } from './append.ts';
import { companyBook } from './people.ts';
import { readStatement, renderingOf, type StatementPorts } from './read-statement.ts';

export type FilesPorts = StatementPorts & AppendPorts & Pick<Ports, 'sealedFiles'>;

export interface FilesAsked {
  readonly company: string;
  readonly number: string;
  readonly level: ViewLevel;
  /** Of the workbook. */
  readonly language: Language;
  /** Who asked first: the fact about the workbook says so. */
  readonly by: string;
}

/**
 * @returns name → bytes
 * @throws Refusal `unknown-statement`
 */
export async function statementFiles(ports: FilesPorts, asked: FilesAsked): Promise<ReadonlyMap<string, Uint8Array>> {
  const { company, number, language, by } = asked;
  const book = companyBook(company);
  const at = await readStatement(ports, company, number, asked.level);
  // What was lawfully erased since is no longer shown: the totals still are.
  const { level } = at.verification;
  const rendering = renderingOf(level, language);
  const stored = at.view.renderings.find((one) => one.rendering === rendering);
  const files = await issuedFiles(
    {
      jws: at.jws,
      statusJws: at.status,
      keys: await ports.signer.publicKeys(),
      disclosures: at.disclosures.flatMap((text) => parseDisclosure(text) ?? []),
      level,
      language,
      trust: at.verification.trust,
      isTest: ports.signer.isTest,
      workbook: stored === undefined ? null : await ports.sealedFiles.get(book, stored.sha256),
    },
    ports.primitives.sha256,
  );
  const workbook = files.get('statement.xlsx');
  if (stored !== undefined || workbook === undefined) return files;

  // Sealed, for it names people; a crash before the fact leaves a workbook that nobody was given.
  const sha256 = toHex(ports.primitives.sha256(workbook));
  await ports.sealedFiles.put(book, sha256, workbook);
  const cause = causeOf(ports.primitives.sha256, {
    actor: company,
    act: 'store-rendering',
    on: { number, rendering },
    after: null,
  });
  const { fact } = await append(ports, { book, cause, dependsOn: [] }, async () => ({
    kind: 'rendering-stored' as const,
    by,
    data: { number, rendering, sha256 },
  }));
  if (fact.kind !== 'rendering-stored' || fact.data.sha256 === sha256) return files;
  // Somebody else made it at the same time and was first: hers is the one.
  const first = await ports.sealedFiles.get(book, fact.data.sha256);
  if (first === null) throw new Error(`statement ${number}: its workbook ${fact.data.sha256} is missing`);
  return new Map([...files, ['statement.xlsx', first]]);
}
