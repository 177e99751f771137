// How a file that comes in is read as long as nobody says otherwise: as it was posted, if it stands posted; else by the profile of its layout.
import type { TimesheetFile } from '../intake/timesheet-source.ts';
import type { Choices } from '../intake/understanding.ts';
import { toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { standingPosting } from './postings-of-file.ts';
import { profileFor } from './profiles.ts';
import { findChoices } from './reading-choices.ts';

/** @returns null: as it stands. So the same file again is the same intent, whatever profiles came meanwhile. */
export async function choicesForFile(
  ports: BookPorts & DirectoryPorts & { readonly sealedFiles: Ports['readSealedFiles'] },
  asked: { readonly company: string; readonly file: TimesheetFile; readonly year: number },
): Promise<Choices | null> {
  const { company, file, year } = asked;
  const state = await readBook(ports, companyBook(company));
  const standing = await standingPosting(state, toHex(ports.primitives.sha256(file.bytes)), year);
  if (standing === null) return (await profileFor(ports, company, file))?.choices ?? null;
  const { choices = null } = standing;
  return choices === null ? null : findChoices(ports, company, choices);
}
