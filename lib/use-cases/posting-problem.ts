// What stands in the way of posting a line that was read well: what only the ledger knows of it.
import type { Entry } from '../intake/entry.ts';
import type { Problem, ProblemPlace } from '../intake/reading.ts';
import type { TimeUnit } from '../model/duration.ts';
import type { Bilingual } from '../model/text.ts';
import type { FindingCode, Severity } from '../rules/findings/finding.ts';

/** Codes of the ledger beside those of reading a file and those of findings; each has a section in docs/problems.md. */
export const postingCodes = [
  'unknown-developer',
  'unknown-project',
  'unit-disagrees',
  'already-posted-otherwise',
] as const;
export type PostingCode = (typeof postingCodes)[number];

/** The shape of a problem of the reading, and what is asked of whoever posts. */
export interface PreviewProblem extends ProblemPlace {
  readonly code: Problem['code'] | PostingCode | FindingCode | 'no-figures-for-period';
  readonly severity: Severity;
  /** `must-fix`, in the word of `communs read`. */
  readonly blocking: boolean;
  readonly detail: Bilingual;
}

/** These need a person's word; `total-differs` is told and asks for none. */
const ticked: ReadonlySet<string> = new Set(['duplicate-line', 'zero-duration', 'mixed-units']);

export const asPreviewProblem = (problem: Problem): PreviewProblem => ({
  ...problem,
  severity: problem.blocking ? 'must-fix' : ticked.has(problem.code) ? 'confirm' : 'note',
});

/** `Feuille « Mars », ligne 14` */
export const placeInWords = ({ sheet, row }: Pick<Entry, 'sheet' | 'row'>): Bilingual => ({
  fr: sheet === null ? `Ligne ${row}` : `Feuille « ${sheet} », ligne ${row}`,
  en: sheet === null ? `Row ${row}` : `Sheet '${sheet}', row ${row}`,
});

function problemAt(entry: Entry, value: string, code: PostingCode, detail: Bilingual): PreviewProblem {
  const { sheet, row } = entry;
  const place = placeInWords(entry);
  return {
    ...{ sheet, row, column: null, cell: null, value, code },
    severity: 'must-fix',
    blocking: true,
    detail: { fr: `${place.fr} : ${detail.fr}`, en: `${place.en}: ${detail.en}` },
  };
}

export function unknownPerson(entry: Entry, isSeveral: boolean): PreviewProblem {
  const { person } = entry;
  return problemAt(
    entry,
    person,
    'unknown-developer',
    isSeveral
      ? {
          fr: `plusieurs personnes s’appellent « ${person} ». Mettez leur matricule.`,
          en: `several people are called '${person}'. Put their staff number.`,
        }
      : {
          fr: `« ${person} » n’est pas une personne mise à disposition. Faites-la ajouter aux mises à disposition, corrigez la cellule, ou dites que ses lignes ne sont pas à reprendre.`,
          en: `'${person}' is nobody on secondment. Have her added to the secondments, correct the cell, or say that her lines are not needed.`,
        },
  );
}

export const unknownProject = (entry: Entry): PreviewProblem =>
  problemAt(entry, entry.project, 'unknown-project', {
    fr: `le projet « ${entry.project} » n’est pas au registre. Corrigez la cellule, faites inscrire le projet par qui tient le registre, ou dites que ses lignes ne sont pas à reprendre.`,
    en: `the project '${entry.project}' is not in the registry. Correct the cell, have the registrar add it, or say that its lines are not needed.`,
  });

export function wrongUnit(entry: Entry, unit: TimeUnit): PreviewProblem {
  const value = entry.minutes === undefined ? `${entry.halfDays} × ½ j` : `${entry.minutes} min`;
  return problemAt(
    entry,
    value,
    'unit-disagrees',
    unit === 'half-day'
      ? {
          fr: `${entry.person} est au forfait-jours : écrivez des jours ou des demi-journées (0,5 ; 1), pas des heures.`,
          en: `${entry.person} counts days (forfait-jours): write days or half-days (0.5, 1), not hours.`,
        }
      : {
          fr: `${entry.person} compte en heures : écrivez des heures, ou faites corriger son régime dans les mises à disposition.`,
          en: `${entry.person} counts hours: write hours, or have her regime corrected in the secondments.`,
        },
  );
}

/** @param timesheet the number of the receipt that stands for the same file */
export const postedOtherwise = (timesheet: number): PreviewProblem => ({
  ...{ sheet: null, row: null, column: null, cell: null, value: null, code: 'already-posted-otherwise' },
  severity: 'must-fix',
  blocking: true,
  detail: {
    fr: `Ce fichier est déjà enregistré, lu autrement (reçu n° ${timesheet}). Annulez d’abord cette feuille de temps, puis enregistrez celle-ci.`,
    en: `This file is posted already, read in another way (receipt no. ${timesheet}). Undo that timesheet first, then post this one.`,
  },
});
