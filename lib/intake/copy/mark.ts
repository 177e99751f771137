// A mark on the copy of a file: one problem, where it is, and how grave.
import type { Bilingual, Language } from '../../model/text.ts';
import type { ProblemPlace } from '../reading.ts';

export type Gravity = 'must-fix' | 'confirm' | 'note';

/** The shape of a problem of the reading, and of a finding before posting. */
export interface Mark extends ProblemPlace {
  readonly severity: Gravity;
  readonly detail: Bilingual;
}

const gravities: readonly Gravity[] = ['must-fix', 'confirm', 'note'];

export const gravest = (marks: readonly Mark[]): Gravity =>
  gravities.find((gravity) => marks.some(({ severity }) => severity === gravity)) ?? 'note';

export const gravityWords: Readonly<Record<Language, Readonly<Record<Gravity, string>>>> = {
  fr: { 'must-fix': 'À corriger', confirm: 'À confirmer', note: 'Pour information' },
  en: { 'must-fix': 'To fix', confirm: 'To confirm', note: 'For information' },
};

const beginsWithPlace: Readonly<Record<Language, RegExp>> = {
  fr: /^(Feuille|Cellule|Ligne|Fichier)\b/,
  en: /^(Sheet|Cell|Row|File)\b/,
};

/** The sentence without « Feuille « Mars », cellule F14 : » in front: the mark stands at that cell. */
export function sentenceOf({ sheet, column, cell, detail }: Mark, language: Language): string {
  const said = detail[language];
  if (!beginsWithPlace[language].test(said)) return said;
  const behind = (text: string | null, from: number): number => {
    const at = text === null ? -1 : said.indexOf(text, from);
    return at < 0 || text === null ? from : at + text.length;
  };
  const separator = language === 'fr' ? ' : ' : ': ';
  const end = said.indexOf(separator, behind(cell === null ? column : null, behind(sheet, 0)));
  const rest = end < 0 ? said : said.slice(end + separator.length);
  return rest.slice(0, 1).toUpperCase() + rest.slice(1);
}
