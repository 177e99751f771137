// All that the use cases need from the outside world. Each port is one grant: reading a book and appending to it are two.
import type { Json } from './ledger/canonical.ts';
import type { NoteKey } from './ledger/log/vkey.ts';
import type { HmacSha256, Sha256 } from './model/hashing.ts';

/** A fact as it stands in the store: its canonical bytes, and the salt of its leaf in the public log. */
export interface StoredFact {
  readonly book: string;
  readonly seq: number;
  readonly bytes: Uint8Array;
  /** 32 bytes, kept beside the fact (design.md, The ledger: the log). */
  readonly salt: Uint8Array;
}

/** Text that somebody signed with an SSH key. */
export interface SshSigned {
  /** As `ssh-keygen -Y sign` writes it, armour included. */
  readonly signature: string;
  readonly message: Uint8Array;
  /** What it was signed for (`-n`): a signature for something else is none for us. */
  readonly namespace: string;
  /** Lines of public keys, any of which may have made it. */
  readonly keys: readonly string[];
}

/** `unknown-key`: made with a key that is none of these. `unknown-kind`: with a kind of key that is not checked here. */
export type SshVerdict = 'good' | 'wrong' | 'unknown-key' | 'unknown-kind' | 'other-purpose' | 'unreadable';

/** What the machine gives without a grant: no I/O, same answer for the same question. */
export interface Primitives {
  readonly sha256: Sha256;
  readonly hmacSha256: HmacSha256;
  /** gzip, deterministic for the same bytes and library. */
  readonly compress: (bytes: Uint8Array) => Uint8Array;
  readonly decompress: (bytes: Uint8Array) => Uint8Array;
  /**
   * @param key a P-256 public key @param raw 64 bytes r ‖ s
   * @throws where the key is no point of the curve
   */
  readonly verifyEs256: (
    key: { readonly x: string; readonly y: string },
    signingInput: Uint8Array,
    raw: Uint8Array,
  ) => Promise<boolean>;
  readonly checkSshSignature: (signed: SshSigned) => SshVerdict;
  /** RFC 8032, over the message itself. @param publicKey 32 bytes @param signature any bytes */
  readonly verifyEd25519: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;
}

export interface Clock {
  /** UTC milliseconds since 1970. */
  readonly now: () => number;
}

export interface Random {
  /** @param purpose what the bytes are for: a seeded source for tests derives them from it */
  readonly bytes: (length: number, purpose: string) => Uint8Array;
}

export interface ReadBooks {
  /** The facts with `seq > after`, in order, strongly consistent. `after` = -1 for all. */
  readonly facts: (book: string, after: number) => AsyncIterable<StoredFact>;
  readonly fact: (book: string, seq: number) => Promise<StoredFact | null>;
}

export interface AppendBooks {
  /** The one write that decides: put if no fact has this `(book, seq)`. */
  readonly put: (fact: StoredFact) => Promise<'put' | 'taken'>;
}

/** Chunks of batches, and whatever else is named by what it holds. */
export interface ReadBatches {
  readonly chunk: (tenant: string, root: string, index: number) => Promise<Uint8Array | null>;
}

export interface WriteBatches {
  /** Put if absent; the same name always holds the same bytes. */
  readonly putChunk: (tenant: string, root: string, index: number, bytes: Uint8Array) => Promise<void>;
}

/**
 * The one way to change what stands: in place of a chunk, the same without the rows that an `erasure` fact lists; and lines of who looked at
 * somebody, once she is erased.
 */
export interface Erasing {
  readonly replaceChunk: (tenant: string, root: string, index: number, bytes: Uint8Array) => Promise<void>;
  /** In place of a chunk among the files; of the one before nothing is kept. */
  readonly replaceObject: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Every line about this subject. */
  readonly removeAccess: (subject: string) => Promise<void>;
}

/** One item of a view: a value folded from the facts of one book up to `asOfSeq`. */
export interface ViewItem {
  readonly book: string;
  /** `a/b/c`: all but the last segment is the partition. */
  readonly name: string;
  readonly asOfSeq: number;
  readonly value: Json;
}

/** An item that somebody changed behind the API, so that it is none any more. Thrown where it would be given. */
export class UnreadableView extends Error {
  readonly viewName: string;

