// From the words of a command line to what a command declared: nothing unknown, nothing twice, nothing left out.
import { parseArgs } from 'node:util';
import type { Asked, Command, Option, Options } from './command.ts';
import { commonOptions } from './command.ts';
import { perhaps, wrongUsage } from './wrong-usage.ts';

type Given = Map<string, string[]>;

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** node's own reader, told to complain about nothing: its complaints are in English and know no closest name. */
function tokensOf(options: Options, words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: {
      ...Object.fromEntries(
        Object.entries(options).map(([name, { value }]) => [
          name,
          { type: value === undefined ? 'boolean' : 'string' },
        ]),
      ),
      help: { type: 'boolean', short: 'h' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

function take(command: Command, options: Options, { name, rawName, value, inlineValue }: OptionToken, given: Given) {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    const close = perhaps(
      rawName,
      Object.keys(options).map((each) => `--${each}`),
    );
    throw wrongUsage(command.name, {
      fr: `L’option « ${rawName} » n’existe pas ici.${close.fr}`,
      en: `There is no option '${rawName}' here.${close.en}`,
    });
  }
  if (option.value === undefined && value !== undefined) {
    throw wrongUsage(command.name, { fr: `${rawName} ne prend pas de valeur.`, en: `${rawName} takes no value.` });
  }
  // A value that begins with a dash is more likely the next option; `--name=-value` says otherwise.
  if (option.value !== undefined && (value === undefined || (inlineValue !== true && value.startsWith('-')))) {
    throw wrongUsage(command.name, {
      fr: `${rawName} demande une valeur : ${rawName} ${option.value}.`,
      en: `${rawName} needs a value: ${rawName} ${option.value}.`,
    });
  }
  const values = given.get(name) ?? [];
  if (values.length > 0 && option.repeatable === undefined) {
    throw wrongUsage(command.name, { fr: `${rawName} est donné deux fois.`, en: `${rawName} is given twice.` });
  }
  given.set(name, [...values, value ?? '']);
}

function answerOf(option: Option, values: readonly string[] | undefined): Asked['options'][string] {
  if (option.value === undefined) return values !== undefined;
  return option.repeatable === undefined ? values?.[0] : (values ?? []);
}

/**
 * @param words what stands behind the name of the command
 * @throws Refusal `wrong-usage`
 */
export function parseCommandLine(command: Command, words: readonly string[]): Asked {
  const options = { ...command.options, ...commonOptions };
  const given: Given = new Map();
  const positionals: string[] = [];
  for (const token of tokensOf(options, words)) {
    if (token.kind === 'option') take(command, options, token, given);
    if (token.kind === 'positional') positionals.push(token.value);
  }
  const isList = command.argument?.endsWith(' …]') === true;
  const [argument, extra = command.argument === null ? argument : undefined] = isList ? [] : positionals;
  if (extra !== undefined) {
    throw wrongUsage(command.name, {
      fr: `« ${extra} » est de trop. Un nom qui contient des espaces se met entre guillemets.`,
      en: `'${extra}' is one word too many. Put a name with spaces between quotation marks.`,
    });
  }
  const language = given.get('lang')?.[0];
  if (language !== undefined && language !== 'fr' && language !== 'en') {
    throw wrongUsage(command.name, {
      fr: `« ${language} » n’est pas une langue d’ici : fr ou en.`,
      en: `'${language}' is not spoken here: fr or en.`,
    });
  }
  const asked = Object.entries(options).map(([name, option]) => [name, answerOf(option, given.get(name))] as const);
  return { argument: isList ? positionals : argument, options: Object.fromEntries(asked) };
}

/** @throws Refusal `wrong-usage` naming what is missing; help and a template need nothing else */
export function demandAll(command: Command, { argument, options }: Asked): void {
  if (options.help === true || options.template === true) return;
  const { name, argument: wanted } = command;
  if (wanted !== null && !wanted.startsWith('[') && argument === undefined) {
    throw wrongUsage(name, { fr: `Il manque ${wanted}.`, en: `${wanted} is missing.` });
  }
  for (const [option, { required, value }] of Object.entries(command.options)) {
    if (required === undefined || options[option] !== undefined) continue;
    throw wrongUsage(name, { fr: `Il manque --${option} ${value}.`, en: `--${option} ${value} is missing.` });
  }
}
