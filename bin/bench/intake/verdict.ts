// What a run of the bench may be refused for: other answers than ours, or more memory than we may take. Never a time.
import type { Bilingual } from '../../../lib/model/text.ts';
import type { Failure } from '../beside/beside-run.ts';
import type { Answer } from './answer.ts';
import { columns, madeLines } from './made-lines.ts';
import type { Measured } from './measure.ts';
import type { Job } from './readers.ts';

const linesQuoted = 3;

/** The cells of some rows of a made file. */
function quotes(rows: readonly number[], lines: number): Map<number, string> {
  const wanted = new Set(rows);
  const found = new Map<number, string>();
  let row = 1;
  for (const cells of madeLines(lines)) {
    row += 1;
    if (wanted.has(row)) found.set(row, columns.map((column, at) => `${column}=${cells[at]}`).join(' '));
    if (found.size === wanted.size) break;
  }
  return found;
}

/** The first lines that one of two takes and the other does not. */
function whereTheyPart(ours: Answer, theirs: Answer, { rows, reader }: Measured): Bilingual {
  const [our, their] = [new Set(ours.badRows), new Set(theirs.badRows)];
  const parted = [...our, ...their].filter((row) => our.has(row) !== their.has(row)).sort((a, b) => a - b);
  const quoted = quotes(parted.slice(0, linesQuoted), rows);
  const lines = [...quoted].map(([row, line]): Bilingual => {
    const refuses = our.has(row) ? 'communs' : reader;
    return {
      fr: `ligne ${row}, refusée par ${refuses} seul : ${line}`,
      en: `row ${row}, refused by ${refuses} alone: ${line}`,
    };
  });
  if (lines.length === 0) return { fr: 'les minutes des mêmes lignes', en: 'the minutes of the same lines' };
  const more = parted.length - lines.length;
  const rest = more === 0 ? [] : [{ fr: `et ${more} autres`, en: `and ${more} more` }];
  const all = [...lines, ...rest];
  return { fr: all.map(({ fr }) => fr).join(' ; '), en: all.map(({ en }) => en).join('; ') };
}

const told = ({ ok, bad, minutes }: Answer): string => `ok ${ok}, bad ${bad}, minutes ${minutes}`;
const same = (one: Answer, other: Answer): boolean => JSON.stringify(one) === JSON.stringify(other);

/** @param measured of one job at one size, ours first */
export function failuresOf(job: Job, measured: readonly Measured[]): Failure[] {
  const [ours, ...others] = measured;
  const failures: Failure[] = [];
  const answer = ours?.answer;
  if (ours === undefined || answer === undefined || answer === null) throw new Error('bench: no answer of our own');
  const about = `${job.name}, ${ours.rows}`;
  for (const other of others) {
    if (other.answer === null || same(other.answer, answer)) continue;
    const where = whereTheyPart(answer, other.answer, other);
    const both = `${about}: communs ${told(answer)}; ${other.reader} ${told(other.answer)}`;
    failures.push({ code: 'answers-differ', says: { fr: `${both}. ${where.fr}`, en: `${both}. ${where.en}` } });
  }
  if (ours.peakMebibytes > job.boundMebibytes) {
    const peak = Math.round(ours.peakMebibytes);
    failures.push({
      code: 'memory-bound',
      says: {
        fr: `${about} : ${peak} Mio de mémoire, pour ${job.boundMebibytes} au plus`,
        en: `${about}: ${peak} MiB of memory, for ${job.boundMebibytes} at most`,
      },
    });
  }
  return failures;
}
