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

/** @throws Refusal `invalid-declaration` */
export function needed<T>(value: T | undefined, field: string, complain: Complain): T {
  if (value !== undefined) return value;
  throw complain(field, { fr: 'champ manquant. Ajoutez-le.', en: 'missing field. Add it.' });
}
