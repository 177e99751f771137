// Every command, in the order of the help: read by the program, the help and the docs test.
import { absences } from './command/absences.ts';
import { acceptIdentities } from './command/accept-identities.ts';
import { archive } from './command/archive.ts';
import { assess } from './command/assess.ts';
import { bench } from './command/bench.ts';
import { check } from './command/check.ts';
import { checkMonth } from './command/check-month.ts';
import { claimed } from './command/claimed.ts';
import { company } from './command/company.ts';
import { compare } from './command/compare.ts';
import { complete } from './command/complete.ts';
import { compute } from './command/compute.ts';
import { confirm } from './command/confirm.ts';
import { correct } from './command/correct.ts';
import { decideLicenceCommand } from './command/decide-licence.ts';
import { declarations } from './command/declarations.ts';
import { dev } from './command/dev.ts';
import { erase } from './command/erase.ts';
import { exportBookCommand } from './command/export-book.ts';
import { exportStatementCommand } from './command/export-statement.ts';
import { fiscalYear } from './command/fiscal-year.ts';
import { held } from './command/held.ts';
import { help } from './command/help.ts';
import { identities } from './command/identities.ts';
import { importTimesheet } from './command/import.ts';
import { issue } from './command/issue.ts';
import { keys } from './command/keys.ts';
import { licences } from './command/licences.ts';
import { link } from './command/link.ts';
import { linkIdentity } from './command/link-identity.ts';
import { log } from './command/log.ts';
import { matchTraces } from './command/match.ts';
import { myIdentities } from './command/my-identities.ts';
import { orders } from './command/orders.ts';
import { pay } from './command/pay.ts';
import { prepare } from './command/prepare.ts';
import { proveIdentity } from './command/prove-identity.ts';
import { pull } from './command/pull.ts';
import { read } from './command/read.ts';
import { rebuild } from './command/rebuild-views.ts';
import { receipt } from './command/receipt.ts';
import { registry } from './command/registry.ts';
import { restoreBookCommand } from './command/restore-book.ts';
import { revoke } from './command/revoke.ts';
import { rules } from './command/rules.ts';
import { sample } from './command/sample.ts';
import { secondments } from './command/secondments.ts';
import { showWork } from './command/show-work.ts';
import { template } from './command/template.ts';
import { undo } from './command/undo.ts';
import { unlinkIdentity } from './command/unlink-identity.ts';
import { verify } from './command/verify.ts';
import { version } from './command/version.ts';
import type { Command } from './frame/command.ts';

export const commands: readonly Command[] = [
  dev,
  registry,
  company,
  secondments,
  identities,
  acceptIdentities,
  myIdentities,
  linkIdentity,
  proveIdentity,
  unlinkIdentity,
  pay,
  orders,
  claimed,
  fiscalYear,
  declarations,
  importTimesheet,
  undo,
  correct,
  complete,
  absences,
  pull,
  archive,
  licences,
  decideLicenceCommand,
  keys,
  matchTraces,
  checkMonth,
  showWork,
  confirm,
  compare,
  prepare,
  issue,
  exportStatementCommand,
  revoke,
  receipt,
  link,
  read,
  template,
  rules,
  compute,
  assess,
  verify,
  sample,
  log,
  check,
  rebuild,
  held,
  erase,
  exportBookCommand,
  restoreBookCommand,
  bench,
  help(() => commands),
  version,
];
