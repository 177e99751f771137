// Every address of the portal. Segments are encoded, so that an id can never climb out of its place.

const path = (...segments: readonly (string | number)[]): string =>
  segments.map((segment) => `/${encodeURIComponent(segment)}`).join('');

export const addresses = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  verify: '/verify',
  status: '/status',
  methodology: '/methodology',
  log: '/log',
  logCheckpoint: (year: number): string => path('log', year, 'checkpoint'),

  /**
   * GET with `company`, `year`, `month`, `tick` (`open`), and of the history `state`, `by`, `period`, each of which may be
   * empty; POST `company`, `year`, `file` (multipart).
   */
  hrTimesheets: '/hr/timesheets',
  /** GET: `modele-feuille-de-temps` or `timesheet-template`, `.xlsx` or `.ods`. */
  hrTemplate: (file: string): string => path('hr', 'templates', file),
  /** POST `company`, `year`, `file` (multipart): half-days of absence. */
  hrAbsences: '/hr/absences',
  /** GET with `choices`, `view` (`rules` | `rows`), `code`; POST `choices`, `accept` (several), `reason:<code>` to post what was previewed. */
  hrPreview: (company: string, year: number, sha256: string): string => path('hr', 'previews', company, year, sha256),
  /** GET with `choices`: how the file is to be read. */
  hrChange: (company: string, year: number, sha256: string): string =>
    path('hr', 'previews', company, year, sha256, 'change'),
  /** POST one kind of choice, beside the `choices` that it changes: see web/hr-change.ts and web/parts/ways-to-fix.ts. */
  hrChoices: (company: string, year: number, sha256: string): string =>
    path('hr', 'previews', company, year, sha256, 'choices'),
  /** GET with `choices`: the file with its bad cells coloured and commented. */
  hrCopy: (company: string, year: number, sha256: string): string =>
    path('hr', 'previews', company, year, sha256, 'copy'),
  hrReceipt: (company: string, timesheet: string): string => path('hr', 'receipts', company, timesheet),
  hrReceiptFile: (company: string, timesheet: string): string =>
    path('hr', 'receipts', company, timesheet, 'receipt.json'),
  hrUndo: (company: string, timesheet: string): string => path('hr', 'receipts', company, timesheet, 'undo'),
  /** POST `developer` (several): all their time of the month is declared. */
  hrComplete: (company: string, month: string): string => path('hr', 'months', company, month, 'complete'),
  hrMonth: (company: string, month: string, developer: string): string =>
    path('hr', 'months', company, month, developer),
  /** POST `reason`. */
  hrReopen: (company: string, month: string, developer: string): string =>
    path('hr', 'months', company, month, developer, 'reopen'),
  /** POST `day`, `project`, `direction` (`add` | `take`), `hours` and `minutes` or `halfDays`, `reason`. */
  hrCorrect: (company: string, month: string, developer: string): string =>
    path('hr', 'months', company, month, developer, 'correct'),

  /** GET with `company` as filter. */
  hrErasures: '/hr/erasures',
  /** GET: what goes and what stays; POST `step` (`ask` | `carry-out`), `ground`, `typed`. */
  hrErasure: (company: string, developer: string): string => path('hr', 'erasures', company, developer),

  /** GET; POST `author`, `again`: an outside author objects. */
  registrarObjections: '/registrar/objections',

  developerMonths: '/developer/months',
  developerMonth: (company: string, month: string): string => path('developer', 'months', company, month),
  /** POST `entry` (several): all that she saw and does not contest. */
  developerCheck: (company: string, month: string): string => path('developer', 'months', company, month, 'check'),
  /** POST `entry` (one), `comment`. */
  developerContest: (company: string, month: string): string => path('developer', 'months', company, month, 'contest'),
  /** POST `entry` (one): contested, and right after all. */
  developerLift: (company: string, month: string): string => path('developer', 'months', company, month, 'lift'),
  /** POST `entry` (one), `comment`, `link` (may be empty): what shows work without a trace. */
  developerShow: (company: string, month: string): string => path('developer', 'months', company, month, 'show'),
  /** POST `evidence`: what she gave, taken back. */
  developerTakeBack: (company: string, month: string): string =>
    path('developer', 'months', company, month, 'take-back'),
  /** All that is held on her at one employer; and the same as a file. */
  developerHeld: (company: string): string => path('developer', 'held', company),
  developerHeldFile: (company: string): string => path('developer', 'held', company, 'held.json'),
  /** POST: she asks to be erased. */
  developerErasure: (company: string): string => path('developer', 'held', company, 'erasure'),
  /** GET with `company`; POST `company`, `identity`, `answer` (`accept` | `not-me`), and `month` where her month asked. */
  developerIdentities: '/developer/identities',
  /** POST `company`, `identity`, `answer` (`ended` | `never`), `until`. */
  developerUnlink: '/developer/identities/unlink',
  /** POST `company`, `address`, and what she says of the days: see web/parts/prove-forms.ts. */
  developerCode: '/developer/identities/code',
  /** POST `company`, `request`, `code`. */
  developerCodeAnswer: '/developer/identities/code/answer',
  /** POST `company`, `host`, `login`, days as above. */
  developerChallenge: '/developer/identities/challenge',
  /** POST `company`, `request`, `signature`. */
  developerSignature: '/developer/identities/challenge/answer',
  /** POST `company`, `host`, days as above; GET `state`, `code` or `error`, where the forge sends her back. */
  developerLogin: '/developer/identities/login',
  /** POST `company`: what commits under her name. */
  developerNameSearch: '/developer/identities/search',

  /** GET with `foundation` as filter; POST one answer (see web/foundation-list.ts). */
  foundationList: '/foundation/confirmations',

  /** GET with `foundation` as filter. */
  foundationReceipts: '/foundation/receipts',
  /** GET: what it would say; POST `certified`, `language` to issue it. */
  foundationReceipt: (foundation: string, company: string, statement: string): string =>
    path('foundation', 'receipts', foundation, company, statement),
  foundationReceiptFile: (foundation: string, number: string, name: string): string =>
    path('foundation', 'receipts', foundation, 'issued', number, name),

  /** GET with `company` as filter; POST `company`, `scheme`, `year` to prepare. */
  financeStatements: '/finance/statements',
  /** GET with `year`, `support`, each of which may be empty: a preview. */
  financeCompare: (company: string): string => path('finance', 'companies', company, 'compare'),
  /** GET with `year` and `scheme`, each of which may be empty: what is open before a statement. */
  financeChecklist: (company: string): string => path('finance', 'companies', company, 'checklist'),
  /** GET with `year`; POST `topic`, `year`, `period.from`, `period.to` and the fields of one point: see web/finance-declarations.ts. */
  financeDeclarations: (company: string): string => path('finance', 'companies', company, 'declarations'),
  financeStatement: (company: string, statement: string): string => path('finance', 'statements', company, statement),
  financeIssue: (company: string, statement: string): string =>
    path('finance', 'statements', company, statement, 'issue'),
  /** POST `preset`, `format`, `language`: the file itself is the answer. */
  financeExport: (company: string, statement: string): string =>
    path('finance', 'statements', company, statement, 'export'),
  financeFile: (company: string, statement: string, name: string): string =>
    path('finance', 'statements', company, statement, 'files', name),
  financeReceiptFile: (company: string, foundation: string, number: string, name: string): string =>
    path('finance', 'receipts', company, foundation, number, name),
  /** POST `level`, `audience`, `emailDomain`, `code` (`paper` | `mail`), `expires`. */
  financeLinks: (company: string, statement: string): string =>
    path('finance', 'statements', company, statement, 'links'),
  /** POST `text`. */
  financeAnswer: (company: string, note: string): string => path('finance', 'notes', company, note, 'answer'),
  financeRevoke: (company: string, link: string): string => path('finance', 'links', company, link, 'revoke'),

  /** GET; POST `secret`, `siren`, `code`. */
  link: (token: string): string => path('v', token),
  /** POST `secret`, `siren`, `email`: a code by mail. */
  linkCode: (token: string): string => path('v', token, 'code'),
  linkStatement: (link: string): string => path('auditor', link),
  linkLine: (link: string, line: number, month: string): string => path('auditor', link, 'lines', line, month),
  /** GET with `method`, `size`, `word`, each of which may be empty. */
  linkSample: (link: string): string => path('auditor', link, 'sample'),
  linkSampleFile: (
    link: string,
    { method, size, word }: { readonly method: string; readonly size: number; readonly word: string },
  ): string =>
    `${path('auditor', link, 'sample', 'sample.xlsx')}?${new URLSearchParams({ method, size: String(size), word })}`,
  /** GET with `on`, a day; empty = today. */
  linkChanges: (link: string): string => path('auditor', link, 'changes'),
  linkFindings: (link: string): string => path('auditor', link, 'findings'),
  /** GET; POST `line`, `month` (both empty: about the whole statement), `text`. */
  linkNotes: (link: string): string => path('auditor', link, 'notes'),
  linkFile: (link: string, name: string): string => path('auditor', link, 'files', name),
} as const;
