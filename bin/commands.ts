// Every command, in the order of the help: read by the program, the help and the docs test.
import { help } from './command/help.ts';
import { read } from './command/read.ts';
import { version } from './command/version.ts';
import type { Command } from './frame/command.ts';

export const commands: readonly Command[] = [read, help(() => commands), version];
