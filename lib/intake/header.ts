// Which column is which, by the words of its header and never by its position.

import type { Cell, Row } from './cell.ts';
import { cellText } from './cell-text.ts';
import { headerWords, personRoles, type Role, roleOf } from './column-roles.ts';
import { unitOfWords } from './unit-words.ts';
import { plainText } from './words.ts';

const french =
  /\b(matricule|nom|prenom|projet|heures?|duree|jours?|journee|temps|commentaires?|libelle|salariee?|agent|collaborateur|utilisateur|intervenant|affaire|quantite|quotite|observations?|activite|tache|imputation|lot|courriel|semaine|mois)\b/;
const english =
  /\b(employee|user|name|project|hours?|hrs|duration|days?|comments?|task|account|start|time|staff|worker|member|resource|quantity|notes|activity|work|week|month|spent)\b/;

export interface Header {
  /** 1-based row in the file. */
  readonly row: number;
  /** The headers as written, by column. */
  readonly texts: readonly string[];
  readonly columns: ReadonlyMap<Role, number>;
  /** Columns that a person chose and that are not there, by their role. */
  readonly missing: ReadonlyMap<Role, string>;
  /** What a title says once for the whole table, where no column does: « Agent : Zoé Fictif ». */
  readonly stated: ReadonlyMap<Role, Cell>;
  /** Columns of durations of which none is plainer than the others: day and night, this and that. Empty unless there are two. */
  readonly rivals: readonly string[];
  readonly isEnglish: boolean;
}

/** The header of a row of texts: for each role the best column. */
export function headerOf(row: number, texts: readonly string[]): Header {
  const best = new Map<Role, { readonly column: number; readonly rank: number }>();
  let frenchWords = 0;
  let englishWords = 0;
  texts.forEach((text, column) => {
    const plain = plainText(text);
    if (french.test(plain)) frenchWords += 1;
    if (english.test(plain)) englishWords += 1;
    const found = roleOf(text);
    if (found === null) return;
    const rival = best.get(found.role);
    if (rival === undefined || found.rank < rival.rank) best.set(found.role, { column, rank: found.rank });
  });
  // « Heures jour » beside « Heures nuit »: neither is all of it, or either is. « Heures » beside « Jours » is the same time twice.
  const rivals = rivalsOf(texts, best.get('quantity'));
  if (rivals.length > 0) best.delete('quantity');
  // 7 under « Heures » and 30 under « Minutes » are one duration in two columns: neither is all of it.
  if (isSplitDuration(texts)) best.delete('quantity');
  // An end belongs to a beginning: beside « Date » it is that of a project or a contract.
  if (!firstDay.test(headerWords(texts[best.get('date')?.column ?? -1] ?? ''))) best.delete('last-day');
  // « Nom du salarié » is the whole name, unless a first name has a column of its own.
  const whole = best.get('full-name');
  if (whole?.rank === 2 && best.has('first-name') && !best.has('last-name')) {
    best.delete('full-name');
    best.set('last-name', whole);
  }
  return {
    row,
    texts,
    columns: new Map([...best].map(([role, { column }]) => [role, column])),
    missing: new Map(),
    stated: new Map(),
    rivals,
    isEnglish: englishWords > frenchWords,
  };
}

/** @returns the columns as good as the best one, it included; empty if there is no other */
function rivalsOf(
  texts: readonly string[],
  best: { readonly column: number; readonly rank: number } | undefined,
): string[] {
  if (best === undefined) return [];
  const { unit } = unitOfWords(texts[best.column] ?? '');
  const rivals = texts.filter((text) => {
    const found = roleOf(text);
    return found?.role === 'quantity' && found.rank === best.rank && unitOfWords(text).unit === unit;
  });
  return rivals.length > 1 ? rivals : [];
}

const firstDay = /\b(debut|premier|start\w*|begin\w*|first|from|du)\b/;

const isSplitDuration = (texts: readonly string[]): boolean => {
  const plain = texts.map(plainText);
  return (
    plain.some((text) => /^(heures?|hours?|h)$/.test(text)) && plain.some((text) => /^(minutes?|min|mn)$/.test(text))
  );
};

export const hasPerson = ({ columns, stated }: Header): boolean =>
  personRoles.some((role) => columns.has(role) || stated.has(role));

/** How many of the four things that a timesheet must say are named: person, date, quantity, project. */
export function headerScore(header: Header): number {
  const has = (role: Role): number => (header.columns.has(role) ? 1 : 0);
  return (hasPerson(header) ? 1 : 0) + has('date') + has('quantity') + has('project');
}

export const rowTexts = (cells: readonly (Cell | undefined)[]): string[] =>
  Array.from(cells, (cell) => (cell === undefined ? '' : cellText(cell)));

/** What the lower of two lines leaves blank stands in the upper one. */
export const joinedTexts = (lower: readonly string[], upper: readonly string[]): string[] =>
  Array.from({ length: Math.max(lower.length, upper.length) }, (_, column) => lower[column] || upper[column] || '');

/**
 * A header on two lines: what the lower one leaves blank stands in the upper one, as in « Matricule » over nothing, « Temps passé » over
 * « Heures » and « Jours ».
 * @returns null if the two rows are not one header
 */
function headerOfTwo(row: Row, above: Row | undefined): Header | null {
  if (above === undefined || above.aside !== null || above.number !== row.number - 1) return null;
  if (!isAllText(row) || !isAllText(above)) return null;
  const own = rowTexts(row.cells);
  const higher = rowTexts(above.cells);
  const known = own.flatMap((text) => (text === '' ? [] : [roleOf(text)?.role ?? null]));
  const isHeader = !known.includes(null) && (known.length >= 2 || known[0] === 'quantity');
  if (!isHeader || !own.includes('')) return null;
  const both = headerOf(row.number, joinedTexts(own, higher));
  const score = headerScore(both);
  return score > headerScore(headerOf(0, own)) && score >= headerScore(headerOf(0, higher)) ? both : null;
}

const isAllText = ({ cells }: Row): boolean => cells.every((cell) => cell === undefined || cell.kind === 'text');

/** Two numbers or days beside something else. */
function looksLikeLine({ cells }: Row): boolean {
  const filled = cells.filter((cell) => cell !== undefined);
  return filled.length >= 3 && filled.filter((cell) => cell.kind !== 'text' || /\d/.test(cell.text)).length >= 2;
}

/** @returns the row most like the header of a list; null if none names at least two of the four things */
export function findListHeader(rows: readonly Row[]): Header | null {
  let best: { readonly header: Header; readonly score: number } | null = null;
  for (const [index, row] of rows.entries()) {
    if (row.aside !== null) continue;
    // Lines below a header are lines of it, however good the header of another table further down.
    if (best !== null && best.score >= 3 && looksLikeLine(row)) break;
    if (row.cells.filter((cell) => cell?.kind === 'text').length < 2) continue;
    const double = headerOfTwo(row, rows[index - 1]);
    const header = double ?? headerOf(row.number, rowTexts(row.cells));
    const score = headerScore(header);
    const isBetter = best === null || score > best.score || (double !== null && score === best.score);
    if (score >= 2 && isBetter) best = { header, score };
  }
  return best?.header ?? null;
}
