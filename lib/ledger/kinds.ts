// The closed list of what a fact may say, by book. Old versions are read for ever; test/golden keeps one of each.
import * as z from 'zod';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
/** A day of the calendar: no 30 February. */
const day = z.iso.date();
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const id = z.string().min(1).max(120);
const label = z.string().min(1).max(200);
const commit = z.string().regex(/^[0-9a-f]{40}$/);
const count = z.int().min(0);
const unit = z.enum(['minute', 'half-day']);
const interval = { from: day, to: day.nullable() };

/** Where the rows behind a fact are, and the root that names them. */
const batch = z.strictObject({
  root: hex,
  rows: count,
  chunks: count,
  place: z.enum(['table', 'files']),
});
export type BatchRef = z.infer<typeof batch>;

/** How a return calls its form or one of its lines: `2069-RCI-SD`, `XG`. No sentence fits in it. */
const formCode = z.string().regex(/^[\p{L}\d][\p{L}\d ./-]{0,39}$/u);

const coordinate = z.string().regex(/^[\w-]{43}$/);
/** A public key, as a JWK has it: the required members alone (RFC 7518, section 6.2.1; RFC 8037, section 2). */
const publicKey = z.discriminatedUnion('kty', [
  z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate }),
  z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: coordinate }),
]);
export type PublishedKey = z.infer<typeof publicKey>;

const head = z.strictObject({ book: id, seq: z.int().min(-1), digest: hex });
export type Head = z.infer<typeof head>;

const repository = { id, url: z.string().min(1).max(300) };

/** Why somebody is erased: she asked; the time for which evidence is kept is over; an author objected (GDPR, articles 17 and 21). */
export const erasureGrounds = ['request', 'term', 'objection'] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

const period = z.strictObject({ from: day, to: day });
const sums = { minutes: z.int(), halfDays: z.int() };

/**
 * What was lawfully erased. The list is a batch under the book's own key, never erased itself: rows of other batches that may be gone,
 * and sealed files. Who decided stands in one book; in the others `decided` is the digest of that fact.
 */
const erasure = z.strictObject({
  /** The company's alias of a developer, in that company's book; else null. */
  developer: id.nullable(),
  /** The keyed hash of an author who objected, in the registry's book; else null. */
  author: hex.nullable(),
  ground: z.enum(erasureGrounds),
  decided: hex.nullable(),
  batch,
});

const registry = {
  erasure,
  'foundation-registered': z.strictObject({
    foundation: id,
    name: label,
    country: z.string().length(2),
    registration: label.nullable(),
    /** What it is by its own law: public-utility, association, foreign… */
    category: label,
    /** Its seat and its purpose, as a receipt must state them; absent: not entered. */
    address: label.optional(),
    purpose: label.optional(),
  }),
  /** What a foundation was found to be (CGI 238 bis, or the proposed status), from a day to a day. */
  'standing-decided': z.strictObject({
    foundation: id,
    standing: z.enum(['238bis', 'fondation-de-bien-commun']),
    category: z.enum(['a', 'b', 'c', 'd', 'e', 'f', 'g']).nullable(),
    /** A label or an address. */
    proof: label,
    restrictedCircleExamined: z.boolean(),
    country: z.string().length(2),
    approval: label.nullable(),
    criteria: z.array(label),
    ...interval,
    decidedBy: z.array(id).min(1),
  }),
  'project-registered': z.strictObject({
    project: id,
    name: label,
    foundation: id,
    /** `branch`, `path`: the part of the repository that is the project; absent: the default branch, the whole tree. A fact holds many. */
    repositories: z.array(z.strictObject({ ...repository, branch: label.optional(), path: label.optional() })),
    /** The project that it goes on from as a fork. */
    successorOf: id.nullable(),
  }),
  'licence-changed': z.strictObject({ project: id, spdx: label, open: z.boolean(), ...interval, evidence: label }),
  /** The reason is a row: free text stays out of facts. */
  'eligibility-decided': z.strictObject({
    project: id,
    eligible: z.boolean(),
    ...interval,
    decidedBy: z.array(id).min(1),
    batch,
  }),
  /** What the registrar answered to a change that was seen in a repository; the reason is a row. What follows from it are facts of their own. */
  'licence-decided': z.strictObject({
    project: id,
    repository: id,
    /** The commit that changed the licence files. */
    sha: commit,
    /** `keep`: the registry says what is so, and stays as it is. */
    outcome: z.enum(['follow', 'keep']),
    /** From when on: as decided, and as seen; the two may differ, and both are told. */
    from: day,
    seenOn: day,
    decidedBy: z.array(id).min(1),
    batch,
  }),
  'signatory-appointed': z.strictObject({
    person: id,
    foundation: id,
    capacity: label,
    ...interval,
    ties: z.array(id),
  }),
  'tie-declared': z.strictObject({ person: id, company: id, ...interval }),
  /** `kid`: the RFC 7638 thumbprint; of the log, the 32 bytes in base64url. The key itself, so that it is told when nobody holds it any more. */
  'key-published': z.strictObject({
    kid: label,
    use: z.enum(['statement', 'log', 'registrar']),
    test: z.boolean(),
    /** Null: published before the registry held keys; whoever held it then has it still, or it is published again. */
    publicKey: publicKey.nullable(),
  }),
  'key-retired': z.strictObject({ kid: label }),
};

