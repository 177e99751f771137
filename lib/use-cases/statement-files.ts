// The files of an issued statement at one view level. Renderings are made once, kept, and read again ever after.
import { parseCanonical } from '../ledger/canonical.ts';
import { causeOf } from '../ledger/fact.ts';
import { toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { bundleZipName } from '../statement/bundle/bundle-names.ts';
import { packBundle } from '../statement/bundle/bundle-zip.ts';
import { parseJws } from '../statement/jws.ts';
import { payloadSchema } from '../statement/payload.ts';
import { renderXlsx } from '../statement/render-xlsx.ts';
import { type AppendPorts, append } from './append.ts';
import { keepDigest } from './look-up-digest.ts';
import { companyBook } from './people.ts';
import {
  type Rendered,
  readStatement,
  renderingOf,
  type StatementAtHand,
  type StatementPorts,
} from './read-statement.ts';
import { type BundleAsked, readBundle } from './statement-bundle.ts';

export type FilesPorts = StatementPorts & AppendPorts & Pick<Ports, 'sealedFiles' | 'objects'>;

export interface FilesAsked extends BundleAsked {
  /** Who asked first: the fact about a rendering says so. */
  readonly by: string;
}

/** Sealed, for it names people; a crash before the fact leaves a rendering that nobody was given. */
async function keep(
  ports: FilesPorts,
  { company, number, by }: FilesAsked,
  rendering: string,
  bytes: Uint8Array,
): Promise<void> {
  const book = companyBook(company);
  const sha256 = toHex(ports.primitives.sha256(bytes));
  await ports.sealedFiles.put(book, sha256, bytes);
  const cause = causeOf(ports.primitives.sha256, {
    actor: company,
    act: 'store-rendering',
    on: { number, rendering },
    after: null,
  });
  // Of two who make it at the same time, the first one's is it, for both.
  const { fact } = await append<'rendering-stored'>(ports, { book, cause, dependsOn: [] }, async () => ({
    kind: 'rendering-stored' as const,
    by,
    data: { number, rendering, sha256 },
  }));
  if (fact.kind !== 'rendering-stored') throw new Error(`fact ${book} ${fact.seq} is no rendering`);
  await keepDigest(ports, fact.data.sha256, { company, number, rendering });
}

async function made(ports: FilesPorts, at: StatementAtHand, kind: Rendered, asked: FilesAsked): Promise<Uint8Array> {
  const parsed = parseJws(at.jws, 'communs-statement+jwt');
  if (typeof parsed === 'string') throw new Error(`the text is no statement (${parsed})`);
  const { sha256 } = ports.primitives;
  const { level, lines, names, trust } = at.verification;
  const input = {
    payload: payloadSchema.parse(parseCanonical(parsed.payloadBytes)),
    ...{ level, lines, names, trust, kid: parsed.kid },
    jwsSha256: at.view.jws,
    jsonSha256: toHex(sha256(parsed.payloadBytes)),
    isTest: ports.signer.isTest,
    language: asked.language,
  };
  if (kind === 'xlsx') return renderXlsx(input);
  throw new Error(`no such rendering: ${kind}`);
}

const renderings: readonly Rendered[] = ['xlsx'];

/** Makes and keeps what nobody has asked for at this level and in this language before. */
async function makeRenderings(ports: FilesPorts, asked: FilesAsked): Promise<void> {
  const at = await readStatement(ports, asked.company, asked.number, asked.level);
  for (const kind of renderings) {
    const rendering = renderingOf(kind, at.verification.level, asked.language);
    if (at.view.renderings.some((one) => one.rendering === rendering)) continue;
    await keep(ports, asked, rendering, await made(ports, at, kind, asked));
  }
}

/**
 * @returns name → bytes: the evidence bundle, unpacked
 * @throws Refusal `unknown-statement`
 */
export async function statementFiles(ports: FilesPorts, asked: FilesAsked): Promise<ReadonlyMap<string, Uint8Array>> {
  await makeRenderings(ports, asked);
  return (await readBundle(ports, asked)).files;
}

/** The same with the bundle as one zip beside them, under `statement-<number>.<level>.zip`. */
export async function statementFolder(ports: FilesPorts, asked: FilesAsked): Promise<ReadonlyMap<string, Uint8Array>> {
  await makeRenderings(ports, asked);
  const { level, files } = await readBundle(ports, asked);
  return new Map([...files, [bundleZipName(asked.number, level), packBundle(files)]]);
}
