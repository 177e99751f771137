// statement.xlsx: the statement for finance and auditors, in one language, at one view level. What is signed is what is printed.
import type { Language } from '../model/text.ts';
import type { Corrections } from './corrections.ts';
import type { ShownEntry } from './entries.ts';
import type { StatementPayload } from './payload.ts';
import type { Disclosed } from './read-disclosures.ts';
import { paidSlices } from './trace/formulas-of-steps.ts';
import type { EvidenceAtHand, TrustLevel } from './trust.ts';
import { computationName, writeComputation } from './xlsx/computation.ts';
import { writeConfirmations } from './xlsx/confirmations.ts';
import { controlName, type Fingerprints, writeControl } from './xlsx/control.ts';
import { correctionsName, writeCorrections } from './xlsx/corrections.ts';
import { detailName, writeDetail } from './xlsx/detail.ts';
import { writeEntries } from './xlsx/entries.ts';
import { workbookWriter } from './xlsx/file/workbook.ts';
import { bytesWritten, type Sink } from './xlsx/file/zip-stream.ts';
import { writeLicences } from './xlsx/licences.ts';
import { parametersName, writeParameters } from './xlsx/parameters.ts';
import { peopleName, writePeople } from './xlsx/people.ts';
import { projectsName, writeProjects } from './xlsx/projects.ts';
import { readMeName, writeReadMe } from './xlsx/read-me.ts';
import { type Edition, proposalBanner, say } from './xlsx/sheet.ts';
import { summaryName, writeSummary } from './xlsx/summary.ts';

/** `finance`: what it books, a line a person, project and month, and no names. `full`: every sheet that the level has. */
export const presets = ['finance', 'full'] as const;
export type Preset = (typeof presets)[number];

export interface WorkbookInput extends Pick<Disclosed, 'level' | 'lines' | 'names' | 'signatories'>, Fingerprints {
  readonly payload: StatementPayload;
  readonly trust: TrustLevel;
  /** When somebody outside saw the issue in the log; null: nobody did. */
  readonly seenAt: string | null;
  /** Who signed the facts of the registry, by a key that the installation pinned. */
  readonly registrar: EvidenceAtHand['registrar'];
  /** The key that signed is marked TEST. */
  readonly isTest: boolean;
  readonly language: Language;
  /** Absent: `full`. */
  readonly preset?: Preset;
  /** Absent or null: nobody asked the ledger, and the sheet says so. */
  readonly corrections?: Corrections | null;
  /** The signed payload of the statement that this one replaces. */
  readonly earlier?: StatementPayload | null;
  /** Of level `names`; absent or null: they are not shown. `moved`: read again they are not what was signed any more, and the sheet says so. */
  readonly entries?: readonly ShownEntry[] | 'moved' | null;
}

/** The preset of finance shows no names, whatever is disclosed. */
const shownIn = (input: WorkbookInput): Pick<Disclosed, 'level' | 'lines' | 'names'> =>
  input.preset === 'finance' && input.level === 'names' ? { level: 'lines', lines: input.lines, names: null } : input;

function editionOf({ payload, language }: WorkbookInput, sink: Sink): Edition {
  const { company, number, iat, scheme } = payload;
  const title = { fr: `État de contribution n° ${number}`, en: `Contribution statement ${number}` };
  const writer = workbookWriter(sink, {
    title: title[language],
    subject: `${company.name}, SIREN ${company.siren}`,
    language,
    created: new Date(iat * 1000),
  });
  return {
    writer,
    language,
    number,
    banner: scheme.standing === 'proposed' ? say({ language }, proposalBanner) : null,
  };
}

/**
 * Writes the workbook while it is made: memory does not grow with its lines.
 * @param sink gets the bytes in order; the same input gives the same bytes
 */
export function renderXlsxTo(input: WorkbookInput, sink: Sink): void {
  const { payload, trust, seenAt, preset = 'full', corrections = null, earlier = null, entries = null } = input;
  const { level, lines, names } = shownIn(input);
  const isFull = preset === 'full';
  const edition = editionOf(input, sink);
  writeReadMe(edition, payload, { ...input, level, preset });
  writeSummary(edition, payload, { trust, seenAt }, !isFull);
  const detail = lines === null ? null : writeDetail(edition, payload, lines, names, preset);
  // In the preset of finance the projects are the detail where no lines are shown.
  const hasProjects = isFull || detail === null;
  const projects = hasProjects ? writeProjects(edition, payload, isFull ? projectsName : detailName) : null;
  const people = names === null ? null : writePeople(edition, names, paidSlices(payload, names));
  const entrySheets = names === null || entries === null ? [] : writeEntries(edition, payload, entries, names);
  if (isFull) {
    writeConfirmations(edition, payload, input.signatories);
    writeLicences(edition, payload);
  }
  const parameters = writeParameters(edition, payload);
  const computation = writeComputation(edition, payload, names, { parameters, lines: detail, people });
  writeCorrections(edition, payload, level, { corrections, earlier });
  const tables = [projects, detail].filter((table) => table !== null);
  writeControl(edition, payload, { tables, computation }, input);
  edition.writer.close([
    ...[readMeName, summaryName].map((name) => say(edition, name)),
    ...(detail === null && isFull ? [] : [say(edition, detailName)]),
    ...(isFull ? [say(edition, projectsName)] : []),
    ...(people === null ? [] : [say(edition, peopleName)]),
    ...entrySheets,
    ...(isFull ? ['Confirmations', 'Licences'] : []),
    ...(computation === null ? [] : [say(edition, computationName)]),
    correctionsName,
    ...[parametersName, controlName].map((name) => say(edition, name)),
  ]);
}

/** @returns the bytes of a workbook: the same again for the same input */
export async function renderXlsx(input: WorkbookInput): Promise<Uint8Array> {
  return bytesWritten((sink) => renderXlsxTo(input, sink));
}