/**
 * What the registrar decides, and signs with a key of its own (docs/keys.md). Events of keys and erasures are the installation’s: a key
 * does not vouch for itself, and whoever holds the data erases it.
 */
export const registrarKinds = [
  'foundation-registered',
  'standing-decided',
  'project-registered',
  'licence-changed',
  'eligibility-decided',
  'licence-decided',
  'signatory-appointed',
  'tie-declared',
] as const satisfies readonly (keyof typeof registry)[];

const company = {
  erasure,
  /** Asked for by one person; another one carries it out. */
  'erasure-asked': z.strictObject({ developer: id, ground: z.enum(erasureGrounds) }),
  'company-enrolled': z.strictObject({
    siren: z.string().regex(/^\d{9}$/),
    name: label,
    legalForm: label.nullable(),
    /** Its seat, as a receipt must state it; absent: not entered. */
    address: label.optional(),
    fiscalYearEnd: z.string().regex(/^\d{2}-\d{2}$/),
    dayMinutes: z.int().min(1).max(1440),
    unit,
    corporateTax: z.boolean(),
    region: label,
    since: day,
  }),
  'developer-enrolled': z.strictObject({ developer: id }),
  'secondment-agreed': z.strictObject({
    secondment: id,
    developer: id,
    foundation: id,
    projects: z.array(id).min(1),
    ...interval,
    share: z.string().regex(/^\d+(\/\d+)?$/),
    legalForm: z.enum(['loan', 'service-gift', 'own-work']),
    staff: z.enum(['employee', 'public-servant']),
    /** On which a public servant is lent. */
    basis: z.enum(['3ds-209', 'cgfp']).nullable(),
    unit,
    convention: day.nullable(),
    amendment: day.nullable(),
    consent: day.nullable(),
    /** Minutes of a contract's week, all work; null: not stated. */
    weeklyMinutes: z.int().min(1).nullable(),
    /** Weekdays worked, Monday 1, in order; null: Monday to Friday. */
    workingDays: z.array(z.int().min(1).max(7)).min(1).max(7).nullable(),
  }),
  'secondment-ended': z.strictObject({ secondment: id, on: day }),
  'timesheet-posted': z.strictObject({
    file: hex,
    bytes: count,
    format: z.enum(['csv', 'xlsx', 'ods']),
    year: z.int(),
    /** SHA-256 of the choices it was read with, kept sealed under it; null: it was read as it stands. */
    choices: hex.nullable(),
    /** Lines that HR left out: of people and projects that are none of ours, and single ones. */
    leftOut: count,
    /** Codes that needed HR's word and have it. */
    accepted: z.array(label),
    /** Why, where she said so: one row a code. */
    reasons: batch.nullable(),
    /** Findings that asked for her reason and were posted without. */
    unexplained: z.array(label),
    period,
    ...sums,
    batch,
  }),
  /** `timesheet`: the seq of the fact that it takes back; its file may be posted again. */
  'timesheet-undone': z.strictObject({ timesheet: count, file: hex }),
  'correction-posted': z.strictObject({ ...sums, batch }),
  /** Rows say of each developer's month that its declarations are complete, or that it is open again and why. */
  'months-completed': z.strictObject({ batch }),
  'pay-recorded': z.strictObject({ people: count, batch }),
  'subsidy-declared': z.strictObject({ batch }),
  /** Rows say who was ordered to work on which day off and when it was signed, or that an order is taken back. */
  'work-ordered': z.strictObject({ batch }),
  /** Rows say whose time on which project is claimed elsewhere under which route, or that it is not. */
  'time-claimed-elsewhere': z.strictObject({ batch }),
  /** What a year of gifts asks of the company; said again for the same period, it replaces what was said. */
  'fiscal-year-declared': z.strictObject({
    period,
    /** Excluding VAT. */
    turnoverCents: count,
    /** Gifts above the ceiling of fiscal years before the ledger's first statement of gifts, by the last day of each. */
    broughtForward: z.array(z.strictObject({ origin: day, cents: count, aboveThresholdCents: count })).max(12),
  }),
  /** To which payroll the cost of a fiscal year is tied. The run, its digest and its total are one row: the total can be one person's pay. */
  'payroll-tied': z.strictObject({ period, batch }),
  /** In which return, on which line the amount of one scheme was entered; null: it is in none yet. */
  'return-declared': z.strictObject({
    period,
    scheme: label,
    entered: z.strictObject({ form: formCode, line: formCode, euros: count, filedOn: day }).nullable(),
  }),
  /** What a statement asks the company besides. Amounts stand where the question has one and the answer is yes. */
  'year-answered': z.strictObject({
    period,
    question: z.enum(['other-aid', 'other-employers', 'billed-to-clients', 'counterparts']),
    answer: z.enum(['yes', 'no']),
    minutes: count.nullable(),
    halfDays: count.nullable(),
    cents: count.nullable(),
  }),
  /** When the works council was consulted, and when the people concerned were told (Code du travail, L. 2312-38 and L. 1222-4); or why no council was. */
  'staff-informed': z.strictObject({
    step: z.enum(['works-council', 'notice']),
    on: day.nullable(),
    reason: z.enum(['under-11-employees', 'no-candidates', 'own-instance']).nullable(),
  }),
  'evidence-recorded': z.strictObject({
    period,
    /** Heads of the repositories read, as a count and a root; the list is the file `heads/<root>`. */
    repositories: z.strictObject({ count, root: hex }),
    policy: hex,
    batch,
  }),
  'months-checked': z.strictObject({ batch }),
  'contributions-confirmed': z.strictObject({ batch }),
  'contributions-disputed': z.strictObject({ batch }),
  'confirmation-withdrawn': z.strictObject({ cause: hex, developer: id, month }),
  'statement-prepared': z.strictObject({
    scheme: label,
    period,
    fiscalYear: z.int(),
    reading: label.nullable(),
    /** SHA-256 of the computation, which is kept sealed under it. */
    computation: hex,
    /** The books it was worked out from: the company's and the registry's, the others as a count and a root, as above. */
    heads: z.array(head),
    otherHeads: z.strictObject({ count, root: hex }),
    ruleSet: hex,
    supersedes: label.nullable(),
  }),
  'statement-issued': z.strictObject({
    number: label,
    scheme: label,
    period,
    fiscalYear: z.int(),
    prepared: count,
    computation: hex,
    /** SHA-256 of the JWS text, and of the sealed file of disclosures. */
    jws: hex,
    disclosures: hex,
    supersedes: label.nullable(),
  }),
  'statement-revoked': z.strictObject({ number: label }),
  'rendering-stored': z.strictObject({ number: label, rendering: label, sha256: hex }),
  'link-issued': z.strictObject({
    link: id,
    number: label,
    level: z.enum(['totals', 'lines', 'names']),
    expires: day,
    secret: hex,
    batch,
  }),
  'link-revoked': z.strictObject({ link: id }),
  /** A question that an auditor left by her link, which is who she is here: its row has the text and the line. */
  'note-left': z.strictObject({ note: id, link: id, number: label, batch }),
  /** The company's answer to it; its row has the text. */
  'note-answered': z.strictObject({ note: id, batch }),
};

