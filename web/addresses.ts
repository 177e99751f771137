// Every address of the portal. Segments are encoded, so that an id can never climb out of its place.

const path = (...segments: readonly (string | number)[]): string =>
  segments.map((segment) => `/${encodeURIComponent(segment)}`).join('');

export const addresses = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  verify: '/verify',
  status: '/status',

  /** GET with `company`, `year` as filters; POST `company`, `year`, `file` (multipart). */
  hrTimesheets: '/hr/timesheets',
  /** GET; POST `accept` (several) to post what was previewed. */
  hrPreview: (company: string, year: number, sha256: string): string => path('hr', 'previews', company, year, sha256),
  hrReceipt: (company: string, timesheet: string): string => path('hr', 'receipts', company, timesheet),
  hrUndo: (company: string, timesheet: string): string => path('hr', 'receipts', company, timesheet, 'undo'),

  developerMonths: '/developer/months',
  developerMonth: (company: string, month: string): string => path('developer', 'months', company, month),
  /** POST `entry` (several): all that she saw and does not contest. */
  developerCheck: (company: string, month: string): string => path('developer', 'months', company, month, 'check'),
  /** POST `entry` (one), `comment`. */
  developerContest: (company: string, month: string): string => path('developer', 'months', company, month, 'contest'),
  /** POST `entry` (one): contested, and right after all. */
  developerLift: (company: string, month: string): string => path('developer', 'months', company, month, 'lift'),
  /** POST `company`, `month`, `identity`, `answer` (`accept` | `not-me`). */
  developerIdentities: '/developer/identities',

  /** GET with `foundation` as filter; POST one answer (see web/foundation-list.ts). */
  foundationList: '/foundation/confirmations',

  /** GET with `company` as filter; POST `company`, `scheme`, `year` to prepare. */
  financeStatements: '/finance/statements',
  financeStatement: (company: string, statement: string): string => path('finance', 'statements', company, statement),
  financeIssue: (company: string, statement: string): string =>
    path('finance', 'statements', company, statement, 'issue'),
  financeFile: (company: string, statement: string, name: string): string =>
    path('finance', 'statements', company, statement, 'files', name),
  /** POST `level`, `audience`, `emailDomain`, `expires`. */
  financeLinks: (company: string, statement: string): string =>
    path('finance', 'statements', company, statement, 'links'),
  financeRevoke: (company: string, link: string): string => path('finance', 'links', company, link, 'revoke'),

  /** GET; POST `secret`, `siren`, `code`. */
  link: (token: string): string => path('v', token),
  linkStatement: (link: string): string => path('auditor', link),
  linkLine: (link: string, line: number, month: string): string => path('auditor', link, 'lines', line, month),
  linkFile: (link: string, name: string): string => path('auditor', link, 'files', name),
} as const;
