// A case that cannot be read as it stands: nothing is guessed, the field is named.

import { Refusal } from '../../model/refusal.ts';
import type { Bilingual } from '../../model/text.ts';

/** @param field path inside the case, e.g. `inputs.entries[2].period` */
export const invalidCase = (id: string, field: string, says: Bilingual): Refusal =>
  new Refusal('invalid-declaration', {
    fr: `Cas ${id}, champ « ${field} » : ${says.fr}`,
    en: `Case ${id}, field '${field}': ${says.en}`,
  });

/** Reports a field of the case at hand. */
export type Complain = (field: string, says: Bilingual) => Refusal;
