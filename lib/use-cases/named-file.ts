// What a statement's file is saved as: its number, level and language are in the name where another one would say something else.
import type { Language } from '../model/text.ts';
import { bundleZipName } from '../statement/bundle/bundle-names.ts';
import type { ViewLevel } from '../statement/sd-jwt.ts';
import type { Rendered, StatementFileName } from './read-statement.ts';

/** A file with the name under which it is saved. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @returns the ending of a rendering; null for a file that is the same in every language */
export function renderedAs(name: StatementFileName): 'pdf' | 'xlsx' | 'csv' | null {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  return ending === 'pdf' || ending === 'xlsx' || ending === 'csv' ? ending : null;
}

/** @returns the rendering that it is; none for what is signed, and for CSV, which is written anew */
export const kindsIn = (name: StatementFileName): Rendered[] =>
  (['pdf', 'xlsx'] as const).filter((kind) => renderedAs(name) === kind);

/** @param level at which it is shown @returns `statement-2025-0001.lines.fr.pdf` for a rendering; what is signed keeps its own name */
export function savedName(name: StatementFileName, number: string, level: ViewLevel, language: Language): string {
  if (name.endsWith('.zip')) return bundleZipName(number, level);
  const ending = renderedAs(name);
  if (ending === 'csv') return `statement-${number}.${level}${name.slice('statement'.length)}`;
  return ending === null ? name : `statement-${number}.${level}.${language}.${ending}`;
}
