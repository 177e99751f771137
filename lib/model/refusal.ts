// The one shape of an expected "no": a code out of a closed list, and what to do next in both languages.
import type { Bilingual } from './text.ts';

/** Codes never change once published; each has a section in docs/problems.md. */
export const refusalCodes = [
  // reading a file at all (exit 2)
  'not-a-spreadsheet',
  'old-xls',
  'html-disguised',
  'encrypted',
  'zip-bomb',
  'too-large',
  'too-many-rows',
  'empty',
  'no-header-found',
  'unsupported-layout',
  'undecodable-text',
  'unreadable-file',
  'invalid-declaration',
  'wrong-usage',
  // what is asked does not exist or may not be done (exit 1)
  'unknown-company',
  'unknown-developer',
  'unknown-foundation',
  'unknown-project',
  'unknown-person',
  'unknown-statement',
  'unknown-timesheet',
  'file-erased',
  'unknown-licence-change',
  'unknown-signing-key',
  'key-in-use',
  'signing-key-retired',
  'unknown-link',
  'unknown-page',
  'unknown-webhook',
  'webhook-refused',
  'invalid-siren',
  'not-allowed',
  'not-signed-in',
  'stale-form',
  'method-not-allowed',
  'unsupported-body',
  'invalid-input',
  'not-a-signatory',
  'own-hours',
  'own-employer',
  'problems-block',
  'nothing-to-post',
  'nothing-to-correct',
  'nothing-to-check',
  'nothing-to-complete',
  'month-complete',
  'already-posted-otherwise',
  'day-over-24h',
  'reason-needed',
  'nothing-to-confirm',
  'amount-out-of-range',
  'nothing-to-withdraw',
  'nothing-to-state',
  'already-decided',
  'used-by-statement',
  'repository-unreachable',
  'repository-refused',
  'git-missing',
  'evidence-kept',
  'unknown-book',
  'ledger-flawed',
  'archive-changed',
  'book-differs',
  'missing-pay',
  'missing-time-base',
  'missing-company-facts',
  'missing-turnover',
  'carry-contradicts',
  'earlier-year-not-stated',
  'no-figures-for-period',
  'scheme-not-issued',
  'scheme-not-computed',
  'scheme-needs-corporate-tax',
  'period-already-stated',
  'other-aid-not-declared',
  'payroll-below-cost',
  'statement-replaced',
  'not-prepared',
  'receipt-not-certified',
  'receipt-not-possible',
  'receipt-incomplete',
  'same-person',
  'books-moved',
  'identity-held-by-another',
  'address-not-reachable',
  'wrong-code',
  'wrong-signature',
  'login-refused',
  'proof-expired',
  'too-many-tries',
  'unknown-forge',
  'unknown-account',
  'forge-unreachable',
  'mail-not-set-up',
  'mail-not-sent',
  'not-in-log',
  'log-empty',
  'cosignature-refused',
  'time-stamp-failed',
  'time-stamp-not-set-up',
  // the log needs a person (exit 1)
  'log-out-of-order',
  // the machine (exit 2)
  'port-in-use',
  'invalid-settings',
  'data-directory-not-writable',
  'unwritable-file',
  'engine-missing',
  'ledger-busy',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** Codes whose exit code is 2 (unreadable input, wrong usage, the machine) instead of 1 (the answer is no). */
const unreadable: ReadonlySet<RefusalCode> = new Set([
  ...refusalCodes.slice(0, refusalCodes.indexOf('unknown-company')),
  ...refusalCodes.slice(refusalCodes.indexOf('port-in-use')),
]);

/** An expected refusal. `detail` says what is wrong, where, and what to do next. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: Bilingual;

  constructor(code: RefusalCode, detail: Bilingual, options?: ErrorOptions) {
    super(`${code}: ${detail.en}`, options);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }

  /** 1 = the answer is no; 2 = unreadable input or wrong usage. */
  get exitCode(): 1 | 2 {
    return unreadable.has(this.code) ? 2 : 1;
  }
}
