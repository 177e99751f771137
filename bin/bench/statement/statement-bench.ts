// communs bench statement: what a statement with a million lines behind it is made of, each part beside what others would take.
import type { Job } from '../beside/jobs.ts';
import { jobsBench } from '../beside/jobs-bench.ts';

const ours = 'communs';

export const statementJobs: readonly Job[] = [
  {
    ...{ job: 'merkle', goalsFrom: 100_000 },
    name: { fr: 'racine', en: 'root' },
    title: {
      fr: 'racine RFC 6962 d’autant d’enregistrements de 68 octets',
      en: 'RFC 6962 root of so many records of 68 bytes',
    },
    ways: [
      { way: ours, entry: 'statement/merkle-ours', packages: [] },
      { way: 'crypto.hash, by hand', entry: 'statement/merkle-loop', packages: [], oursAtMost: 0.5 },
      { way: 'hash-wasm, by hand', entry: 'peers/hash-wasm', packages: ['hash-wasm'] },
    ],
  },
  {
    ...{ job: 'json', goalsFrom: 10_000, share: 0.1 },
    name: { fr: 'JSON canonique', en: 'canonical JSON' },
    title: {
      fr: 'JSON canonique (RFC 8785) d’autant d’objets de dix membres',
      en: 'canonical JSON (RFC 8785) of so many objects of ten members',
    },
    ways: [
      { way: ours, entry: 'statement/json-ours', packages: [] },
      { way: 'canonicalize', entry: 'peers/canonicalize', packages: ['canonicalize'], oursAtMost: 0.4 },
      { way: 'JSON.stringify (floor)', entry: 'statement/json-stringify', packages: [], oursAtMost: 2 },
    ],
  },
  {
    ...{ job: 'xlsx', goalsFrom: 100_000, mebibytesAtMost: 128 },
    name: { fr: 'classeur', en: 'workbook' },
    title: {
      fr: 'classeur d’autant de lignes de dix colonnes, dans un fichier',
      en: 'workbook of so many rows of ten columns, into a file',
    },
    ways: [
      { way: ours, entry: 'statement/xlsx-ours', packages: [] },
      { way: 'exceljs, stream', entry: 'peers/exceljs-rows', packages: ['exceljs'], oursAtMost: 1 },
      { way: 'text + deflate (floor)', entry: 'statement/xlsx-floor', packages: [], oursAtMost: 1.25 },
    ],
  },
  {
    ...{ job: 'pdf', goalsFrom: 6_000, share: 0.006, mebibytesAtMost: 128 },
    name: { fr: 'PDF', en: 'PDF' },
    title: {
      fr: 'PDF d’autant de lignes de cinq cellules (le nôtre balisé, avec ses polices)',
      en: 'PDF of so many lines of five cells (ours tagged, with its fonts)',
    },
    ways: [
      { way: ours, entry: 'statement/pdf-ours', packages: [] },
      { way: 'pdfkit, untagged', entry: 'peers/pdfkit', packages: ['pdfkit'], oursAtMost: 0.8 },
      { way: 'pdf-lib, untagged', entry: 'peers/pdf-lib', packages: ['pdf-lib'] },
    ],
  },
];

export const statementBench = jobsBench({ bench: 'statement', jobs: statementJobs, sizes: [100_000, 1_000_000] });
