// Which column of a leave file is which, by the words of its header. Only these are read: never why somebody was away.
import { type Header, hasPerson } from '../header.ts';
import { plainText } from '../words.ts';

export type AbsenceRole =
  /** The one day of the line. */
  | 'day'
  | 'from'
  | 'to'
  /** Part of the one day; on the first and on the last day of a period. */
  | 'half'
  | 'half-from'
  | 'half-to'
  /** Days of the line: 1 or 0.5. */
  | 'days'
  /** Hours of the line, which are no half-days. */
  | 'hours';

const absence = '((de |d |l |du |des |of |the )*(absences?|conges?|leaves?))?';
const half =
  '(demi ?journees?|demi ?j|moment|am ?pm|matin( |/)?(ou )?(apres ?midi|am)|half( ?days?)?|part of (the )?day|0 ?1|periode du jour)';
const first = '(debut|depart|start|from|first day|du)';
const last = '(fin|end|to|last day|au|arrivee)';

const patterns: readonly (readonly [AbsenceRole, RegExp])[] = [
  ['half-from', new RegExp(`^(${half} (de |of )?${first}|${first} ${half})$`)],
  ['half-to', new RegExp(`^(${half} (de |of )?${last}|${last} ${half})$`)],
  ['half', new RegExp(`^${half}$`)],
  [
    'from',
    new RegExp(
      `^((date|jour|day) )?(de |of )?${first}( date)? ?${absence}$|^${absence} ?(du|from|start|debut)$|^premier jour$`,
    ),
  ],
  [
    'to',
    new RegExp(
      `^((date|jour|day) )?(de |of )?(fin|end|to|au|until|jusqu au|inclus)( date)? ?${absence}$|^${absence} ?(au|to|end|fin)$|^(dernier jour|last day)$`,
    ),
  ],
  ['day', new RegExp(`^(date|jour|day|date jour)( (d |de |l |of )*${absence})?$|^${absence} (date|day)$`)],
  ['hours', /^((nb|nbre|nombre|duree|number of) )?(d |de |en |of |in )*(heures?|hours?|h)( absence)?$/],
  [
    'days',
    new RegExp(
      `^((nb|nbre|nombre|number|quantite|quantity|duree|duration) ?)?(de |of |en |in )*(jours?|days?|j)( ${absence})?$|^(nb|nbre|nombre|quantite|quantity|duree|duration)$`,
    ),
  ],
];

/** `Jour` is the day, `Jours` a number of them. @param texts of the header @returns the first column of each role */
export function absenceColumnsOf(texts: readonly string[]): ReadonlyMap<AbsenceRole, number> {
  const columns = new Map<AbsenceRole, number>();
  texts.forEach((text, column) => {
    const plain = plainText(text);
    const role = plain.length > 60 ? undefined : patterns.find(([, pattern]) => pattern.test(plain))?.[0];
    if (role !== undefined && !columns.has(role)) columns.set(role, column);
  });
  return columns;
}

/** How many of the two things that a leave file must say are named: who, and when. */
export const absenceScore = (header: Header, columns: ReadonlyMap<AbsenceRole, number>): number =>
  [hasPerson(header), columns.has('day') || columns.has('from')].filter(Boolean).length;
