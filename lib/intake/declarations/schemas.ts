// The small schemas that registry and company files share, each with its own code and words.
import * as z from 'zod';
import { parseSiren } from '../../model/siren.ts';
import { check } from './json.ts';
import { isIdentifier, parseDay } from './values.ts';

export const labelText = z.string().trim().min(1).max(200);

export const idText = z.string().check(
  check('not-an-identifier', isIdentifier, {
    fr: 'ce n’est pas un identifiant. Écrivez lettres sans accent, chiffres, point, tiret, au plus 80.',
    en: 'this is not an identifier. Write plain letters, digits, dot, dash, at most 80.',
  }),
);

const orSame = (text: string): string => parseDay(text) ?? text;

export const dayText = z
  .string()
  .transform(orSame)
  .pipe(
    z.string().check(
      check('not-a-day', (text) => parseDay(text) === text, {
        fr: 'ce n’est pas un jour du calendrier. Écrivez AAAA-MM-JJ, par exemple 2025-03-31.',
        en: 'this is not a day of the calendar. Write YYYY-MM-DD, for example 2025-03-31.',
      }),
    ),
  );
export const nullableDayText = dayText.nullable().default(null);

const sirenDetail = {
  fr: 'ce n’est pas un SIREN : neuf chiffres dont le dernier est une clé. Recopiez-le d’un extrait Kbis ou de l’avis de situation INSEE.',
  en: 'this is not a SIREN: nine digits, the last one a check digit. Copy it from a Kbis extract or an INSEE notice.',
};

export const sirenText = z
  .string()
  .transform((text) => parseSiren(text) ?? text)
  .pipe(z.string().check(check('invalid-siren', (text) => parseSiren(text) !== null, sirenDetail)));
