// Which partitions of a book's views there are: to find an item that no fact made, one must know where to look.
import type { BookKind } from '../kinds.ts';

/** Of each kind of book; '' holds the names of one segment. */
export const fixedPartitions: Readonly<Record<BookKind, readonly string[]>> = {
  registry: ['', 'causes', 'foundations', 'keys', 'objections', 'projects', 'standings', 'ties'],
  company: [
    '',
    'answers',
    'causes',
    'checks',
    'claimed',
    'completions',
    'developers',
    'erasures',
    'erasures-asked',
    'evidence',
    'files',
    'fiscal-years',
    'links',
    'month-names',
    'notes',
    'orders',
    'pay',
    'payroll-ties',
    'postings',
    'prepared',
    'secondments',
    'staff-informed',
    'statements',
    'subsidies',
  ],
  repo: ['', 'causes', 'licences', 'pulls', 'rewrites'],
  person: ['', 'causes', 'claim-companies', 'identities'],
  foundation: ['', 'causes', 'receipts'],
};

/** How the others begin: what follows is a value out of a fact (a month, a person). */
export const partitionFamilies: readonly string[] = [
  'claims/',
  'complete/',
  'licence-decisions/',
  'months/',
  'returns/',
  'signatories/',
  'signatory-names/',
  'year-answers/',
];

/** All of a view's name but its last segment. */
export const partitionOf = (name: string): string => name.slice(0, Math.max(name.lastIndexOf('/'), 0));
