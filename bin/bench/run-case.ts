// Runs one case in a process of its own, so that neither its memory nor its rubbish is another case's.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Refusal } from '../../lib/model/refusal.ts';
import type { Run } from './bench-case.ts';
import type { Answer } from './run-alone.ts';

/**
 * @returns what was measured
 * @throws Refusal what refused the case: `git-missing`, `engine-missing` …
 * @throws Error where the case did not do its work; its own words are on standard error with COMMUNS_DEBUG=1
 */
export async function runCase(name: string, size: number): Promise<Run> {
  const own = process.env.COMMUNS_DEBUG === '1' ? 'inherit' : 'ignore';
  const child = fork(join(import.meta.dirname, 'run-alone.ts'), [name, String(size)], {
    stdio: ['ignore', own, own, 'ipc'],
  });
  const ended = once(child, 'close') as Promise<[code: number | null]>;
  let answer: Answer | null = null;
  child.on('message', (said: Answer) => {
    answer = said;
  });
  const [code] = await ended;
  // TypeScript does not see the listener.
  const said = answer as Answer | null;
  if (said === null) throw new Error(`bench: the case ${name} of ${size} ended with ${code}`);
  if ('refused' in said) throw new Refusal(said.refused.code, said.refused.detail);
  return said.run;
}