  constructor(book: string, viewName: string, options?: ErrorOptions) {
    super(`view ${book} ${viewName}: it does not read any more`, options);
    this.name = 'UnreadableView';
    this.viewName = viewName;
  }
}

/** @throws UnreadableView, also in the middle of a list */
export interface ReadViews {
  readonly get: (book: string, name: string) => Promise<ViewItem | null>;
  /** All items whose name is `<partition>/<one more segment>`, in order of name. */
  readonly list: (book: string, partition: string) => AsyncIterable<ViewItem>;
}

export interface WriteViews {
  /** Put on the condition that the stored item is the one of `replaces` (null = there is none). */
  readonly put: (item: ViewItem, replaces: number | null) => Promise<'put' | 'moved'>;
  readonly remove: (book: string, name: string) => Promise<void>;
}

/** Files named by their content or by a digest; written once. */
export interface Objects {
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly get: (name: string) => Promise<Uint8Array | null>;
}

/** A sealed file that somebody changed, so that its key does not open it any more. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** Files that name people: each encrypted with a key of its own, so that it can be destroyed alone. */
export interface SealedFiles {
  readonly put: (tenant: string, sha256: string, bytes: Uint8Array) => Promise<void>;
  /** @throws UnreadableFile */
  readonly get: (tenant: string, sha256: string) => Promise<Uint8Array | null>;
  readonly destroy: (tenant: string, sha256: string) => Promise<void>;
}

/** Names and addresses of people: the erasable part. Nothing here is ever hashed into a fact unsalted. */
export interface Directory {
  readonly get: (tenant: string, kind: string, key: string) => Promise<Json | null>;
  /** @returns what stands there now: `value`, or what was there before if `onlyIfAbsent` */
  readonly put: (tenant: string, kind: string, key: string, value: Json, onlyIfAbsent: boolean) => Promise<Json>;
  readonly list: (tenant: string, kind: string) => AsyncIterable<{ readonly key: string; readonly value: Json }>;
  readonly remove: (tenant: string, kind: string, key: string) => Promise<void>;
}

/** The keys K of salts: one per person and company, per author, per book. Made at the first call, the same ever after. */
export interface SaltKeys {
  readonly of: (owner: string) => Promise<Uint8Array>;
  readonly destroy: (owner: string) => Promise<void>;
}

/** An EC P-256 public key (RFC 7517), `kid` its RFC 7638 thumbprint. */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}

/** Of statements, or of what the registrar decides. */
export interface Signer {
  /** Every key that it knows it used, the current one first. */
  readonly publicKeys: () => Promise<readonly PublicJwk[]>;
  /** @param digest SHA-256 of what is signed @returns an ASN.1 DER ECDSA signature, as KMS gives it */
  readonly signDigest: (digest: Uint8Array) => Promise<Uint8Array>;
  /** True for key files marked TEST: printed wherever the key vouches. */
  readonly isTest: boolean;
}

/** Seals PDFs with the statement key and a certificate for it (PAdES baseline B-B, ETSI EN 319 142-1). */
export interface Seal {
  /** DER, the certificate of the key that signs now first, then what leads to its root. */
  readonly certificates: () => Promise<readonly Uint8Array[]>;
  /** @param pdf with a place for the seal (statement/pdf/seal-place.ts) @returns the same, signed over all but the signature itself */
  readonly sealPdf: (pdf: Uint8Array) => Promise<Uint8Array>;
}

/** TrueType files for printed documents, embedded in each: a reader needs none of her own. */
export interface Fonts {
  readonly ofDocuments: () => Promise<{ readonly regular: Uint8Array; readonly bold: Uint8Array }>;
}

/** The signed head of each book, outside the table: it shows that a book was cut short (design.md, The ledger). */
export interface Heads {
  /** @returns the JWS text */
  readonly get: (book: string) => Promise<string | null>;
  /** In place of the one before. */
  readonly put: (book: string, text: string) => Promise<void>;
  /** Every book that has one. */
  readonly books: () => AsyncIterable<string>;
}

