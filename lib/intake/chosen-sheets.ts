// Which sheets of a workbook are read, and what is said of the others: no sheet is dropped in silence.
import type { IsWanted, Sheet } from './cell.ts';
import type { Found } from './found.ts';
import { makeProblem, nowhere, saidProblem } from './problems.ts';
import type { ProblemPlace } from './reading.ts';
import type { SheetSurvey } from './survey.ts';
import type { Choices } from './understanding.ts';

/** Those that a person chose; else those that show. */
export function wantedSheets({ sheets }: Choices): IsWanted {
  return sheets === undefined ? (_, hidden) => !hidden : (name) => sheets.includes(name);
}

const place = (sheet: string | null, value: string | null): ProblemPlace => ({ ...nowhere, sheet, value });

/** Lists the sheets that are not read, and reports those that should have been: chosen and not there, or with numbers and no table. */
export function reportSheets(
  sheets: readonly Sheet[],
  surveys: ReadonlyMap<Sheet, SheetSurvey>,
  choices: Choices,
  found: Found,
): void {
  for (const sheet of sheets) {
    const survey = surveys.get(sheet);
    if (survey === undefined) found.ignore(sheet.name, null, sheet.hidden ? 'hidden' : 'left-out');
    else if (survey.isList) found.ignore(sheet.name, null, 'title');
    else if (survey.layout === null && choices.headerRow !== undefined && !survey.isBlank) {
      found.addProblem(noSuchRow(sheet, choices.headerRow));
    } else if (survey.layout === null && survey.hasNumbers && [...surveys.values()].some(({ layout }) => layout)) {
      // A page of words is a title page; one with numbers beside words may be hours, and is asked about.
      found.addProblem(makeProblem('unknown-column-layout', place(sheet.name, null)));
    }
  }
  const names = new Set(sheets.map(({ name }) => name ?? ''));
  if (names.has('') && (choices.personFrom ?? choices.projectFrom) !== undefined) found.addProblem(noSheetNames);
  for (const wished of choices.sheets ?? []) if (!names.has(wished)) found.addProblem(noSuchSheet(wished));
}

const noSuchRow = (sheet: Sheet, row: number) =>
  saidProblem(
    'unknown-column-layout',
    { ...place(sheet.name, String(row)), row },
    {
      fr: `cette ligne, choisie pour les en-têtes, n’est pas parmi les 60 premières de la feuille. Choisissez-en une autre, ou retirez ce choix.`,
      en: `this row, chosen for the headers, is not among the first 60 of the sheet. Choose another one, or take this choice back.`,
    },
  );

const noSheetNames = saidProblem('unknown-column-layout', place(null, null), {
  fr: 'un fichier texte n’a pas de feuilles, donc pas de nom de feuille qui dise la personne ou le projet. Retirez ce choix.',
  en: 'a text file has no sheets, and so no name of a sheet that says the person or the project. Take this choice back.',
});

const noSuchSheet = (name: string) =>
  saidProblem('unknown-column-layout', place(null, name), {
    fr: `la feuille « ${name} », choisie pour ce fichier, n’y est pas. Choisissez-en une autre, ou retirez ce choix.`,
    en: `the sheet “${name}”, chosen for this file, is not in it. Choose another one, or take this choice back.`,
  });
