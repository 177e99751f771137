// Finance takes a statement out as a workbook or as CSV, in the preset and language that it chose; what was made once for the same books is given again.
import { causeOf } from '../ledger/fact.ts';
import type { StatementView } from '../ledger/views/company-views.ts';
import { toHex } from '../model/hashing.ts';
import type { Language } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { type Corrections, correctionsAt } from '../statement/corrections.ts';
import { csvFormats } from '../statement/csv/csv-text.ts';
import { statementCsv } from '../statement/csv/statement-csvs.ts';
import { parseJws } from '../statement/jws.ts';
import { readDisclosures } from '../statement/read-disclosures.ts';
import { type Preset, presets, renderXlsx, type WorkbookInput } from '../statement/render-xlsx.ts';
import { disclosuresAt, parseDisclosure, type ViewLevel } from '../statement/sd-jwt.ts';
import { type AppendPorts, append, busy } from './append.ts';
import { inTurn } from './batches.ts';
import { readBook } from './book-state.ts';
import { correctionsSince, type Exported } from './corrections-since.ts';
import { noteLook } from './hours-seen.ts';
import { issuedPayload } from './issued-payload.ts';
import { movingKinds } from './moving-facts.ts';
import { developerName } from './names.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { findStatement, readStatement, type StatementAtHand, type StatementPorts } from './read-statement.ts';
import { requireFinance } from './roles.ts';
import type { StatementContent } from './statement-content.ts';
import { statementEntries } from './statement-entries.ts';
import { contentOf, type FoundStatement, findPreparedOrIssued } from './statements-of.ts';
import { withoutNames } from './without-names.ts';

export type ExportPorts = StatementPorts & AppendPorts & DirectoryPorts & Pick<Ports, 'sealedFiles' | 'accessList'>;

export const exportPresets = presets;
export const exportFormats = ['xlsx', ...csvFormats] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportAsked {
  readonly company: string;
  readonly number: string;
  readonly preset: Preset;
  readonly format: ExportFormat;
  readonly language: Language;
  readonly by: string;
}

export interface ExportedFile {
  /** `statement-2025-0001-finance.fr.xlsx` */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** It was made before, and nothing that it rests on has changed since. */
  readonly already: boolean;
}

/** What a preset shows of people. */
const levelOf: Readonly<Record<Preset, ViewLevel>> = { finance: 'lines', full: 'names' };

const fileName = ({ number, preset, format, language }: ExportAsked): string =>
  `statement-${number}-${preset}.${language}.${format === 'xlsx' ? 'xlsx' : 'csv'}`;

/** How the fact about it calls it; each state of the books has one of its own. */
const renderingOf = ({ preset, format, language }: ExportAsked, level: ViewLevel, moved: number): string =>
  `export/${preset}/${format}/${level}/${language}/${moved}`;

/** A reason is free text: below level `names` it loses the names of those on the statement. */
async function shownCorrections(
  ports: ExportPorts,
  corrections: Corrections,
  content: StatementContent,
  level: ViewLevel,
): Promise<Corrections> {
  const shown = correctionsAt(level, corrections);
  const hasReasons = shown.months.some(({ acts }) => acts.some(({ reason }) => reason !== null));
  if (level === 'names' || !hasReasons) return shown;
  const { id } = content.company;
  const names = await inTurn(content.people, ({ developer }) => developerName(ports, id, developer));
  const nameless = withoutNames(names);
  return {
    ...shown,
    months: shown.months.map((month) => ({
      ...month,
      acts: month.acts.map((act) => ({ ...act, reason: act.reason === null ? null : nameless(act.reason) })),
    })),
  };
}

async function earlierPayload(ports: ExportPorts, company: string, { supersedes }: StatementView) {
  return supersedes === null ? null : issuedPayload(ports, await findStatement(ports, company, supersedes));
}

/** The signed text at the level, as the renderers take it. */
function signedInput(ports: ExportPorts, at: StatementAtHand, asked: ExportAsked): WorkbookInput {
  const { sha256 } = ports.primitives;
  const { payload, trust, seenAt } = at.verification;
  const parsed = parseJws(at.jws, 'communs-statement+jwt');
  if (typeof parsed === 'string' || payload === null) {
    throw new Error(`statement ${asked.number} of ${asked.company}: its text does not verify`);
  }
  const disclosures = at.disclosures.flatMap((text) => parseDisclosure(text) ?? []);
  const shown = disclosuresAt(levelOf[asked.preset], disclosures).map(({ encoded }) => encoded);
  return {
    payload,
    ...readDisclosures(payload, shown, sha256),
    kid: parsed.kid,
    jwsSha256: toHex(sha256(new TextEncoder().encode(at.jws))),
    jsonSha256: toHex(sha256(parsed.payloadBytes)),
    ...{ trust, seenAt, isTest: ports.signer.isTest, language: asked.language, preset: asked.preset },
  };
}

