// HR downloads the file that she sent, with each cell that stands in the way of posting marked, explained and listed.
import type { Mark } from '../intake/copy/mark.ts';
import { markedCopy } from '../intake/marked-copy.ts';
import type { Language } from '../model/text.ts';
import { keptUpload, type UploadPorts } from './keep-upload.ts';
import { type PreviewPorts, previewTimesheet } from './preview-timesheet.ts';
import { keptChoices } from './reading-choices.ts';

export interface CopyWithMarksAsked {
  /** Its id. */
  readonly company: string;
  readonly year: number;
  /** Of the file. */
  readonly sha256: string;
  /** SHA-256 of the choices with which she previewed it; null for none. */
  readonly choices: string | null;
  readonly language: Language;
}

const behind: Readonly<Record<Language, string>> = { fr: 'a-corriger', en: 'to-fix' };

/** `avril.csv` → `avril-a-corriger.xlsx` */
const nameOf = (name: string, language: Language): string =>
  `${name.replace(/\.[a-z0-9]{2,4}$/i, '')}-${behind[language]}.xlsx`;

/**
 * @throws Refusal `unknown-timesheet`, `unknown-company`; `too-many-rows` or `too-large` where a copy could not be sent back
 */
export async function copyWithMarks(
  ports: PreviewPorts & UploadPorts,
  { company, year, sha256, choices: digest, language }: CopyWithMarksAsked,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const file = await keptUpload(ports, company, sha256);
  const choices = await keptChoices(ports, company, digest);
  const { problems, reading } = await previewTimesheet(ports, { company, file, year, choices });
  const marks: readonly Mark[] = problems;
  const { tables } = reading.understood;
  const bytes = await markedCopy({ file, marks, tables, language, ...(choices !== null && { choices }) });
  return { name: nameOf(file.name, language), bytes };
}
