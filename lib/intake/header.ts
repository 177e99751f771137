// Which column is which, by the words of its header and never by its position (intake.md: recognised headers).

import { caps } from './caps.ts';
import type { Cell, Row } from './cell.ts';
import { cellText } from './cell-text.ts';
import type { QuantityUnit } from './quantity.ts';
import { plainText } from './words.ts';

export type Role =
  | 'person-id'
  | 'email'
  | 'full-name'
  | 'last-name'
  | 'first-name'
  | 'date'
  | 'quantity'
  | 'project'
  | 'comment';

/** `rank`: where two columns could play a role, the lower rank does. */
interface Alias {
  readonly role: Role;
  readonly rank: number;
  readonly pattern: RegExp;
}

/** Columns that only look like one of ours: dates of approval, clock times, wages. */
const other =
  /\b(visa|validation|valide|valides|approbation|approval|approved|saisie|naissance|embauche|creation|created|modified|modification|edition|fin|end|sortie|chef|responsable|manager|taux horaire|cout|billable|facturable)\b|^(heure|time)? ?(de )?(debut|start time)$/;

const aliases: readonly Alias[] = [
  { role: 'person-id', rank: 0, pattern: /\bmatricule\b/ },
  {
    role: 'person-id',
    rank: 1,
    pattern:
      /^(id|code|n|no|num|numero|identifiant)( (de l|de|du|d))? ?(salarie|employe|collaborateur|agent|personnel)e?$/,
  },
  {
    role: 'person-id',
    rank: 1,
    pattern: /^(employee|staff|personnel|user|worker|person) ?(id|code|number|no)$/,
  },
  { role: 'email', rank: 0, pattern: /\b(e mail|email|courriel|mel)\b|^mail$|^adresse mail$/ },
  {
    role: 'full-name',
    rank: 0,
    pattern: /^(nom complet|nom (et )?prenoms?|prenoms? (et )?nom|full name|employee name|nom d[ue] .*)$/,
  },
  {
    role: 'full-name',
    rank: 1,
    pattern:
      /^(collaborateur|collaboratrice|salariee?|agent|intervenant|ressource|employee?|user|name|person|personne|staff|worker|developpeur|developer|consultant|member)$/,
  },
  { role: 'last-name', rank: 0, pattern: /^(nom|nom de famille|nom d usage|last name|surname|family name)$/ },
  { role: 'first-name', rank: 0, pattern: /^(prenom|first name|given name)$/ },
  { role: 'date', rank: 0, pattern: /^date$/ },
  { role: 'date', rank: 1, pattern: /^date\b|^(jour|journee|day)$/ },
  { role: 'date', rank: 2, pattern: /^(jour|journee|day|start date)\b|\bdate$/ },
  { role: 'quantity', rank: 0, pattern: /\b(decimal|centiemes?)\b/ },
  { role: 'quantity', rank: 1, pattern: /^(nb|nbre|nombre|quantite|qte|total|duree|temps|duration|time|charge)\b/ },
  {
    role: 'quantity',
    rank: 2,
    pattern: /\b(heures?|hours?|hrs?|h|jours|days|jh|minutes|min|mn|etp|fte|effort|quotite|quantity|volume)\b|^%|%$/,
  },
  { role: 'project', rank: 0, pattern: /^(code|id|cle) ?(du )?projet$|^project (code|id|key)$/ },
  { role: 'project', rank: 1, pattern: /^(projet|project)$/ },
  { role: 'project', rank: 2, pattern: /\b(projets?|project)\b/ },
  { role: 'project', rank: 3, pattern: /\b(affaire|imputation)\b/ },
  { role: 'project', rank: 4, pattern: /\b(otp|eotp|wbs)\b/ },
  { role: 'project', rank: 5, pattern: /^(lot|work package|centre de cout|cost center|account|compte)\b/ },
  { role: 'project', rank: 6, pattern: /^(code )?(activite|activity)\b/ },
  { role: 'project', rank: 7, pattern: /^(tache|task)\b/ },
  {
    role: 'comment',
    rank: 0,
    pattern: /^(commentaires?|description|observations?|libelle|remarques?|notes?|comments?|details?)\b/,
  },
];

const french =
  /\b(matricule|nom|prenom|projet|heures?|duree|jours?|journee|temps|commentaires?|libelle|salariee?|agent|collaborateur|affaire|quantite|observations?|activite|tache|courriel)\b/;
const english =
  /\b(employee|user|name|project|hours?|duration|days?|comments?|task|account|start|time|staff|worker|quantity|notes|email|activity)\b/;

function roleOf(plain: string): Alias | null {
  if (plain === '' || plain.length > 60 || other.test(plain)) return null;
  return aliases.find((alias) => alias.pattern.test(plain)) ?? null;
}

export interface Header {
  /** 1-based row in the file. */
  readonly row: number;
  /** The headers as written, by column. */
  readonly texts: readonly string[];
  readonly columns: ReadonlyMap<Role, number>;
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
    const alias = roleOf(plain);
    if (alias === null) return;
    const rival = best.get(alias.role);
    if (rival === undefined || alias.rank < rival.rank) best.set(alias.role, { column, rank: alias.rank });
  });
  return {
    row,
    texts,
    columns: new Map([...best].map(([role, { column }]) => [role, column])),
    isEnglish: englishWords > frenchWords,
  };
}

const personRoles: readonly Role[] = ['person-id', 'email', 'full-name', 'last-name'];

export const hasPerson = (header: Header): boolean => personRoles.some((role) => header.columns.has(role));

/** How many of the four things that a timesheet must say are named: person, date, quantity, project. */
export function headerScore(header: Header): number {
  const has = (role: Role): number => (header.columns.has(role) ? 1 : 0);
  return (hasPerson(header) ? 1 : 0) + has('date') + has('quantity') + has('project');
}

export const rowTexts = (cells: readonly (Cell | undefined)[]): string[] =>
  Array.from(cells, (cell) => (cell === undefined ? '' : cellText(cell)));

/** @returns the row most like the header of a list, among the first ones; null if none names at least two of the four things */
export function findListHeader(rows: readonly Row[]): { readonly index: number; readonly header: Header } | null {
  let best: { readonly index: number; readonly header: Header; readonly score: number } | null = null;
  for (const [index, row] of rows.slice(0, caps.headerRows).entries()) {
    if (row.hidden || row.cells.filter((cell) => cell?.kind === 'text').length < 2) continue;
    const header = headerOf(row.number, rowTexts(row.cells));
    const score = headerScore(header);
    if (score >= 2 && (best === null || score > best.score)) best = { index, header, score };
  }
  return best === null ? null : { index: best.index, header: best.header };
}

/** What the words around a quantity say about its unit: a column's header, or a title such as « unité : jour ». */
export function unitOfWords(text: string): { readonly unit: QuantityUnit | null; readonly isDecimal: boolean } {
  const plain = plainText(text);
  const isDecimal = /\b(decimal|decimale|centiemes?)\b/.test(plain);
  if (/%|\b(quotite|pourcentage|percent)\b/.test(plain)) return { unit: 'percent', isDecimal };
  if (/\b(heures?|hours?|hrs?|h|hh)\b/.test(plain)) return { unit: 'hour', isDecimal };
  if (/\b(minutes?|min|mn)\b/.test(plain)) return { unit: 'minute', isDecimal };
  if (/\b(jours?|days?|jh|j|etp|fte)\b/.test(plain)) return { unit: 'day', isDecimal };
  return { unit: isDecimal ? 'hour' : null, isDecimal };
}
