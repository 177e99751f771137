// What a foundation's signatory may ask: one function in the cloud.
import type { Endpoint } from '../lib/edge/endpoint.ts';
import { answerContributions } from './answer-contributions.ts';
import { downloadReceipt } from './download-receipt.ts';
import { issueReceipt } from './issue-receipt.ts';
import { listConfirmations } from './list-confirmations.ts';
import { listReceipts } from './list-receipts.ts';
import { showReceiptDraft } from './show-receipt-draft.ts';

export const foundationEndpoints: readonly Endpoint[] = [
  listConfirmations,
  answerContributions,
  listReceipts,
  showReceiptDraft,
  issueReceipt,
  downloadReceipt,
];