/** What signs the checkpoints of the public log. */
export interface LogSigner {
  /** Every Ed25519 key ever used for the log, 32 bytes each (RFC 8032), the current one first. */
  readonly publicKeys: () => Promise<readonly Uint8Array[]>;
  /** @param message at most 4,096 bytes, signed as it is @returns 64 bytes */
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
  /** True for key files marked TEST. */
  readonly isTest: boolean;
}

/** The files of the public log (C2SP tlog-tiles), and beside them what its sequencer stages. Names as `2026/tile/0/000`. */
export interface LogFiles {
  /** Tiles and bundles of entries: put once, never replaced nor removed. */
  readonly putTile: (name: string, bytes: Uint8Array) => Promise<'put' | 'taken'>;
  readonly tile: (name: string) => Promise<Uint8Array | null>;
  /** What was staged, and stamps: put once. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<'put' | 'taken'>;
  readonly get: (name: string) => Promise<Uint8Array | null>;
  /**
   * The one write that decides what the log says next.
   * @param before the bytes that must stand there, null: nothing
   * @returns false if others stand there; nothing was changed then
   */
  readonly swap: (name: string, before: Uint8Array | null, after: Uint8Array) => Promise<boolean>;
}

/** Facts of one book that entered the log together, one behind the other in both. */
export interface LogRun {
  readonly book: string;
  /** Their places in the book. */
  readonly first: number;
  readonly last: number;
  readonly year: number;
  /** The place of the first in that year’s log. */
  readonly index: number;
}

/** Which fact stands where in the log, outside the log’s own files. */
export interface LogPlaces {
  /** @returns the run that holds this fact; null while it is not in the log */
  readonly of: (book: string, seq: number) => Promise<LogRun | null>;
  /** @returns the last fact of the book that is in the log, -1 for none */
  readonly last: (book: string) => Promise<number>;
  /** All runs of the book, in order. */
  readonly runs: (book: string) => AsyncIterable<LogRun>;
  /** Repeatable, each fact once. @throws Error (a fault) where another run stands already */
  readonly put: (run: LogRun) => Promise<void>;
  /** The years that have a log, and how large each was when its last append ended. */
  readonly years: () => AsyncIterable<{ readonly year: number; readonly size: number }>;
  /** Never smaller than what stands there. */
  readonly putYear: (year: number, size: number) => Promise<void>;
}

/** Time stamps by an authority outside (RFC 3161). */
export interface TimeStamps {
  /** Null where none is set. */
  readonly authority: {
    /** PEM: what its answers are held against. */
    readonly ca: string;
    /**
     * @param text what is stamped: the text of a checkpoint, without its signatures
     * @returns its whole answer (DER), verified, and the instant in it, UTC
     * @throws Refusal `time-stamp-failed`
     */
    readonly stamp: (text: Uint8Array) => Promise<{ readonly response: Uint8Array; readonly at: string }>;
  } | null;
  /** @param ca PEM @returns when it was stamped; null if it is no stamp over this text by that authority */
  readonly check: (text: Uint8Array, response: Uint8Array, ca: string) => Promise<{ readonly at: string } | null>;
}

/** Witnesses outside that cosign the log’s checkpoints: pinned by the operator, in the settings. */
export interface Witnesses {
  readonly keys: readonly NoteKey[];
  /** Those that take checkpoints themselves (C2SP tlog-witness). */
  readonly submitting: readonly {
    readonly key: NoteKey;
    /** One add-checkpoint. @throws where it does not answer */
    readonly add: (body: Uint8Array) => Promise<{ readonly status: number; readonly text: string }>;
  }[];
}

/** Facts that wait to enter the log. Asked twice is looked at twice, and the second look finds nothing new. */
export interface LogQueue {
  /**
   * @param when `now`: where this very process keeps the log, they are in it when this resolves. A log that is out of order stops
   * nobody: what it did not take is taken later
   */
  readonly ask: (book: string, when: 'soon' | 'now') => Promise<void>;
}

/** Who runs this installation, and whose registry it is: printed on what it signs. */
export interface Installation {
  /** `iss` of what is signed: an address, or a URN where there is none. */
  readonly issuer: string;
  readonly operator: {
    readonly name: string;
    /** Null where the operator is no French legal unit. */
    readonly siren: string | null;
  };
  /** Who decides what stands in the registry, and signs it; the SIREN as above. */
  readonly registrar: Installation['operator'];
}

