// Every case, in the order in which they are run. Each is read when it is asked for: other commands start without them.
import type { BenchCase } from './bench-case.ts';

export const benchCases: Readonly<Record<string, () => Promise<BenchCase>>> = {
  read: async () => (await import('./read.ts')).readCase,
  import: async () => (await import('./import.ts')).importCase,
  'ledger-pull': async () => (await import('./pull.ts')).pullCase,
  checks: async () => (await import('./checks.ts')).checksCase,
  'statement-units': async () => (await import('./statement-units.ts')).statementUnitsCase,
  issue: async () => (await import('./issue.ts')).issueCase,
};