/** A fact that moves the year came while the file was made: it would say less than the books. */
class MovedMeanwhile extends Error {}

interface Sources {
  readonly exported: Exported;
  readonly found: FoundStatement;
  readonly at: StatementAtHand;
}

async function bytesOf(
  ports: ExportPorts,
  asked: ExportAsked,
  { exported, found, at }: Sources,
  corrections: Corrections,
) {
  const { company, format } = asked;
  const { content } = exported;
  const signed = signedInput(ports, at, asked);
  const isNamed = signed.level === 'names' && format === 'xlsx';
  const input: WorkbookInput = {
    ...signed,
    corrections: await shownCorrections(ports, corrections, content, signed.level),
    earlier: await earlierPayload(ports, company, at.view),
    entries: isNamed ? await statementEntries(ports, found, content) : null,
  };
  return format === 'xlsx' ? renderXlsx(input) : statementCsv(input, format);
}

/** Once a file is stored under what it rests on, it is the one. */
async function kept(ports: ExportPorts, asked: ExportAsked, sources: Sources): Promise<Omit<ExportedFile, 'bytes'>> {
  const { company, number, by, preset } = asked;
  const { sha256: hash } = ports.primitives;
  const { view } = sources.at;
  const book = companyBook(company);
  const { corrections, moved } = await correctionsSince(ports, sources.exported);
  const rendering = renderingOf(asked, levelOf[preset], moved);
  const name = fileName(asked);
  const stored = view.renderings.find((one) => one.rendering === rendering);
  if (stored !== undefined) return { name, sha256: stored.sha256, already: true };
  const bytes = await bytesOf(ports, asked, sources, corrections);
  // Sealed, for it tells of people; a crash before the fact leaves a file that nobody was given.
  const sha256 = toHex(hash(bytes));
  await ports.sealedFiles.put(book, sha256, bytes);
  const cause = causeOf(hash, { actor: company, act: 'store-rendering', on: { number, rendering }, after: null });
  const { fact, already } = await append(ports, { book, cause, dependsOn: [...movingKinds] }, async () => {
    const now = await correctionsSince(ports, sources.exported);
    if (now.moved !== moved) throw new MovedMeanwhile();
    return { kind: 'rendering-stored' as const, by, data: { number, rendering, sha256 } };
  });
  if (fact.kind !== 'rendering-stored') throw new Error(`fact ${book} ${fact.seq} is no rendering`);
  return { name, sha256: fact.data.sha256, already };
}

/** Books move a few times while a file is made, not without end. */
const mostTries = 5;

/**
 * The same again gives the same bytes until a fact of the book moves the year; then a new file says what changed.
 * @throws Refusal `not-allowed`, `unknown-statement`, `ledger-busy`
 */
export async function exportStatement(ports: ExportPorts, asked: ExportAsked): Promise<ExportedFile> {
  const { company, number, preset, by } = asked;
  await requireFinance(ports, company, by);
  const book = companyBook(company);
  const at = await readStatement(ports, company, number, levelOf[preset]);
  const found = await findPreparedOrIssued(await readBook(ports, book), number);
  const content = await contentOf(ports, company, found.prepared);
  const closing = found.prepared.heads.find((head) => head.book === book)!.seq;
  const sources: Sources = { exported: { number, content, closing }, found, at };
  if (levelOf[preset] === 'names') {
    const developers = content.people.map(({ developer }) => developer);
    await noteLook(ports, company, developers, { by, act: 'statement-files' });
  }
  for (let tries = 0; tries < mostTries; tries += 1) {
    try {
      const file = await kept(ports, asked, sources);
      const bytes = await ports.sealedFiles.get(book, file.sha256);
      if (bytes === null) throw new Error(`statement ${number}: its export ${file.sha256} is missing`);
      return { ...file, bytes };
    } catch (error) {
      if (!(error instanceof MovedMeanwhile)) throw error;
    }
  }
  throw busy(book);
}
