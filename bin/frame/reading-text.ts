// A reading of a timesheet in words: problems by place, then counts that add up.

import type { Ignored, Problem, Reading } from '../../lib/intake/reading.ts';
import { minutes, whole } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import { time } from '../../web/parts/format.ts';
import { textTable } from './text-table.ts';

/** What a line of the list needs: problems of a file, and those that only the ledger can know. */
export type ListedProblem = Pick<Problem, 'sheet' | 'row' | 'cell' | 'blocking' | 'detail'> & { readonly code: string };

const words = {
  fr: {
    blocking: 'À corriger',
    toAccept: 'À confirmer',
    head: ['Feuille', 'Cellule', 'Code', 'Ce qu’il faut faire'],
    line: (n: string) => `ligne ${n}`,
    rows: 'Lignes de temps',
    ready: 'prêtes',
    toFix: 'à corriger',
    leftOut: 'laissées de côté',
    time: 'Temps des lignes prêtes',
    total: 'Total écrit dans le fichier',
    ignored: 'Lignes laissées de côté',
    colon: ' :',
    why: {
      total: 'total',
      blank: 'vide',
      title: 'titre',
      hidden: 'masquée',
      'repeated-header': 'en-tête répété',
      'left-out': 'laissée de côté à la demande',
    },
  },
  en: {
    blocking: 'To fix',
    toAccept: 'To confirm',
    head: ['Sheet', 'Cell', 'Code', 'What to do'],
    line: (n: string) => `row ${n}`,
    rows: 'Rows of time',
    ready: 'ready',
    toFix: 'to fix',
    leftOut: 'left out',
    time: 'Time of the ready rows',
    total: 'Total written in the file',
    ignored: 'Rows set aside',
    colon: ':',
    why: {
      total: 'total',
      blank: 'blank',
      title: 'title',
      hidden: 'hidden',
      'repeated-header': 'repeated header',
      'left-out': 'left out as asked',
    },
  },
} as const;

function listed(title: string, problems: readonly ListedProblem[], language: Language): string[] {
  if (problems.length === 0) return [];
  const { colon, head, line } = words[language];
  const inOrder = problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const rows = inOrder.map(({ sheet, cell, row, code, detail }) => [
    sheet ?? '',
    cell ?? (row === null ? '' : line(String(row))),
    code,
    detail[language],
  ]);
  return [`${title} (${whole(language, problems.length)})${colon}`, ...textTable([[...head], ...rows]), ''];
}

/** @returns the lines, none if there is no problem */
export const problemLines = (problems: readonly ListedProblem[], language: Language): string[] => [
  ...listed(
    words[language].blocking,
    problems.filter(({ blocking }) => blocking),
    language,
  ),
  ...listed(
    words[language].toAccept,
    problems.filter(({ blocking }) => !blocking),
    language,
  ),
];

function ignoredLine(ignored: readonly Ignored[], language: Language): string {
  const { why, colon, ignored: title } = words[language];
  const counts = [...Map.groupBy(ignored, (each) => each.why)].map(
    ([reason, those]) => `${whole(language, those.length)} ${why[reason]}`,
  );
  return `${title}${colon} ${whole(language, ignored.length)}${counts.length === 0 ? '' : ` (${counts.join(', ')})`}`;
}

/** @param leftOut lines that HR left out, where the ledger was asked */
export function countLines({ totals, ignored }: Reading, language: Language, leftOut = 0): string[] {
  const { leftOut: leftOutTitle, rows, ready, toFix, time: timeTitle, total, colon } = words[language];
  const count = (n: number): string => whole(language, n);
  return [
    `${rows}${colon} ${count(totals.rows)} = ${count(totals.ready)} ${ready} + ${count(totals.toFix)} ${toFix}${leftOut === 0 ? '' : ` + ${count(leftOut)} ${leftOutTitle}`}`,
    `${timeTitle}${colon} ${time(language, totals)}`,
    ...(totals.fileTotalMinutes === null ? [] : [`${total}${colon} ${minutes(language, totals.fileTotalMinutes)}`]),
    ignoredLine(ignored, language),
  ];
}
