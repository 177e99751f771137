// One line for each person, project and month: the same in workbooks and in CSV.
import { countedOf } from '../model/counted.ts';
import type { Bilingual } from '../model/text.ts';
import type { LineDisclosure, LineMonth, StatementPayload } from './payload.ts';

export interface MonthLine extends LineMonth {
  /** `L3-2025-04`: `line-3` of the disclosures, in that month. It names nobody, and holds on this statement only. */
  readonly id: string;
  readonly line: number;
  readonly person: number;
  readonly project: string;
}

export const monthLineId = (line: number, month: string): string => `L${line}-${month}`;

/** In order of line, then month. */
export function* monthLines(lines: Iterable<LineDisclosure>): Generator<MonthLine> {
  let line = 0;
  for (const { person, project, months } of lines) {
    line += 1;
    for (const each of months) yield { ...each, id: monthLineId(line, each.month), line, person, project };
  }
}

/** Where the time of a month ended, as one word a code. */
export type MonthStatus = 'counted' | 'partly-counted' | 'awaiting' | 'refused' | 'withdrawn';

export const statusTexts: Readonly<Record<MonthStatus, Bilingual>> = {
  counted: { fr: 'retenu', en: 'counted' },
  'partly-counted': { fr: 'retenu en partie', en: 'counted in part' },
  awaiting: { fr: 'en attente', en: 'awaiting' },
  refused: { fr: 'écarté', en: 'refused' },
  withdrawn: { fr: 'retiré', en: 'withdrawn' },
};

export function monthStatus({
  minutes,
  halfDays,
  refused,
}: Pick<LineMonth, 'minutes' | 'halfDays' | 'refused'>): MonthStatus {
  const all = halfDays === undefined ? [minutes] : [minutes, halfDays];
  const isAllCounted = all.every((amounts) => countedOf(amounts) === amounts.declared);
  if (all.some((amounts) => countedOf(amounts) > 0)) return isAllCounted ? 'counted' : 'partly-counted';
  if (all.some(({ awaiting }) => awaiting > 0)) return 'awaiting';
  return refused.length > 0 ? 'refused' : 'withdrawn';
}

/** Numbers by which people speak of confirmations: `C1` and on, in the order of the signed text. */
export const confirmationNumbers = ({ projects }: StatementPayload): ReadonlyMap<string, string> =>
  new Map(projects.flatMap(({ confirmations }) => confirmations).map(({ digest }, i) => [digest, `C${i + 1}`]));
