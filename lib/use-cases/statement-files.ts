// The files of an issued statement at one view level. Renderings are made once, kept, and read again ever after.
import type { Sha256 } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { type BundleParts, bundleFiles } from '../statement/bundle/bundle-files.ts';
import { type BundleName, bundleZipName } from '../statement/bundle/bundle-names.ts';
import { packBundle } from '../statement/bundle/bundle-zip.ts';
import { renderXlsx } from '../statement/render-xlsx.ts';
import type { AppendPorts } from './append.ts';
import { correctionsSince } from './corrections-since.ts';
import { againWhileMoved, keepRendering, renderingToday } from './kept-rendering.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { type Rendered, readStatement, renderingOf, type StatementAtHand } from './read-statement.ts';
import { renderingInput } from './rendering-input.ts';
import { type SealPorts, sealedPdf } from './sealed-pdf.ts';
import {
  allRendered,
  type BundleAsked,
  type BundlePorts,
  bundleParts,
  type FilesAtLevel,
  readBundle,
  readIssued,
} from './statement-bundle.ts';
import { beyondSigned, workbookSources } from './workbook-sources.ts';

export type FilesPorts = BundlePorts &
  AppendPorts &
  DirectoryPorts &
  SealPorts &
  Pick<Ports, 'sealedFiles' | 'objects'>;

export interface FilesAsked extends BundleAsked {
  /** Who asked first: the fact about a rendering says so. */
  readonly by: string;
}

/** What a PDF carries: all that its reader needs to check the statement, and never the zip, which holds the PDF. */
const attached: readonly BundleName[] = [
  'statement.jws',
  'disclosures.txt',
  'statement.fact',
  'statement.salt',
  'statement.tlog-proof',
  'jwks.json',
  'log.vkey',
  'registry.jsonl',
];

/** A registry of many projects stays in the bundle: without it, the reader of the PDF is told that no registrar’s signature was checked. */
const mostAttached = 256 * 1024;

function attachmentsOf(parts: BundleParts, sha256: Sha256): ReadonlyMap<string, Uint8Array> {
  const files = bundleFiles(parts, sha256);
  return new Map(
    attached.flatMap((name) => {
      const bytes = files.get(name);
      return bytes === undefined || bytes.length === 0 || (name === 'registry.jsonl' && bytes.length > mostAttached)
        ? []
        : [[name, bytes] as const];
    }),
  );
}

async function made(
  ports: FilesPorts,
  at: StatementAtHand,
  kind: Rendered,
  asked: FilesAsked,
): Promise<Uint8Array | null> {
  const input = renderingInput(ports, at, asked.language);
  if (kind === 'xlsx') {
    const behind = await workbookSources(ports, asked.company, asked.number);
    if (behind === null) return renderXlsx(input);
    const { corrections } = await correctionsSince(ports, behind.exported);
    return renderXlsx({ ...input, corrections, ...(await beyondSigned(ports, at.view, input.level, behind)) });
  }
  const parts = await bundleParts(ports, at, asked, []);
  // Made once: it waits for its proof, which the log has within seconds of the issue.
  if (input.payload.log !== undefined && parts.logged === null) return null;
  return sealedPdf(ports, { ...input, attachments: attachmentsOf(parts, ports.primitives.sha256) });
}

/** What a bundle holds of a statement rests on nothing that a fact can move afterwards. */
const onNothing = { on: [], stand: async () => true };

/** Makes and keeps what nobody has asked for at this level and in this language before. */
async function makeRenderings(ports: FilesPorts, asked: FilesAsked, kinds: readonly Rendered[]): Promise<void> {
  const { company, number, level, language, by } = asked;
  const at = await readStatement(ports, company, number, level);
  const { erased, erasures, view } = at;
  for (const kind of kinds) {
    const rendering = renderingOf(kind, at.verification.level, language);
    const { sha256: stored, after } = renderingToday(erased, view, rendering);
    const bytes = stored === null ? await made(ports, at, kind, asked) : null;
    if (bytes === null) continue;
    const kept = { company, number, rendering, by, after, bytes, erasures };
    await keepRendering(ports, kept, onNothing);
  }
}

const makeOf = (ports: FilesPorts, asked: FilesAsked, kinds: readonly Rendered[]): Promise<void> =>
  againWhileMoved(companyBook(asked.company), () => makeRenderings(ports, asked, kinds));

/** Files that stand alone, with the renderings of `kinds`: nothing else is made, nor the evidence read. @throws as `statementFiles` */
export async function statementAlone(
  ports: FilesPorts,
  asked: FilesAsked,
  kinds: readonly Rendered[],
): Promise<FilesAtLevel> {
  if (kinds.length > 0) await makeOf(ports, asked, kinds);
  return readIssued(ports, asked, kinds);
}

/**
 * @returns name → bytes: the evidence bundle, unpacked
 * @throws Refusal `unknown-statement`
 */
export async function statementFiles(ports: FilesPorts, asked: FilesAsked): Promise<ReadonlyMap<string, Uint8Array>> {
  return (await statementAtLevel(ports, asked)).files;
}

/** The same with the level at which it can be shown: the totals once somebody in it was erased. @throws as `statementFiles` */
export async function statementAtLevel(ports: FilesPorts, asked: FilesAsked): Promise<FilesAtLevel> {
  await makeOf(ports, asked, allRendered);
  return readBundle(ports, asked);
}

/** The same with the bundle as one zip beside them, under `statement-<number>.<level>.zip`. */
export async function statementFolder(ports: FilesPorts, asked: FilesAsked): Promise<ReadonlyMap<string, Uint8Array>> {
  const { level, files } = await statementAtLevel(ports, asked);
  return new Map([...files, [bundleZipName(asked.number, level), packBundle(files)]]);
}
