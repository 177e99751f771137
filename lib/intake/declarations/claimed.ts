// Reads time that the company claims elsewhere: of whom, on which project, in which period, under which route.
import type { ClaimRoute, RouteClaim } from '../../model/route-claim.ts';
import type { DeclarationFile } from './file-text.ts';
import { valuesOf, wordMap } from './line-values.ts';
import { collectProblems, conclude, type DeclarationReading } from './problem.ts';
import { type DeclaredState, stateColumn, stateOf } from './state-column.ts';
import { type Column, readLines } from './table.ts';

/** By the company's own number for the person; the use case knows her alias. */
export interface DeclaredClaimed extends Omit<RouteClaim, 'developer'>, DeclaredState {
  readonly matricule: string;
}

type Field = 'matricule' | 'project' | 'from' | 'to' | 'route' | 'state';

/** The first header is the French one of the template, the second the English one. */
const claimedColumns: readonly Column<Field>[] = [
  { field: 'matricule', headers: ['Matricule', 'Staff number', 'N° matricule'], needed: true },
  { field: 'project', headers: ['Projet', 'Project'], needed: true },
  { field: 'from', headers: ['Du', 'From', 'Début', 'Période du'], needed: true },
  { field: 'to', headers: ['Au', 'To', 'Fin', 'Période au'], needed: true },
  { field: 'route', headers: ['Dispositif', 'Scheme', 'Voie', 'Route'], needed: true },
  stateColumn,
];

const routes = wordMap<ClaimRoute>([
  ['CIR', 'cir'],
  ['CICo', 'cico'],
  ['CII', 'cii'],
  ['aide européenne', 'eu-grant'],
  ['EU grant', 'eu-grant'],
  ['eu-grant', 'eu-grant'],
  ['mécénat', 'mecenat'],
  ['mecenat', 'mecenat'],
  ['autre employeur', 'other-employer'],
  ['another employer', 'other-employer'],
  ['other-employer', 'other-employer'],
]);

/**
 * Reads a file of time claimed elsewhere: CSV, or JSON `{ "claimed": [ … ] }`.
 * @returns the declaration, or null where something blocks, and every problem by line and column
 */
export function readClaimed(
  file: DeclarationFile,
): DeclarationReading<{ readonly claimed: readonly DeclaredClaimed[] }> {
  const problems = collectProblems();
  const seen = new Set<string>();
  const claimed = readLines(file, 'claimed', claimedColumns, problems).flatMap((line): DeclaredClaimed[] => {
    const values = valuesOf(line, problems);
    const matricule = values.identifier('matricule');
    const project = values.identifier('project');
    const from = values.day('from', 'required');
    const to = values.day('to', 'required');
    const route = values.word('route', routes, 'required');
    const stands = stateOf(values);
    if (from !== null && to !== null && to < from) {
      problems.block(line.place('to'), to, 'reversed-period', {
        fr: `la fin (${to}) vient avant le début (${from}). Corrigez l’une des deux.`,
        en: `the end (${to}) comes before the start (${from}). Correct one of them.`,
      });
      return [];
    }
    if (matricule === null || project === null || from === null || to === null || route === null || stands === null)
      return [];
    const key = JSON.stringify([matricule, project, from, to, route]);
    if (seen.has(key)) {
      problems.block(line.whole, matricule, 'duplicate-line', {
        fr: 'la même ligne est déjà plus haut. Gardez-en une.',
        en: 'the same line already stands above. Keep one.',
      });
    }
    seen.add(key);
    return [{ matricule, project, period: { from, to }, route, stands }];
  });
  return conclude({ claimed }, problems);
}