/** HMAC keys of auditor links (formats.md, section 5). */
export interface LinkKeys {
  readonly current: () => Promise<{ readonly kid: string; readonly key: Uint8Array }>;
  readonly byKid: (kid: string) => Promise<Uint8Array | null>;
}

/** What a crowd hands in at once, consumed one book at a time (design.md, The ledger). */
export interface Inbox {
  /** Resolves when the message can no longer be lost. */
  readonly submit: (message: InboxMessage) => Promise<void>;
}

export interface InboxMessage {
  readonly book: string;
  readonly kind: 'month-check' | 'confirmation' | 'auditor-note';
  readonly row: Json;
}

/** Openings of links and who saw whose hours: append-only, outside the chains. */
export interface AccessList {
  readonly add: (
    subject: string,
    line: { readonly at: string; readonly by: string; readonly act: string },
  ) => Promise<void>;
  /** In order of time. @param since instant UTC: only lines from then on */
  readonly list: (
    subject: string,
    since?: string,
  ) => AsyncIterable<{ readonly at: string; readonly by: string; readonly act: string }>;
}

/** A public archive of source code: it tells what it holds, by SWHID, and can be asked to come and look. Nothing here waits for it. */
export interface Archive {
  /** The identifier of a repository as the archive names places: by its address. */
  readonly originOf: (url: string) => string;
  /** @returns for each SWHID whether it is held @throws ComeBackLater; Refusal `repository-unreachable` */
  readonly known: (swhids: readonly string[]) => Promise<ReadonlyMap<string, boolean>>;
  /** Asks it to visit a repository. @returns how the request stands @throws as `known` */
  readonly save: (url: string) => Promise<'accepted' | 'pending' | 'rejected'>;
}

/** One commit as a forge or git gives it, before anything personal is dropped. It never leaves memory in this form. */
export interface ForgeCommit {
  readonly sha: string;
  /** Null where the forge does not name it. */
  readonly tree: string | null;
  readonly parents: readonly string[];
  readonly authorName: string;
  readonly authorAddress: string;
  /** ISO 8601 with the author's own offset. */
  readonly authoredAt: string;
  /** Null where the forge knows none, as plain git. */
  readonly authorAccount: ForgeAccount | null;
  readonly committedAt: string;
  readonly coAuthors: readonly {
    readonly name: string;
    readonly address: string;
    readonly account: ForgeAccount | null;
  }[];
  readonly subject: string;
  readonly changedLines: number | null;
  readonly patchId: string | null;
  readonly reverts: string | null;
  readonly cherryPickedFrom: string | null;
  readonly onDefaultBranch: boolean;
  readonly pullRequest: number | null;
  readonly signed: boolean;
}

/** An account as its forge knows it: the id survives a change of login. */
export interface ForgeAccount {
  readonly id: string;
  readonly login: string;
}

/** Work seen on a forge that is no commit. */
export interface ForgeAct {
  readonly kind: 'review' | 'issue' | 'release';
  /** The forge's own stable id of it. */
  readonly key: string;
  readonly account: ForgeAccount;
  readonly isBot: boolean;
  /** ISO 8601, as the forge gives it. */
  readonly at: string;
  readonly pullRequest: number | null;
  /** The commit reviewed or released, if the forge names it. */
  readonly sha: string | null;
}

/** What one request of a forge, or one stretch of a git walk, gave. */
export interface ForgePage {
  readonly commits: readonly ForgeCommit[];
  readonly acts: readonly ForgeAct[];
  /** Where the next page starts: opaque to all but this forge; null at the end. The same cursor gives the same page. */
  readonly next: Json | null;
}

/** A repository as it stood when a run began: kept with the run, so that a resumed run walks to the same tips. */
export interface ForgeStart {
  /** Today's tips: ref name → commit id. */
  readonly tips: Readonly<Record<string, string>>;
  readonly defaultBranch: string;
  /** Known tips that are no longer ancestors of any tip: history was rewritten. */
  readonly lostTips: readonly string[];
  /** Where the walk starts; null if nothing is new. */
  readonly first: Json | null;
  /** To be given as `known.acts` by the next run: how far reviews, issues and releases were seen; null where the forge shows none. */
  readonly acts: Json | null;
  /** Bytes received over the network or copied; null if the source does not tell. */
  readonly bytesTransferred: number | null;
  /** True where the pages give nothing that the known tips reach: then nobody looks up what is held. Absent: they may. */
  readonly isExact?: boolean;
}

