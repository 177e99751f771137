// Every command, in the order of the help: read by the program, the help and the docs test.
import { acceptIdentities } from './command/accept-identities.ts';
import { company } from './command/company.ts';
import { compute } from './command/compute.ts';
import { help } from './command/help.ts';
import { identities } from './command/identities.ts';
import { pay } from './command/pay.ts';
import { pull } from './command/pull.ts';
import { read } from './command/read.ts';
import { registry } from './command/registry.ts';
import { secondments } from './command/secondments.ts';
import { verify } from './command/verify.ts';
import { version } from './command/version.ts';
import type { Command } from './frame/command.ts';

export const commands: readonly Command[] = [
  registry,
  company,
  secondments,
  identities,
  acceptIdentities,
  pay,
  pull,
  read,
  compute,
  verify,
  help(() => commands),
  version,
];
