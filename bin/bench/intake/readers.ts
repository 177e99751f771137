// Who reads what in the intake bench: our reader first, then what somebody would take instead, then the floor.
import type { Bilingual } from '../../../lib/model/text.ts';

export interface Reader {
  readonly name: string;
  /** Its file in bin/bench, without the ending. */
  readonly entry: string;
  /** Out of the folder of the peers. */
  readonly packages: readonly string[];
}

export interface Job {
  readonly name: 'csv' | 'xlsx';
  readonly summary: Bilingual;
  /** Lines, without `--rows`: a size and a larger one. */
  readonly sizes: readonly number[];
  readonly mostLines: number;
  /** Most memory that our reader may hold, at any size. */
  readonly boundMebibytes: number;
  /** Ours is the first. */
  readonly readers: readonly Reader[];
}

const communs: Reader = { name: 'communs', entry: 'intake/ours', packages: [] };

export const jobs: readonly Job[] = [
  {
    name: 'csv',
    summary: { fr: 'CSV de huit colonnes, lu et vérifié', en: 'a CSV of eight columns, read and checked' },
    sizes: [100_000, 1_000_000],
    mostLines: 1_000_000,
    boundMebibytes: 128,
    readers: [
      communs,
      { name: 'udsv+zod', entry: 'peers/udsv', packages: ['udsv', 'zod'] },
      { name: 'csv-parse-stream+zod', entry: 'peers/csv-parse', packages: ['csv-parse', 'zod'] },
      { name: 'papaparse+zod', entry: 'peers/papaparse', packages: ['papaparse', 'zod'] },
      { name: 'duckdb', entry: 'peers/duckdb', packages: ['@duckdb/node-api'] },
      { name: 'floor-scan', entry: 'intake/floor-csv', packages: [] },
    ],
  },
  {
    name: 'xlsx',
    summary: {
      fr: 'classeur XLSX des mêmes lignes, textes partagés',
      en: 'an XLSX workbook of the same lines, shared texts',
    },
    sizes: [100_000, 200_000],
    mostLines: 200_000,
    boundMebibytes: 256,
    readers: [
      communs,
      { name: 'hucre', entry: 'peers/hucre', packages: ['hucre'] },
      { name: 'exceljs-stream', entry: 'peers/exceljs', packages: ['exceljs'] },
      { name: 'floor-inflate+walk', entry: 'intake/floor-xlsx', packages: [] },
    ],
  },
];
