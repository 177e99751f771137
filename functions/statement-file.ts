// The files of a statement and of a receipt, as addresses name them, and the type that each is sent as.
import * as z from 'zod';
import { financeFileNames, linkFileNames } from '../lib/use-cases/read-statement.ts';
import { receiptFileNames } from '../lib/use-cases/receipts-seen.ts';

export const financeFileName = z.enum(financeFileNames);
export const linkFileName = z.enum(linkFileNames);
export const receiptFileName = z.enum(receiptFileNames);

const types: Readonly<Record<string, string>> = {
  jws: 'application/jose',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** @param name of a file that we make; only how it ends counts */
export const typeOf = (name: string): string =>
  name === 'jwks.json' ? 'application/jwk-set+json' : types[name.slice(name.lastIndexOf('.') + 1)]!;
