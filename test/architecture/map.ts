// The map of the code as a table: which room may import which, and where each library lives. The rules read it.

/** What a room may import besides itself; `types` = only what node drops. */
export interface Directions {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

const pure = ['intake', 'matching', 'rules', 'ledger', 'statement'] as const;

/** Rooms that take values and give values: no I/O, clock, randomness, environment. */
export const pureRooms: ReadonlySet<string> = new Set(pure);

/** `everything` stands for any room, and for files outside them (cdk.json, examples). */
export const everything = 'everything';

const only = (...values: readonly string[]): Directions => ({ values, types: [] });

export const directions: Readonly<Record<string, Directions>> = {
  model: only(),
  intake: only('model'),
  matching: only('model'),
  rules: only('model'),
  ledger: only('model'),
  statement: only('rules', 'ledger', 'model'),
  ports: { values: [], types: ['model', 'ledger'] },
  'use-cases': only('ports', 'model', ...pure),
  adapters: only('ports', 'ledger', 'model'),
  edge: only('adapters', 'ports', 'model'),
  infrastructure: { values: [], types: ['edge'] },
  web: { values: ['model'], types: ['statement'] },
  functions: only('edge', 'use-cases', 'model', 'web'),
  bin: only(everything),
};

/** All that edge may see of the adapters: the two files that put them together. */
export const assemblies: ReadonlySet<string> = new Set(['lib/adapters/aws.ts', 'lib/adapters/local.ts']);

/** Files, and folders with all below them, that may import a library; `types` = only what node drops. */
export interface Home {
  readonly values: readonly string[];
  readonly types?: readonly string[];
}

/** By name of the package; a name that ends in `*` stands for all that begin so. */
export const homes: Readonly<Record<string, Home>> = {
  'date-fns': { values: ['lib/model/calendar.ts'] },
  '@aws-sdk/*': { values: ['lib/adapters/'] },
  '@octokit/*': { values: ['lib/adapters/'] },
  jose: { values: ['lib/adapters/'] },
  '@middy/*': { values: ['lib/edge/'] },
  'aws-lambda': { values: [], types: ['lib/edge/'] },
  'aws-cdk-lib': { values: ['lib/infrastructure/', 'bin/'] },
  constructs: { values: ['lib/infrastructure/', 'bin/'] },
  esbuild: { values: ['lib/infrastructure/', 'bin/'] },
  'csv-parse': { values: ['lib/intake/'] },
  fflate: { values: ['lib/intake/', 'lib/statement/', 'lib/model/archive.ts', 'bin/frame/archive-files.ts'] },
  pdfkit: { values: ['lib/statement/'] },
  'qrcode-generator': { values: ['lib/statement/'] },
  '@signpdf/*': { values: ['lib/adapters/', 'lib/statement/'] },
  'dejavu-fonts-ttf': { values: ['lib/adapters/'] },
  pkijs: { values: ['lib/adapters/'] },
  asn1js: { values: ['lib/adapters/'] },
  saxes: { values: ['lib/intake/'] },
  'spdx-*': { values: ['lib/intake/'] },
  preact: { values: ['web/'] },
  'preact-*': { values: ['web/'] },
  zod: { values: ['lib/', 'functions/'] },
};

/** What reaches out of the process. Only rooms with windows, and what starts and ships the program, may. */
export const windows: ReadonlySet<string> = new Set([
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'dns/promises',
  'fs',
  'fs/promises',
  'http',
  'http2',
  'https',
  'net',
  'os',
  'readline',
  'sqlite',
  'tls',
  'worker_threads',
]);
export const roomsWithWindows: ReadonlySet<string> = new Set(['adapters', 'edge', 'infrastructure', 'bin']);

/** Must run in a browser as they are: nothing from `node:`, directly or through what they import. */
export const browserRooms: ReadonlySet<string> = new Set(['model', 'rules', 'ledger']);
export const browserFiles: ReadonlySet<string> = new Set([
  'lib/statement/verify.ts',
  'lib/statement/verify-file.ts',
  'lib/statement/verification-text.ts',
  'lib/statement/web-crypto-checks.ts',
]);

export const roomsWithSurroundings: ReadonlySet<string> = new Set(['adapters', 'bin']);

/** A line that breaks a rule on purpose. It must still be needed, or the check asks for its removal. */
export interface Exception {
  readonly file: string;
  /** The file or package that it may import all the same. */
  readonly target: string;
  readonly reason: string;
}

export const exceptions: readonly Exception[] = [
  {
    file: 'lib/infrastructure/storage.ts',
    target: 'lib/adapters/store/table-definition.ts',
    reason: 'Names of keys and nothing else: the stack creates the very table that the adapter reads.',
  },
  {
    file: 'lib/infrastructure/grants.ts',
    target: 'lib/adapters/store/table-definition.ts',
    reason: 'Each port is granted the partitions that its adapter uses.',
  },
  {
    file: 'lib/infrastructure/jobs.ts',
    target: 'lib/adapters/store/table-definition.ts',
    reason: 'The stream wakes for the partitions of facts only.',
  },
  {
    file: 'functions/version.ts',
    target: 'package.json',
    reason: 'The version that runs is told by the one place that states it.',
  },
];
