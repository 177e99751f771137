// statement.xlsx: the statement for finance and auditors, in one language, at one view level. What is signed is what is printed.
import type { Language } from '../model/text.ts';
import type { StatementPayload } from './payload.ts';
import type { Disclosed } from './read-disclosures.ts';
import { paidSlices } from './trace/formulas-of-steps.ts';
import type { TrustLevel } from './trust.ts';
import { writeComputation } from './xlsx/computation.ts';
import { writeConfirmations } from './xlsx/confirmations.ts';
import { type Fingerprints, writeControl } from './xlsx/control.ts';
import { writeLicences } from './xlsx/licences.ts';
import { writeLines } from './xlsx/lines.ts';
import { writeParameters } from './xlsx/parameters.ts';
import { writePeople } from './xlsx/people.ts';
import { writeProjects } from './xlsx/projects.ts';
import { writeReadMe } from './xlsx/read-me.ts';
import type { Edition } from './xlsx/sheet.ts';
import { writeSummary } from './xlsx/summary.ts';

export interface WorkbookInput extends Pick<Disclosed, 'level' | 'lines' | 'names' | 'signatories'>, Fingerprints {
  readonly payload: StatementPayload;
  readonly trust: TrustLevel;
  /** The key that signed is marked TEST. */
  readonly isTest: boolean;
  readonly language: Language;
}

const banners = {
  fr: 'Simulation — aucun effet juridique',
  en: 'Simulation — no legal effect',
} as const satisfies Record<Language, string>;

/**
 * @returns the bytes of a workbook. Not the same bytes twice (a zip holds the time of its making): store what was made once
 */
export async function renderXlsx(input: WorkbookInput): Promise<Uint8Array> {
  const { payload, lines, names, language, trust } = input;
  // Heavy, and not for bundles that only verify.
  const { default: exceljs } = await import('exceljs');
  const writer = new exceljs.stream.xlsx.WorkbookWriter({ useStyles: true, useSharedStrings: true });
  const issued = new Date(payload.iat * 1000);
  Object.assign(writer, { creator: 'Communs', lastModifiedBy: 'Communs', created: issued, modified: issued });
  const banner = payload.scheme.standing === 'proposed' ? banners[language] : null;
  const edition: Edition = { writer, language, number: payload.number, banner };
  writeReadMe(edition, payload, input);
  writeSummary(edition, payload, trust);
  const projects = writeProjects(edition, payload);
  const detail = lines === null ? null : writeLines(edition, payload, lines, names);
  const people = names === null ? null : writePeople(edition, names, paidSlices(payload, names));
  writeConfirmations(edition, payload, input.signatories);
  writeLicences(edition, payload);
  const parameters = writeParameters(edition, payload);
  const computation = writeComputation(edition, payload, names, { parameters, lines: detail, people });
  writeControl(edition, payload, { tables: detail === null ? [projects] : [projects, detail], computation }, input);
  await writer.commit();
  return (writer as unknown as { stream: { read: () => Uint8Array } }).stream.read();
}
