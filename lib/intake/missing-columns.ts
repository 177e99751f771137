// What a table lacks as a whole is said once, at its header, and not at each of its lines.

import type { Bilingual } from '../model/text.ts';
import { personRoles, type Role } from './column-roles.ts';
import type { Found } from './found.ts';
import { type Header, hasPerson } from './header.ts';
import type { Layout } from './layout.ts';
import { makeProblem, nowhere, saidProblem } from './problems.ts';

const severalDurations = ({ rivals }: Header): Bilingual => ({
  fr: `plusieurs colonnes peuvent être la durée : ${rivals.map((text) => `« ${text.trim()} »`).join(', ')}. Choisissez celle qui compte, ou additionnez-les dans une colonne « Heures ».`,
  en: `several columns may be the duration: ${rivals.map((text) => `“${text.trim()}”`).join(', ')}. Choose the one that counts, or add them up in a column “Hours”.`,
});

/** @returns true if no line can be read, for want of a person or of one of the roles */
export function reportMissing({ sheet, header }: Layout, roles: readonly Role[], found: Found): boolean {
  const place = { ...nowhere, sheet: sheet.name, row: header.row };
  for (const wished of header.missing.values()) {
    found.addProblem(
      saidProblem(
        'missing-column',
        { ...place, value: wished },
        {
          fr: `la colonne « ${wished} », choisie pour ce fichier, n’y est pas. Choisissez-en une autre, ou retirez ce choix.`,
          en: `the column “${wished}”, chosen for this file, is not in it. Choose another one, or take this choice back.`,
        },
      ),
    );
  }
  const lacking = roles.filter((role) => !header.columns.has(role) && !header.stated.has(role));
  const isUnsaid = (role: Role): boolean => !header.missing.has(role);
  const unsaid: string[] = lacking.filter(isUnsaid);
  if (!hasPerson(header) && personRoles.every(isUnsaid)) unsaid.unshift('person');
  if (header.rivals.length > 0 && unsaid.includes('quantity')) {
    unsaid.splice(unsaid.indexOf('quantity'), 1);
    found.addProblem(
      saidProblem('missing-column', { ...place, value: header.rivals.join(', ') }, severalDurations(header)),
    );
  }
  for (const what of unsaid) found.addProblem(makeProblem('missing-column', { ...place, value: what }));
  return !hasPerson(header) || lacking.length > 0;
}
