import { type Command, command } from '../frame/command.ts';
import { findCommand } from '../frame/find-command.ts';
import { commandHelp, generalHelp, helpJson } from '../frame/help-text.ts';

/** @param commands all of them, asked for only when help is: this one is among them */
export const help = (commands: () => readonly Command[]): Command =>
  command({
    name: 'help',
    argument: '[COMMAND]',
    summary: {
      fr: 'la liste des commandes, ou l’explication de l’une d’elles',
      en: 'the list of commands, or one of them explained',
    },
    options: {},
    run: async ({ argument }) => {
      if (argument === undefined) {
        return {
          exitCode: 0,
          json: (language) => ({ commands: commands().map((each) => helpJson(each, language)) }),
          text: (language) => generalHelp(commands(), language),
        };
      }
      const found = findCommand(commands(), argument);
      return {
        exitCode: 0,
        json: (language) => helpJson(found, language),
        text: (language) => commandHelp(found, language),
      };
    },
  });
