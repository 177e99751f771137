// Takes typed values out of one line of a declaration, noting what is missing or misread with its place.
import type { Day } from '../../model/calendar.ts';
import type { Bilingual } from '../../model/text.ts';
import { plainText } from '../words.ts';
import type { DeclarationCode, Problems } from './problem.ts';
import type { Line } from './table.ts';
import { isIdentifier, parseDay, parseEuros } from './values.ts';

export interface LineValues<Field extends string> {
  /** @returns the parsed value; null with a problem if the cell is empty and required, or does not parse */
  readonly take: <T>(
    field: Field,
    parse: (text: string) => T | null,
    code: DeclarationCode,
    expected: Bilingual,
    presence: 'required' | 'optional',
  ) => T | null;
  readonly isEmpty: (field: Field) => boolean;
  readonly day: (field: Field, presence: 'required' | 'optional') => Day | null;
  readonly cents: (field: Field) => number | null;
  readonly label: (field: Field) => string | null;
  readonly identifier: (field: Field) => string | null;
  readonly word: <T extends string>(
    field: Field,
    words: ReadonlyMap<string, T>,
    presence: 'required' | 'optional',
  ) => T | null;
}

/** Words by their plain form: `[['Prêt', 'loan'], …]` is found by `pret`. */
export const wordMap = <T extends string>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, T> =>
  new Map(pairs.map(([word, value]) => [plainText(word), value]));

export function valuesOf<Field extends string>(line: Line<Field>, problems: Problems): LineValues<Field> {
  const take: LineValues<Field>['take'] = (field, parse, code, expected, presence) => {
    const text = line.text(field);
    if (text === '') {
      if (presence === 'required' && !line.isLacking(field)) {
        problems.block(line.place(field), null, 'missing', {
          fr: `la valeur manque. Écrivez ${expected.fr}.`,
          en: `the value is missing. Write ${expected.en}.`,
        });
      }
      return null;
    }
    const value = parse(text);
    if (value === null) {
      problems.block(line.place(field), text, code, {
        fr: `« ${text} » ne se lit pas. Écrivez ${expected.fr}.`,
        en: `'${text}' cannot be read. Write ${expected.en}.`,
      });
    }
    return value;
  };
  return {
    take,
    isEmpty: (field) => line.text(field) === '',
    day: (field, presence) =>
      take(
        field,
        parseDay,
        'not-a-day',
        {
          fr: 'un jour du calendrier, jj/mm/aaaa ou aaaa-mm-jj',
          en: 'a day of the calendar, dd/mm/yyyy or yyyy-mm-dd',
        },
        presence,
      ),
    cents: (field) =>
      take(
        field,
        parseEuros,
        'not-an-amount',
        {
          fr: 'un montant en euros, positif ou nul, deux décimales au plus, par exemple 48 250,00',
          en: 'an amount in euros, zero or more, at most two decimals, for example 48 250,00',
        },
        'required',
      ),
    label: (field) =>
      take(
        field,
        (text) => (text.length <= 200 ? text : null),
        'too-long',
        { fr: 'un texte d’au plus 200 caractères', en: 'a text of at most 200 characters' },
        'required',
      ),
    identifier: (field) =>
      take(
        field,
        (text) => (isIdentifier(text) ? text : null),
        'not-an-identifier',
        { fr: 'lettres sans accent, chiffres, point ou tiret', en: 'plain letters, digits, dot or dash' },
        'required',
      ),
    word: (field, words, presence) => {
      const known = [...words.keys()].join(', ');
      return take(
        field,
        (text) => words.get(plainText(text)) ?? null,
        'unknown-word',
        { fr: `l’un de : ${known}`, en: `one of: ${known}` },
        presence,
      );
    },
  };
}
