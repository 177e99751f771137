// Reads orders to work on a day off: who, which day, and when the order was signed.
import type { WorkOrder } from '../../model/work-order.ts';
import type { DeclarationFile } from './file-text.ts';
import { valuesOf } from './line-values.ts';
import { collectProblems, conclude, type DeclarationReading } from './problem.ts';
import { type DeclaredState, stateColumn, stateOf } from './state-column.ts';
import { type Column, readLines } from './table.ts';

/** An order by the company's own number for the person; the use case knows her alias. */
export interface DeclaredOrder extends Omit<WorkOrder, 'developer'>, DeclaredState {
  readonly matricule: string;
}

type Field = 'matricule' | 'day' | 'signedOn' | 'state';

/** The first header is the French one of the template, the second the English one. */
const orderColumns: readonly Column<Field>[] = [
  { field: 'matricule', headers: ['Matricule', 'Staff number', 'N° matricule'], needed: true },
  { field: 'day', headers: ['Jour', 'Day', 'Date'], needed: true },
  { field: 'signedOn', headers: ['Signé le', 'Signed on', 'Date de signature'], needed: true },
  stateColumn,
];

/**
 * Reads an orders file: CSV, or JSON `{ "orders": [ … ] }`.
 * @returns the declaration, or null where something blocks, and every problem by line and column
 */
export function readOrders(file: DeclarationFile): DeclarationReading<{ readonly orders: readonly DeclaredOrder[] }> {
  const problems = collectProblems();
  const seen = new Set<string>();
  const orders = readLines(file, 'orders', orderColumns, problems).flatMap((line): DeclaredOrder[] => {
    const values = valuesOf(line, problems);
    const matricule = values.identifier('matricule');
    const day = values.day('day', 'required');
    const signedOn = values.day('signedOn', 'required');
    const stands = stateOf(values);
    if (matricule === null || day === null || signedOn === null || stands === null) return [];
    if (signedOn > day) {
      problems.note(line.place('signedOn'), signedOn, 'signed-after-day', {
        fr: `signé le ${signedOn}, après le ${day} : cet ordre ne lève rien. Vérifiez la date.`,
        en: `signed on ${signedOn}, after ${day}: this order lifts nothing. Check the date.`,
      });
    }
    const key = JSON.stringify([matricule, day]);
    if (seen.has(key)) {
      problems.block(line.whole, matricule, 'duplicate-line', {
        fr: `l’ordre de ${matricule} pour le ${day} est déjà plus haut. Gardez une ligne.`,
        en: `the order of ${matricule} for ${day} already stands above. Keep one line.`,
      });
    }
    seen.add(key);
    return [{ matricule, day, signedOn, stands }];
  });
  return conclude({ orders }, problems);
}
