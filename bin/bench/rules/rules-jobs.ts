// The jobs of the rules bench: tax lines, and a company's whole year, beside what somebody would write by hand with BigInt and with decimal.js.
import type { Failure } from '../beside/beside-run.ts';
import { differs, type Job, type Line } from '../beside/jobs.ts';
import { publishedAnswer } from './made-lines.ts';

/** Names of the ways, as they stand in the table. */
export const ours = 'communs';
export const byHand = 'BigInt, by hand';
export const decimal = 'decimal.js, by hand';

const waysOf = (job: 'lines' | 'year'): Job['ways'] => [
  { way: ours, entry: `rules/${job}-ours`, packages: [] },
  { way: byHand, entry: `rules/${job}-bigint`, packages: [], oursAtMost: 3 },
  { way: decimal, entry: `peers/decimal-${job}`, packages: ['decimal.js'], oursAtMost: 0.05 },
];

export const rulesJobs: readonly Job[] = [
  {
    ...{ job: 'lines', ways: waysOf('lines'), goalsFrom: 100_000 },
    name: { fr: 'lignes', en: 'lines' },
    title: {
      fr: 'lignes d’impôt : quarts d’heure × centimes, forfait, part, arrondies à chaque étape de chaque ligne',
      en: 'tax lines: quarter hours × cents, flat rate, share, rounded at each step of each line',
    },
  },
  {
    ...{ job: 'year', ways: waysOf('year'), goalsFrom: 100_000 },
    name: { fr: 'année', en: 'year' },
    title: {
      fr: 'l’année d’une société : toutes ses lignes de temps appréciées, puis calculées, arrondies une fois',
      en: 'a company’s year: all its entries assessed, then computed, rounded once',
    },
  },
];

const publishedSize = 1_000_000;

/** A million lines come to the published sums. */
export const notPublished = (lines: readonly Line[]): Failure[] =>
  lines
    .filter(({ job, size, way }) => job === 'lines' && size === publishedSize && way === ours)
    .flatMap((line) => differs(line, publishedAnswer, 'published'));
