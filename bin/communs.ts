// The command line: finds the command, runs it, prints its answer in the language and form asked for.
import { inspect } from 'node:util';
import { Refusal } from '../lib/model/refusal.ts';
import { RefusalWithProblems } from '../lib/model/refusal-with-problems.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { allCommands, commandNames, loadCommand } from './commands.ts';
import type { Outcome } from './frame/command.ts';
import { commandHelp, generalHelp, helpJson } from './frame/help-text.ts';
import { Interrupted } from './frame/interrupted.ts';
import { knownName } from './frame/known-name.ts';
import { languageOf } from './frame/locale.ts';
import { demandAll, parseCommandLine } from './frame/parse-command-line.ts';
import { progressOn } from './frame/progress.ts';
import { refusedJson } from './frame/refused-json.ts';

const words = process.argv.slice(2);
const language = languageOf(words, process.env);

function print({ exitCode, jsonLines, json, text }: Outcome, stream: NodeJS.WriteStream): void {
  process.exitCode = exitCode;
  const asJson = words.includes('--json');
  if (asJson) for (const line of jsonLines?.(language) ?? []) process.stdout.write(`${JSON.stringify(line)}\n`);
  const said = asJson ? JSON.stringify(json(language)) : text(language);
  (asJson ? process.stdout : stream).write(said.endsWith('\n') ? said : `${said}\n`);
}

const faultText = (error: unknown): Bilingual => {
  const name = error instanceof Error ? error.name : typeof error;
  return {
    fr: `Panne du programme (${name}) : ce que vous avez donné n’est pas en cause. Recommencez ; si cela se répète, relancez avec COMMUNS_DEBUG=1 et signalez ce qui s’affiche.`,
    en: `A fault of the program (${name}): what you gave is not the cause. Try again; if it happens again, run it with COMMUNS_DEBUG=1 and report what is shown.`,
  };
};

/** A fault says where it came from only to whoever asked for it: messages of libraries hold what they were given. */
function printFailure(error: unknown): void {
  // By the signal itself, now that all is closed: a shell sees what it expects, and no read that is under way holds us up.
  if (error instanceof Interrupted) process.kill(process.pid, error.signal);
  if (process.env.COMMUNS_DEBUG === '1') process.stderr.write(`${inspect(error)}\n`);
  const refusal = error instanceof Refusal ? error : { code: 'fault', detail: faultText(error), exitCode: 2 as const };
  const problems = error instanceof RefusalWithProblems ? error.problems : [];
  const failed: Outcome = {
    exitCode: refusal.exitCode,
    json: (spoken) => ({
      refused: {
        ...refusedJson(refusal, spoken),
        ...(problems.length > 0 && {
          problems: problems.map((problem) => ({ ...problem, detail: problem.detail[spoken] })),
        }),
      },
    }),
    text: (spoken) =>
      [
        `communs: ${refusal.detail[spoken]} [${refusal.code}]`,
        ...problems.map(({ detail }) => `- ${detail[spoken]}`),
      ].join('\n'),
  };
  print(failed, process.stderr);
}

async function run(name: string, rest: readonly string[]): Promise<Outcome> {
  const command = await loadCommand(knownName(commandNames, name));
  const asked = parseCommandLine(command, rest);
  demandAll(command, asked);
  if (asked.options.help === true) {
    return { exitCode: 0, json: (spoken) => helpJson(command, spoken), text: (spoken) => commandHelp(command, spoken) };
  }
  return command.run(
    asked,
    progressOn((line) => process.stderr.write(line), language),
  );
}

/** What people type before they know the commands. */
const aliases: Readonly<Record<string, string>> = { '--help': 'help', '-h': 'help', '--version': 'version' };

// `communs read … | head`: whoever read has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});
process.on('uncaughtException', (error) => {
  printFailure(error);
  process.exit();
});

const [first, ...rest] = words;
if (first === undefined) {
  const commands = await allCommands();
  print({ exitCode: 2, json: () => ({}), text: (spoken) => generalHelp(commands, spoken) }, process.stderr);
} else {
  try {
    const outcome = await run(aliases[first] ?? first, rest);
    print(outcome, process.stdout);
    await outcome.afterwards?.();
  } catch (error) {
    printFailure(error);
  }
}
