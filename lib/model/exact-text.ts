// An exact value where a person reads it: whole if a line holds it, else its beginning, and where the rest is.
import type { Bilingual } from './text.ts';

const longest = 90;
const shown = 40;

/** @param exact `p` or `p/q` @param file where it stands whole */
export function exactText(exact: string, file: string): Bilingual {
  if (exact.length <= longest) return { fr: exact, en: exact };
  const [num = '', den] = exact.split('/');
  const cut = (digits: string): string => (digits.length <= shown ? digits : `${digits.slice(0, shown)}…`);
  const short = den === undefined ? cut(num) : `${cut(num)}/${cut(den)}`;
  const sizes = den === undefined ? `${num.length}` : `${num.length}/${den.length}`;
  return {
    fr: `${short} (${sizes} chiffres, en entier dans ${file})`,
    en: `${short} (${sizes} digits, in full in ${file})`,
  };
}
