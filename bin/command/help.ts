import { type Command, command } from '../frame/command.ts';
import { commandHelp, generalHelp, helpJson } from '../frame/help-text.ts';
import { knownName } from '../frame/known-name.ts';

/** @param commands all of them, asked for only when help is: this one is among them */
export const help = (commands: () => Promise<readonly Command[]>): Command =>
  command({
    name: 'help',
    argument: '[COMMAND]',
    summary: {
      fr: 'la liste des commandes, ou l’explication de l’une d’elles',
      en: 'the list of commands, or one of them explained',
    },
    options: {},
    run: async ({ argument }) => {
      const all = await commands();
      if (argument === undefined) {
        return {
          exitCode: 0,
          json: (language) => ({ commands: all.map((each) => helpJson(each, language)) }),
          text: (language) => generalHelp(all, language),
        };
      }
      const name = knownName(
        all.map((each) => each.name),
        argument,
      );
      const found = all.find((each) => each.name === name)!;
      return {
        exitCode: 0,
        json: (language) => helpJson(found, language),
        text: (language) => commandHelp(found, language),
      };
    },
  });
