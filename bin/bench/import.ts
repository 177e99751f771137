// What an import writes, in units of DynamoDB: a count, the same on a busy machine and on a quiet one.
import type { Ports } from '../../lib/ports.ts';
import { type PostAnswer, postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { type BenchCase, stopwatch } from './bench-case.ts';
import { type MadeCompany, madeFile, makeCompany, makeRegistry, project } from './made-company.ts';
import { daysFor, madeTimesheet } from './made-timesheet.ts';
import { type Units, unitsOf } from './metered-engine.ts';
import { openMetered } from './open-metered.ts';

function post(ports: Ports, { company, hr, matricules }: MadeCompany, rows: number): Promise<PostAnswer> {
  const file = madeFile('import.csv', madeTimesheet(matricules, project, rows));
  return postTimesheet(ports, { company, by: hr, file, year: 2025, accept: [] });
}

/** What one import took, parted as a reader of the bill would ask. */
export interface ImportUnits {
  /** Fact, chunks and views of the company's book. */
  readonly own: number;
  /** The same of the books of the people whose time it is. */
  readonly claims: number;
  /** Keys of salts, made once for each person. */
  readonly keys: number;
  readonly all: number;
  readonly read: number;
  readonly calls: number;
}

export function importUnits(units: Units): ImportUnits {
  const all = unitsOf(units, () => true);
  const written = (isMeant: (partition: string) => boolean): number => unitsOf(units, isMeant).write;
  return {
    own: written((partition) => /^(book|batch|view)#company$/.test(partition)),
    claims: written((partition) => /^(book|batch|view)#person$/.test(partition)),
    keys: written((partition) => partition.startsWith('salt#')),
    all: all.write,
    read: all.read,
    calls: all.calls,
  };
}

export const importCase: BenchCase = {
  summary: {
    fr: 'unités d’écriture par ligne de temps, toutes les adresses étant acceptées : un mois, un trimestre, une année',
    en: 'write units a line of time, every address being accepted: a month, a quarter, a year',
  },
  sizes: [22, 500, 20_000],
  run: async (rows, bench) => {
    const { ports, meter } = await openMetered(bench);
    await makeRegistry(ports);
    const made = await makeCompany(ports, Math.ceil(rows / daysFor(rows)));
    meter.take();
    const seconds = stopwatch();
    const answer = await post(ports, made, rows);
    const took = seconds();
    const { own, claims, keys, all, read, calls } = importUnits(meter.take());
    if (!('receipt' in answer) || answer.receipt.entries !== rows) throw new Error(`import: not ${rows} entries`);
    await post(ports, made, rows);
    const again = importUnits(meter.take());
    return {
      seconds: took,
      figures: {
        developers: { label: { fr: 'personnes', en: 'people' }, value: made.matricules.length },
        unitsPerEntry: { label: { fr: 'unités d’écriture par ligne', en: 'write units a line' }, value: all / rows },
        writeUnits: { label: { fr: 'unités d’écriture', en: 'write units' }, value: all },
        ownUnits: { label: { fr: 'dont livre de la société', en: 'of these, the company’s book' }, value: own },
        claimUnits: { label: { fr: 'dont livres des personnes', en: 'of these, people’s books' }, value: claims },
        keyUnits: { label: { fr: 'dont clés, une seule fois', en: 'of these, keys, made once' }, value: keys },
        readUnits: { label: { fr: 'unités de lecture', en: 'read units' }, value: read },
        calls: { label: { fr: 'appels', en: 'calls' }, value: calls },
        unitsAgain: {
          label: { fr: 'unités d’écriture, même fichier une seconde fois', en: 'write units, the same file again' },
          value: again.all,
        },
      },
    };
  },
};