const repo = {
  erasure,
  'contributions-pulled': z.strictObject({
    by: z.enum(['pull', 'recorded']),
    /** The tips seen, one row a ref: the cursor of the next pull. */
    refs: batch,
    batch,
  }),
  /**
   * Tips that were lost, one row a ref; 0 where what had left the history came back. `orphaned`: every commit that no tip reaches
   * any more, one row a sha, in place of what an earlier fact said. What is held of them stays, and is evidence as before.
   */
  'history-rewritten': z.strictObject({ lostTips: count, refs: batch, orphaned: batch }),
  /** The licence files of a folder say another licence from this commit on: written where what they say changes, not where they are touched. */
  'licence-seen': z.strictObject({
    /** Null: the default branch. */
    branch: label.nullable(),
    /** Empty: the root. */
    folder: z.string().max(200),
    /** Their names; none: the folder has no licence file. */
    files: z.array(label).max(20),
    /** An SPDX expression by their texts; null: there is no file. */
    spdx: label.nullable(),
    /** As the list of the Open Source Initiative stood when it was read. */
    open: z.boolean(),
    sha: commit,
    /** UTC instant at which it was committed, as its committer says; null: no commit is known, for there never was a file. No author. */
    committedAt: z.iso.datetime({ precision: 3 }).nullable(),
    /** Its day in Paris; of the reading where no commit is known. */
    day,
  }),
};