/** The forge asks to come back later (a limit, or it is down): the run keeps its cursor and is queued again. Nobody sleeps. */
export class ComeBackLater extends Error {
  /** UTC milliseconds. */
  readonly notBefore: number;

  constructor(notBefore: number, options?: ErrorOptions) {
    super(`the forge asks to come back at ${new Date(notBefore).toISOString()}`, options);
    this.name = 'ComeBackLater';
    this.notBefore = notBefore;
  }
}

/** What the run started from is there no more (a cache lost, a branch pushed by force meanwhile): it begins anew. */
export class StartGone extends Error {
  override readonly name = 'StartGone';
}

/** The licence files of a folder as they stood from one commit on. */
export interface LicenceState {
  readonly sha: string;
  /** ISO 8601, as the forge gives it: when it was committed; null where no commit is known, for there never was a file. */
  readonly committedAt: string | null;
  /** In order of name; none: from here on the folder has no licence file. */
  readonly files: readonly {
    readonly name: string;
    /** Null: more than a licence can be, or no text. */
    readonly text: string | null;
  }[];
}

/** What became of the licence files of a folder since the last reading. */
export interface LicenceReading {
  /** Oldest first; of a folder that was never read: its whole history. */
  readonly states: readonly LicenceState[];
  /** To be given as `known` by the next reading. */
  readonly known: Json;
}

/** What a run asks of a forge, one page after the other. An answer with errors is a failure, never a part of the truth. */
export interface Forge {
  /**
   * One request where nothing is new.
   * @param known tips and acts at the end of the last run; none at the first
   * @throws ComeBackLater; Refusal `repository-unreachable`, `repository-refused`, `git-missing`
   */
  readonly start: (
    source: { readonly repository: string; readonly url: string },
    known: { readonly tips: readonly string[]; readonly acts: Json | null },
  ) => Promise<ForgeStart>;
  /** Pages from a cursor on: a run may leave the loop after any of them. @throws as `start`; StartGone */
  readonly pages: (
    source: { readonly repository: string; readonly url: string },
    start: ForgeStart,
    from: Json,
  ) => AsyncIterable<ForgePage>;
  /**
   * One request where no licence file changed since the last reading.
   * @param asked `tip`: a commit, the head of a branch; `folder`: without a slash at either end, empty for the root
   * @returns null where the source does not tell, or the tip is there no more
   * @throws as `start`
   */
  readonly licences: (
    source: { readonly repository: string; readonly url: string },
    asked: { readonly tip: string; readonly folder: string; readonly known: Json | null },
  ) => Promise<LicenceReading | null>;
}

/** Messages to people, each to one address. */
export interface Mail {
  /** Folder in which messages are kept, marked TEST, in place of being sent; null where they are sent. */
  readonly outbox: string | null;
  /** False where the operator named no sender: a page then offers no code by mail. */
  readonly isSetUp: boolean;
  /** @throws Refusal `mail-not-set-up`, `mail-not-sent` */
  readonly send: (message: { readonly to: string; readonly subject: string; readonly text: string }) => Promise<void>;
}

/** What a forge publishes of an account: who may sign for it. */
export interface ForgeKeys {
  /** The forges that are asked, by host. */
  readonly hosts: readonly string[];
  /**
   * @returns the account behind a login today, and its public SSH keys, one a line
   * @throws Refusal `unknown-forge`, `unknown-account`, `forge-unreachable`
   */
  readonly keysOf: (
    host: string,
    login: string,
  ) => Promise<{ readonly account: ForgeAccount; readonly keys: readonly string[] }>;
}

/** Sign-in with an account of a forge: OAuth 2.0, authorization code with PKCE. What the forge grants is used once and kept nowhere. */
export interface ForgeLogin {
  /** The forges for which the operator has a client, by host. */
  readonly hosts: readonly string[];
  /**
   * @returns where she goes to say yes
   * @throws Refusal `unknown-forge`
   */
  readonly address: (
    host: string,
    asked: { readonly state: string; readonly challenge: string; readonly returnTo: string },
  ) => string;
  /** @throws Refusal `unknown-forge`, `forge-unreachable`, `login-refused` */
  readonly accountOf: (
    host: string,
    given: { readonly code: string; readonly verifier: string; readonly returnTo: string },
  ) => Promise<ForgeAccount>;
}

