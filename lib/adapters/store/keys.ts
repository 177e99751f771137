// The one builder of keys. Tenant or book comes first in each; `#` parts the pieces, so none of theirs may hold one.
import { partitionsOf } from './table-definition.ts';

/** Partition key and sort key of one item. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

function checked(owner: string): string {
  if (owner === '' || owner.includes('#')) throw new Error(`store: ${JSON.stringify(owner)} cannot own a key`);
  return owner;
}

const owned = (prefix: string, owner: string, ...rest: readonly (string | number)[]): string =>
  [`${prefix}${checked(owner)}`, ...rest].join('#');

/** DynamoDB takes no empty key. */
function at(pk: string, sk: string): Key {
  if (sk === '') throw new Error(`store: an empty name under ${pk}`);
  return { pk, sk };
}

/** A million facts a day fill twelve digits in 2,700 years. */
const seqDigits = 12;

/** Zero-padded, so that the order of texts is the order of numbers. */
export function seqText(seq: number): string {
  const text = String(seq).padStart(seqDigits, '0');
  if (!Number.isSafeInteger(seq) || seq < 0 || text.length > seqDigits) throw new Error(`store: no seq: ${seq}`);
  return text;
}

export const factPartition = (book: string): string => owned(partitionsOf.facts, book);
export const factKey = (book: string, seq: number): Key => at(factPartition(book), seqText(seq));
export const bookNameKey = (book: string): Key => at(partitionsOf.bookNames, checked(book));

/** A partition of its own for each chunk: uploads of one company never meet one hot key. */
export const chunkKey = (tenant: string, root: string, index: number): Key =>
  at(owned(partitionsOf.batches, tenant, root, index), '-');

export const viewPartition = (book: string, partition: string): string => owned(partitionsOf.views, book, partition);

/** @param name `a/b/c`: partition `a/b`, sort key `c` */
export function viewKey(book: string, name: string): Key {
  const cut = name.lastIndexOf('/');
  return at(viewPartition(book, name.slice(0, Math.max(cut, 0))), name.slice(cut + 1));
}

export const directoryPartition = (tenant: string, kind: string): string => owned(partitionsOf.directory, tenant, kind);
export const directoryKey = (tenant: string, kind: string, key: string): Key =>
  at(directoryPartition(tenant, kind), key);

export const saltKeyKey = (owner: string): Key => at(owned(partitionsOf.saltKeys, owner), '-');

export const accessPartition = (subject: string): string => owned(partitionsOf.access, subject);
export const accessKey = (subject: string, line: string): Key => at(accessPartition(subject), line);

export const logRunPartition = (book: string): string => owned(partitionsOf.logRuns, book);
/** By its last fact: the first run from a seq on is the one that holds it. */
export const logRunKey = (book: string, last: number): Key => at(logRunPartition(book), seqText(last));
export const logBookKey = (book: string): Key => at(partitionsOf.logBooks, checked(book));
export const logYearKey = (year: number): Key => at(partitionsOf.logYears, String(year));

export const waitingPartition = (book: string): string => owned(partitionsOf.waiting, book);
export const waitingNameKey = (book: string): Key => at(partitionsOf.waitingNames, checked(book));

/** @returns the book whose fact has this partition key; null for everything that is no fact */
export const bookOfPartition = (pk: string): string | null =>
  pk.startsWith(partitionsOf.facts) ? pk.slice(partitionsOf.facts.length) : null;