const person = {
  erasure,
  'identity-proven': z.strictObject({
    /** Keyed hash of what `about` says. */
    author: hex,
    about: z.enum(['address', 'account']),
    proof: z.enum(['vouched', 'address-code', 'forge-login', 'signed-challenge']),
    company: id,
    developer: id,
    /** First and last day on which it is hers; null: to this day and on. */
    since: day,
    until: day.nullable(),
  }),
  'identity-withdrawn': z.strictObject({
    author: hex,
    /** Last day on which it was hers; null: it never was. */
    until: day.nullable(),
    /** Null: she unlinked it herself. Else the company, which takes back what it vouched for and nothing else. */
    company: id.nullable(),
  }),
  'time-claimed': z.strictObject({ company: id, fact: hex, batch }),
};

const foundation = {
  /** What a foundation attests to a company of the gift that one statement values. The amount and the names are in the sealed files alone. */
  'receipt-issued': z.strictObject({
    number: label,
    company: id,
    /** The statement that it rests on, and the SHA-256 of its text. */
    statement: label,
    jws: hex,
    fiscalYear: z.int(),
    /** The receipt for an earlier version of that statement. */
    supersedes: label.nullable(),
    /** SHA-256 of the sealed files. */
    pdf: hex,
    json: hex,
  }),
};

const byBook = { registry, company, repo, person, foundation };
export type BookKind = keyof typeof byBook;

const all = { ...registry, ...company, ...repo, ...person, ...foundation };
export type FactKind = keyof typeof all;
export type FactData<K extends FactKind> = z.infer<(typeof all)[K]>;

/** A shape that is read for ever and written no more. */
interface OlderData {
  readonly data: z.ZodType;
  /** Its data in the shape of the next version. Written once, never changed. */
  readonly next: (old: Readonly<Record<string, unknown>>) => object;
}

const secondmentOfEmployee = company['secondment-agreed'].omit({ staff: true, basis: true });

/** Shapes before the current one, oldest first: the first is version 1. */
const older: Partial<Record<FactKind, readonly OlderData[]>> = {
  'project-registered': [
    {
      data: registry['project-registered']
        .omit({ repositories: true, successorOf: true })
        .extend({ repositories: z.array(z.strictObject(repository)) }),
      next: (old) => ({ ...old, successorOf: null }),
    },
  ],
  'key-published': [
    {
      data: registry['key-published'].omit({ publicKey: true }),
      next: (old) => ({ ...old, publicKey: null }),
    },
  ],
  'identity-proven': [
    {
      data: person['identity-proven'].omit({ about: true, until: true }),
      next: (old) => ({ ...old, about: 'address', until: null }),
    },
  ],
  // It was read as though she had never had it.
  'identity-withdrawn': [
    {
      data: person['identity-withdrawn'].omit({ until: true, company: true }),
      next: (old) => ({ ...old, until: null, company: null }),
    },
  ],
  'history-rewritten': [
    {
      data: repo['history-rewritten'].omit({ orphaned: true }),
      // It knew of the lost tips alone; its rows name them by the same member, `sha`.
      next: (old) => ({ ...old, orphaned: old.refs }),
    },
  ],
  'secondment-agreed': [
    {
      data: secondmentOfEmployee.omit({ weeklyMinutes: true, workingDays: true }),
      next: (old) => ({ ...old, weeklyMinutes: null, workingDays: null }),
    },
    // Nobody had been asked: it was assessed by the labour code.
    {
      data: secondmentOfEmployee,
      next: (old) => ({ ...old, staff: 'employee', basis: null }),
    },
  ],
  'timesheet-posted': [
    {
      data: company['timesheet-posted'].omit({ choices: true, leftOut: true, reasons: true, unexplained: true }),
      next: (old) => ({ ...old, choices: null, leftOut: 0, reasons: null, unexplained: [] }),
    },
  ],
};

/** The current version of each kind's data with its schema, and the versions before it. */
export const factDataSchemas: Readonly<
  Record<FactKind, { readonly version: number; readonly data: z.ZodType; readonly older: readonly OlderData[] }>
> = Object.fromEntries(
  Object.entries(all).map(([kind, data]) => {
    const before = older[kind as FactKind] ?? [];
    return [kind, { version: before.length + 1, data, older: before }];
  }),
) as never;

export const isRegistrarKind = (kind: string): boolean => (registrarKinds as readonly string[]).includes(kind);

export const factKinds = Object.keys(all) as readonly FactKind[];
export const isFactKind = (text: string): text is FactKind => Object.hasOwn(all, text);

export const kindsOfBook: Readonly<Record<BookKind, readonly string[]>> = {
  registry: Object.keys(registry),
  company: Object.keys(company),
  repo: Object.keys(repo),
  person: Object.keys(person),
  foundation: Object.keys(foundation),
};

/** @returns which of the five kinds of book this id names, null if none */
export function bookKindOf(book: string): BookKind | null {
  if (book === 'registry') return 'registry';
  const first = book.slice(0, Math.max(book.indexOf('/'), 0));
  return first === 'company' || first === 'repo' || first === 'person' || first === 'foundation' ? first : null;
}
