// Every command, in the order of the help, each loaded when it is asked for: whoever verifies one file waits for nothing else.
import type { Command } from './frame/command.ts';

const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  dev: async () => (await import('./command/dev.ts')).dev,
  registry: async () => (await import('./command/registry.ts')).registry,
  company: async () => (await import('./command/company.ts')).company,
  secondments: async () => (await import('./command/secondments.ts')).secondments,
  identities: async () => (await import('./command/identities.ts')).identities,
  'accept-identities': async () => (await import('./command/accept-identities.ts')).acceptIdentities,
  'my-identities': async () => (await import('./command/my-identities.ts')).myIdentities,
  'link-identity': async () => (await import('./command/link-identity.ts')).linkIdentity,
  'prove-identity': async () => (await import('./command/prove-identity.ts')).proveIdentity,
  'unlink-identity': async () => (await import('./command/unlink-identity.ts')).unlinkIdentity,
  pay: async () => (await import('./command/pay.ts')).pay,
  orders: async () => (await import('./command/orders.ts')).orders,
  claimed: async () => (await import('./command/claimed.ts')).claimed,
  'fiscal-year': async () => (await import('./command/fiscal-year.ts')).fiscalYear,
  declarations: async () => (await import('./command/declarations.ts')).declarations,
  import: async () => (await import('./command/import.ts')).importTimesheet,
  undo: async () => (await import('./command/undo.ts')).undo,
  correct: async () => (await import('./command/correct.ts')).correct,
  complete: async () => (await import('./command/complete.ts')).complete,
  absences: async () => (await import('./command/absences.ts')).absences,
  pull: async () => (await import('./command/pull.ts')).pull,
  archive: async () => (await import('./command/archive.ts')).archive,
  licences: async () => (await import('./command/licences.ts')).licences,
  'decide-licence': async () => (await import('./command/decide-licence.ts')).decideLicenceCommand,
  keys: async () => (await import('./command/keys.ts')).keys,
  match: async () => (await import('./command/match.ts')).matchTraces,
  'check-month': async () => (await import('./command/check-month.ts')).checkMonth,
  'show-work': async () => (await import('./command/show-work.ts')).showWork,
  confirm: async () => (await import('./command/confirm.ts')).confirm,
  compare: async () => (await import('./command/compare.ts')).compare,
  prepare: async () => (await import('./command/prepare.ts')).prepare,
  issue: async () => (await import('./command/issue.ts')).issue,
  export: async () => (await import('./command/export-statement.ts')).exportStatementCommand,
  revoke: async () => (await import('./command/revoke.ts')).revoke,
  receipt: async () => (await import('./command/receipt.ts')).receipt,
  link: async () => (await import('./command/link.ts')).link,
  read: async () => (await import('./command/read.ts')).read,
  template: async () => (await import('./command/template.ts')).template,
  rules: async () => (await import('./command/rules.ts')).rules,
  compute: async () => (await import('./command/compute.ts')).compute,
  assess: async () => (await import('./command/assess.ts')).assess,
  verify: async () => (await import('./command/verify.ts')).verify,
  sample: async () => (await import('./command/sample.ts')).sample,
  log: async () => (await import('./command/log.ts')).log,
  check: async () => (await import('./command/check.ts')).check,
  'rebuild-views': async () => (await import('./command/rebuild-views.ts')).rebuild,
  held: async () => (await import('./command/held.ts')).held,
  erase: async () => (await import('./command/erase.ts')).erase,
  'export-book': async () => (await import('./command/export-book.ts')).exportBookCommand,
  'restore-book': async () => (await import('./command/restore-book.ts')).restoreBookCommand,
  bench: async () => (await import('./command/bench.ts')).bench,
  help: async () => (await import('./command/help.ts')).help(allCommands),
  version: async () => (await import('./command/version.ts')).version,
};

export const commandNames: readonly string[] = Object.keys(loaders);

/** @param name one of `commandNames` */
export const loadCommand = (name: string): Promise<Command> => loaders[name]!();

/** In the order of the help. */
export const allCommands = (): Promise<readonly Command[]> => Promise.all(commandNames.map(loadCommand));
