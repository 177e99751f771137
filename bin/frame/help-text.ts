// What `--help` says, made from the declarations alone.
import type { Language } from '../../lib/model/text.ts';
import { type Command, commonOptions, type Option, type Options } from './command.ts';
import { textTable } from './text-table.ts';

const withValue = (name: string, { value }: Option): string =>
  value === undefined ? `--${name}` : `--${name} ${value}`;

/** `communs read FILE [--year YYYY]`; what every command takes is left out. */
export function usage({ name, argument, options }: Command): string {
  const words = Object.entries(options).map(([option, declared]) => {
    const word = withValue(option, declared) + (declared.repeatable === undefined ? '' : ' …');
    return declared.required === undefined ? `[${word}]` : word;
  });
  return ['communs', name, ...(argument === null ? [] : [argument]), ...words].join(' ');
}

const optionLines = (options: Options, language: Language): string[] =>
  textTable(Object.entries(options).map(([name, option]) => [withValue(name, option), option.summary[language]]));

export const commandHelp = (command: Command, language: Language): string =>
  [
    `${usage(command)}`,
    '',
    `${command.summary[language]}`,
    '',
    ...optionLines({ ...command.options, ...commonOptions }, language),
  ].join('\n');

const around = {
  fr: {
    title: 'communs : le grand livre de ce que les entreprises donnent aux communs numériques',
    more: 'communs COMMANDE --help explique une commande. Toutes prennent --json, --lang fr|en et --help.',
    codes:
      'Codes de sortie : 0 fait ; 1 la réponse est non ; 2 fichier illisible ou mauvais usage ; 3 remplacé ou révoqué.',
  },
  en: {
    title: 'communs: the ledger of what companies give to digital commons',
    more: 'communs COMMAND --help explains a command. All take --json, --lang fr|en and --help.',
    codes: 'Exit codes: 0 done; 1 the answer is no; 2 unreadable file or wrong usage; 3 superseded or revoked.',
  },
} as const;

export const generalHelp = (commands: readonly Command[], language: Language): string =>
  [
    around[language].title,
    '',
    ...textTable(commands.map(({ name, argument, summary }) => [`${name} ${argument ?? ''}`, summary[language]])),
    '',
    around[language].more,
    around[language].codes,
  ].join('\n');

/** The declaration as `--help --json` gives it. */
export const helpJson = (command: Command, language: Language): object => ({
  name: command.name,
  usage: usage(command),
  summary: command.summary[language],
  options: Object.entries({ ...command.options, ...commonOptions }).map(([name, { summary, ...option }]) => ({
    name,
    ...option,
    summary: summary[language],
  })),
});
