// Finance takes a statement out as a workbook or as CSV, in the preset and language that it chose; what was made once for the same books is given again.
import type { Language } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import type { Corrections } from '../statement/corrections.ts';
import { csvFormats } from '../statement/csv/csv-text.ts';
import { statementCsv } from '../statement/csv/statement-csvs.ts';
import { type Preset, presets, renderXlsx } from '../statement/render-xlsx.ts';
import type { ViewLevel } from '../statement/sd-jwt.ts';
import type { AppendPorts } from './append.ts';
import { correctionsSince } from './corrections-since.ts';
import { noteLook } from './hours-seen.ts';
import { againWhileMoved, keepRendering, renderingToday } from './kept-rendering.ts';
import { movingKinds } from './moving-facts.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { readStatement, type StatementAtHand, type StatementPorts } from './read-statement.ts';
import { renderingInput } from './rendering-input.ts';
import { requireFinance } from './roles.ts';
import { beyondSigned, type WorkbookSources, workbookSources } from './workbook-sources.ts';

export type ExportPorts = StatementPorts & AppendPorts & DirectoryPorts & Pick<Ports, 'sealedFiles' | 'accessList'>;

export const exportPresets = presets;
export const exportFormats = ['xlsx', ...csvFormats] as const;
type ExportFormat = (typeof exportFormats)[number];

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

interface Sources {
  readonly at: StatementAtHand;
  /** Null: erased. */
  readonly behind: WorkbookSources | null;
}

/** What changed, and the last fact that the export rests on; of what was erased nothing can be compared any more. */
const changes = (ports: ExportPorts, { behind }: Sources) =>
  behind === null ? { corrections: null, moved: 0 } : correctionsSince(ports, behind.exported);

async function bytesOf(
  ports: ExportPorts,
  asked: ExportAsked,
  { at, behind }: Sources,
  corrections: Corrections | null,
): Promise<Uint8Array> {
  const signed = { ...renderingInput(ports, at, asked.language), preset: asked.preset };
  if (asked.format !== 'xlsx') return statementCsv(signed, asked.format);
  if (behind === null) return renderXlsx(signed);
  return renderXlsx({ ...signed, corrections, ...(await beyondSigned(ports, at.view, signed.level, behind)) });
}

/** Once a file is stored under what it rests on, it is the one. */
async function kept(ports: ExportPorts, asked: ExportAsked, sources: Sources): Promise<Omit<ExportedFile, 'bytes'>> {
  const { company, number, by } = asked;
  const { view, verification, erased, erasures } = sources.at;
  const { corrections, moved } = await changes(ports, sources);
  const rendering = renderingOf(asked, verification.level, moved);
  const name = fileName(asked);
  const { sha256: stored, after } = renderingToday(erased, view, rendering);
  if (stored !== null) return { name, sha256: stored, already: true };
  const bytes = await bytesOf(ports, asked, sources, corrections);
  // What came while it was made is not in it: it would say less than the books.
  const stand = async (): Promise<boolean> => (await changes(ports, sources)).moved === moved;
  const made = { company, number, rendering, by, after, bytes, erasures };
  return { name, ...(await keepRendering(ports, made, { on: [...movingKinds], stand })) };
}

/**
 * The same again gives the same bytes until a fact of the book moves the year; then a new file says what changed.
 * @throws Refusal `not-allowed`, `unknown-statement`, `ledger-busy`
 */
export async function exportStatement(ports: ExportPorts, asked: ExportAsked): Promise<ExportedFile> {
  const { company, number, preset, by } = asked;
  const book = companyBook(company);
  await requireFinance(ports, company, by);
  return againWhileMoved(book, async () => {
    const at = await readStatement(ports, company, number, levelOf[preset]);
    const sources: Sources = { at, behind: await workbookSources(ports, company, number) };
    if (at.verification.level === 'names') {
      const developers = (sources.behind?.exported.content.people ?? []).map(({ developer }) => developer);
      await noteLook(ports, company, developers, { by, act: 'statement-files' });
    }
    const file = await kept(ports, asked, sources);
    const bytes = await ports.sealedFiles.get(book, file.sha256);
    if (bytes === null) throw new Error(`statement ${number}: its export ${file.sha256} is missing`);
    return { ...file, bytes };
  });
}
