// The standings of a foundation in the registrar's file: that of CGI 238 bis, and the proposed one, each with its days and its proof.
import * as z from 'zod';
import {
  bienCommunCriteria,
  type FoundationStanding,
  standingCategories,
  standingKinds,
} from '../../model/registry.ts';
import { type Placed, pathPlace, readEach } from './json.ts';
import type { Problems } from './problem.ts';
import { dayText, idText, labelText, nullableDayText } from './schemas.ts';

/** The foundation and its country are those that it stands under in the file. */
export type DeclaredStanding = Omit<FoundationStanding, 'foundation' | 'country'>;

const standing = z.strictObject({
  standing: z.enum(standingKinds),
  category: z.enum(standingCategories).nullable().default(null),
  proof: labelText,
  restrictedCircleExamined: z.boolean().default(false),
  approval: labelText.nullable().default(null),
  criteria: z.array(z.enum(bienCommunCriteria)).default([]),
  from: dayText,
  to: nullableDayText,
  decidedBy: z.array(idText).min(1),
});

function checkMembers({ value, path }: Placed<DeclaredStanding>, problems: Problems): void {
  const is238bis = value.standing === '238bis';
  if (is238bis && value.category === null) {
    problems.block(pathPlace(`${path}.category`), null, 'missing', {
      fr: `la catégorie manque. Écrivez l’une des lettres du 1 de l’article 238 bis du CGI : ${standingCategories.join(', ')}.`,
      en: `the category is missing. Write one of the letters of CGI art. 238 bis, 1: ${standingCategories.join(', ')}.`,
    });
  }
  if (is238bis && !value.restrictedCircleExamined) {
    problems.note(pathPlace(`${path}.restrictedCircleExamined`), null, 'circle-not-examined', {
      fr: 'le fonctionnement au profit d’un cercle restreint n’a pas été examiné : cette qualité ne vaut pas encore. Écrivez true une fois l’examen fait.',
      en: 'whether it serves a restricted circle was not examined: this standing does not hold yet. Write true once it was.',
    });
  }
  if (!is238bis && (value.category !== null || value.approval !== null)) {
    problems.block(pathPlace(path), value.standing, 'member-of-another-standing', {
      fr: 'category et approval sont de la qualité 238bis. Retirez-les, ou corrigez standing.',
      en: 'category and approval belong to the standing 238bis. Remove them, or correct standing.',
    });
  }
  if (is238bis && value.criteria.length > 0) {
    problems.block(pathPlace(`${path}.criteria`), value.standing, 'member-of-another-standing', {
      fr: 'criteria est de la qualité fondation-de-bien-commun. Retirez-le, ou corrigez standing.',
      en: 'criteria belongs to the standing fondation-de-bien-commun. Remove it, or correct standing.',
    });
  }
}

/** What the approval of a foreign body is for: CGI 238 bis, 4 bis. */
function checkApproval({ value, path }: Placed<DeclaredStanding>, country: string | null, problems: Problems): void {
  if (value.standing !== '238bis' || country === null || country === 'FR' || value.approval !== null) return;
  problems.note(pathPlace(`${path}.approval`), null, 'approval-missing', {
    fr: `une fondation établie hors de France (${country}) n’a pas cette qualité sans agrément (CGI, 238 bis, 4 bis). Écrivez la référence de l’agrément.`,
    en: `a foundation established outside France (${country}) does not have this standing without an approval (CGI 238 bis, 4 bis). Write the reference of the approval.`,
  });
}

/** @param country of the foundation, null where it cannot be read */
export function readStandings(
  raw: unknown,
  path: string,
  country: string | null,
  problems: Problems,
): Placed<DeclaredStanding>[] {
  const placed = readEach(raw, path, standing, problems);
  for (const one of placed) {
    checkMembers(one, problems);
    checkApproval(one, country, problems);
  }
  return placed;
}
