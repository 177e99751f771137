// The answer without which no statement with amounts is prepared: the company received no other aid for this work.
import type { Ports } from '../lib/ports.ts';
import { declareYear } from '../lib/use-cases/declare-year.ts';

/** @param asked `by`: somebody of its finance; `year`: the calendar year, or other days of a fiscal year */
export const sayNoOtherAid = (
  ports: Ports,
  asked: {
    readonly company: string;
    readonly by: string;
    readonly year: number | { readonly from: string; readonly to: string };
  },
) => {
  const { company, by, year } = asked;
  const period = typeof year === 'number' ? { from: `${year}-01-01`, to: `${year}-12-31` } : year;
  const text = JSON.stringify({ period, otherAid: { answer: 'no' } });
  return declareYear(ports, {
    company,
    by,
    file: { name: 'declarations.json', bytes: new TextEncoder().encode(text) },
  });
};
