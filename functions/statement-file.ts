// The files of a statement, as addresses name them, and the type that each is sent as.
import * as z from 'zod';
import { type StatementFileName, statementFileNames } from '../lib/use-cases/read-statement.ts';

export const fileName = z.enum(statementFileNames);
export const fileTypes: Readonly<Record<StatementFileName, string>> = {
  'statement.jws': 'application/jose',
  'status.jws': 'application/jose',
  'statement.json': 'application/json',
  'jwks.json': 'application/jwk-set+json',
  'disclosures.txt': 'text/plain; charset=utf-8',
  'statement.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'bundle.names.zip': 'application/zip',
  'bundle.lines.zip': 'application/zip',
  'bundle.totals.zip': 'application/zip',
};
