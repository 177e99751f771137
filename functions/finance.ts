// What finance may ask: one function in the cloud.
import type { Endpoint } from '../lib/edge/endpoint.ts';
import { answerNote } from './answer-note.ts';
import { compareSchemes } from './compare-schemes.ts';
import { declareYear } from './declare-year.ts';
import { downloadOwnReceipt } from './download-own-receipt.ts';
import { downloadStatementFile } from './download-statement-file.ts';
import { exportStatement } from './export-statement.ts';
import { issueLink } from './issue-link.ts';
import { issueStatement } from './issue-statement.ts';
import { listStatements } from './list-statements.ts';
import { prepareStatement } from './prepare-statement.ts';
import { revokeLink } from './revoke-link.ts';
import { showChecklist } from './show-checklist.ts';
import { showDeclarations } from './show-declarations.ts';
import { showStatement } from './show-statement.ts';

export const financeEndpoints: readonly Endpoint[] = [
  listStatements,
  compareSchemes,
  showChecklist,
  showDeclarations,
  declareYear,
  prepareStatement,
  showStatement,
  issueStatement,
  downloadStatementFile,
  downloadOwnReceipt,
  exportStatement,
  issueLink,
  revokeLink,
  answerNote,
];
