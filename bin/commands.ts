// Every command, in the order of the help: read by the program, the help and the docs test.
import { company } from './command/company.ts';
import { compute } from './command/compute.ts';
import { help } from './command/help.ts';
import { read } from './command/read.ts';
import { registry } from './command/registry.ts';
import { verify } from './command/verify.ts';
import { version } from './command/version.ts';
import type { Command } from './frame/command.ts';

export const commands: readonly Command[] = [read, registry, company, compute, verify, help(() => commands), version];
