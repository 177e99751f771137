// One thing wrong with a declaration file: where, what was seen, and what to write instead. All are listed at once.
import type { Bilingual } from '../../model/text.ts';

/** Closed list; codes never change once published; each has a section in docs/problems.md. */
export const declarationCodes = [
  // the file as a whole
  'too-large',
  'empty',
  'undecodable-text',
  'not-json',
  'not-csv',
  'missing-column',
  'unknown-column',
  'duplicate-column',
  'extra-cells',
  'unknown-key',
  // one value
  'missing',
  'wrong-type',
  'too-long',
  'unknown-word',
  'not-an-identifier',
  'not-a-day',
  'not-an-amount',
  'not-a-share',
  'not-a-duration',
  'not-weekdays',
  'not-a-digest',
  'not-an-address',
  'not-a-country',
  'not-a-repository',
  'not-a-folder',
  'not-spdx',
  'invalid-siren',
  // values that disagree with each other
  'reversed-period',
  'duplicate-id',
  'duplicate-line',
  'overlapping-periods',
  'own-successor',
  'not-an-earlier-year',
  'unit-disagrees',
  'answer-disagrees',
  'day-or-reason',
  'column-of-another-kind',
  'member-of-another-standing',
  'proof-not-declarable',
  // never blocking: what is missing for a statement, or worth a second look
  'not-in-this-file',
  'licence-not-open',
  'no-licence',
  'no-eligibility',
  'convention-missing',
  'amendment-missing',
  'consent-missing',
  'signed-after-start',
  'term-exceeded',
  'basis-missing',
  'circle-not-examined',
  'approval-missing',
  'signed-after-day',
  'time-base-missing',
] as const;

export type DeclarationCode = (typeof declarationCodes)[number];

interface DeclarationProblem {
  /** JSON path (`$.projects[0].id`) or CSV `line:column header` (`3:Brut`). */
  readonly where: string;
  /** The text as it stands in the file; null where nothing stands. */
  readonly value: string | null;
  readonly code: DeclarationCode;
  readonly detail: Bilingual;
  /** A blocking problem leaves the whole file unposted. */
  readonly blocking: boolean;
}

/** What a reader answers: `declaration` is null exactly if a problem blocks. */
export interface DeclarationReading<Declaration> {
  readonly declaration: Declaration | null;
  readonly problems: readonly DeclarationProblem[];
}

/** A place in a file, for machines and in words. */
export interface Place extends Bilingual {
  readonly where: string;
}

export const wholeFile: Place = { where: '$', fr: 'Le fichier', en: 'The file' };

/** The problems of one file, collected while it is read. */
export interface Problems {
  readonly list: DeclarationProblem[];
  /** Adds a blocking problem. */
  readonly block: (place: Place, value: string | null, code: DeclarationCode, detail: Bilingual) => void;
  /** Adds one that lets the file pass. */
  readonly note: (place: Place, value: string | null, code: DeclarationCode, detail: Bilingual) => void;
}

export function collectProblems(): Problems {
  const list: DeclarationProblem[] = [];
  const add =
    (blocking: boolean): Problems['block'] =>
    (place, value, code, detail) => {
      list.push({
        where: place.where,
        value,
        code,
        detail: { fr: `${place.fr} : ${detail.fr}`, en: `${place.en}: ${detail.en}` },
        blocking,
      });
    };
  return { list, block: add(true), note: add(false) };
}

/** @returns the reading: the declaration stands only if nothing blocks */
export function conclude<Declaration>(declaration: Declaration, problems: Problems): DeclarationReading<Declaration> {
  const blocked = problems.list.some((problem) => problem.blocking);
  return { declaration: blocked ? null : declaration, problems: problems.list };
}
