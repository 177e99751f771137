// A file comes in: it is opened, read as it stands posted or by the profile of its layout, and kept, sealed, until HR posts it.
import type { TimesheetFile } from '../intake/timesheet-source.ts';
import type { Ports } from '../ports.ts';
import { asksForReading } from './asks-for-reading.ts';
import { choicesForFile } from './choices-for-file.ts';
import { keepUpload } from './keep-upload.ts';
import { type PreviewPorts, previewTimesheet } from './preview-timesheet.ts';
import { keepChoices } from './reading-choices.ts';

export interface ReceivedTimesheet {
  readonly sha256: string;
  /** Those of its posting or profile: their SHA-256; null where there is none. */
  readonly choices: string | null;
  /** False: no header was found, and HR has to say where it is. */
  readonly isUnderstood: boolean;
}

/** @throws Refusal of a file that cannot be read at all, `file-erased`: then nothing is kept */
export async function receiveTimesheet(
  ports: PreviewPorts & Pick<Ports, 'sealedFiles' | 'directory'>,
  asked: { readonly company: string; readonly file: TimesheetFile; readonly year: number },
): Promise<ReceivedTimesheet> {
  const { company, file } = asked;
  const choices = await choicesForFile(ports, asked);
  const isUnderstood = await previewTimesheet(ports, { ...asked, choices }).then(
    () => true,
    (error: unknown) => {
      if (asksForReading(error, choices !== null)) return false;
      throw error;
    },
  );
  const sha256 = await keepUpload(ports, company, file);
  return { sha256, choices: await keepChoices(ports, company, choices), isUnderstood };
}
