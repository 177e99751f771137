// Runs the real program as a child process, as a person would.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

export const root = resolve(import.meta.dirname, '../..');
export const program = join(root, 'bin/communs.js');
/** The node of the checkout, which is that of `npx communs`. */
export const node = join(root, 'node_modules/.bin/node');

export interface Said {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** @param environment beside that of the test, whose own locale is taken away: French speaks unless it says otherwise */
export async function communs(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Said> {
  const { LC_ALL: _all, LC_MESSAGES: _messages, LANG: _lang, ...env } = process.env;
  const child = spawn(node, [program, ...words], {
    env: { ...env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { exitCode: exitCode as number, out, err };
}

/** With `--json`: standard output must be one JSON object and nothing else. */
export async function communsJson<Answer>(
  words: readonly string[],
): Promise<{ readonly exitCode: number; readonly json: Answer; readonly err: string }> {
  const { exitCode, out, err } = await communs([...words, '--json']);
  return { exitCode, json: JSON.parse(out) as Answer, err };
}

export interface RefusedJson {
  readonly refused: { readonly code: string; readonly detail: string };
}