/** Where a run under way is, page by page. Each step may be lost at any time: then the run begins anew. Nothing here is evidence. */
export interface PullSteps {
  /** Put if absent: of two runners of one run, the first to put a step decides it. @returns 'taken' if another one was there */
  readonly put: (run: string, step: string, bytes: Uint8Array) => Promise<'put' | 'taken'>;
  readonly get: (run: string, step: string) => Promise<Uint8Array | null>;
  /** All steps of the run. */
  readonly clear: (run: string) => Promise<void>;
}

/** Repositories that are to be pulled, each when its time comes. Asked twice is pulled twice, and the second pull finds nothing new. */
export interface PullQueue {
  /** @param notBefore UTC milliseconds @returns once it can no longer be lost, as far as this run keeps anything */
  readonly ask: (repository: string, notBefore: number) => Promise<void>;
}

/** How a host signs what it sends: by which scheme, and the secret shared with it. */
export interface WebhookSecret {
  readonly host: string;
  readonly kind: 'github' | 'gitlab' | 'forgejo';
  readonly secret: string;
}

export interface Webhooks {
  /** @param host as in the addresses of its repositories, with its port if any @returns null if nothing was agreed with it */
  readonly of: (host: string) => WebhookSecret | null;
}

export interface Ports {
  readonly primitives: Primitives;
  readonly clock: Clock;
  readonly random: Random;
  readonly readBooks: ReadBooks;
  readonly appendBooks: AppendBooks;
  readonly readBatches: ReadBatches;
  readonly writeBatches: WriteBatches;
  readonly erasing: Erasing;
  readonly readViews: ReadViews;
  readonly writeViews: WriteViews;
  readonly objects: Objects;
  readonly sealedFiles: SealedFiles;
  /** The same without the right to add or destroy: for whoever shows what was kept. */
  readonly readSealedFiles: Pick<SealedFiles, 'get'>;
  readonly directory: Directory;
  /** The same without the right to change a name or a role: for whoever shows them. */
  readonly readDirectory: Pick<Directory, 'get' | 'list'>;
  readonly saltKeys: SaltKeys;
  readonly signer: Signer;
  /** The public side of the signer: for whoever checks and never signs. */
  readonly statementKeys: Pick<Signer, 'publicKeys' | 'isTest'>;
  /** The registrar’s own key, which the installation need not control. */
  readonly registrar: Signer;
  /** The public side of it. */
  readonly registrarKeys: Pick<Signer, 'publicKeys' | 'isTest'>;
  readonly seal: Seal;
  readonly fonts: Fonts;
  readonly heads: Heads;
  /** The same without the right to put one: for the full check. */
  readonly readHeads: Pick<Heads, 'get' | 'books'>;
  readonly logSigner: LogSigner;
  /** The public side of it: for whoever shows or checks the log. */
  readonly logKeys: Pick<LogSigner, 'publicKeys' | 'isTest'>;
  readonly logFiles: LogFiles;
  /** The same without the right to write. */
  readonly readLogFiles: Pick<LogFiles, 'tile' | 'get'>;
  readonly logPlaces: LogPlaces;
  readonly readLogPlaces: Omit<LogPlaces, 'put' | 'putYear'>;
  readonly logQueue: LogQueue;
  readonly timeStamps: TimeStamps;
  readonly witnesses: Witnesses;
  readonly installation: Installation;
  readonly linkKeys: LinkKeys;
  readonly inbox: Inbox;
  readonly accessList: AccessList;
  readonly forge: Forge;
  readonly mail: Mail;
  readonly forgeKeys: ForgeKeys;
  readonly forgeLogin: ForgeLogin;
  readonly pullSteps: PullSteps;
  readonly pullQueue: PullQueue;
  readonly webhooks: Webhooks;
  /** Names of all books, for `check`, `rebuild-views` and scheduled runs only. */
  readonly listBooks: { readonly books: () => AsyncIterable<string> };
}
