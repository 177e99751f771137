// The process in which one case runs at one size. Started by run-case.ts, which it answers by message.
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../../lib/model/refusal.ts';
import { listenForStop } from '../frame/stop-signal.ts';
import type { Run } from './bench-case.ts';
import { benchCases } from './bench-cases.ts';

/** A refusal is said by whoever asked, in the language asked for. */
export type Answer = { readonly run: Run } | { readonly refused: Pick<Refusal, 'code' | 'detail'> };

/** @returns null if somebody stopped it */
async function run(name: string, size: number): Promise<Answer | null> {
  const meant = await benchCases[name]!();
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'communs-bench-')));
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  // Also when whoever asked is gone.
  const stopped = Promise.race([listenForStop().heard, once(process, 'disconnect')]);
  try {
    const before = loadavg()[0]!;
    const done = await Promise.race([
      meant.run(size, { folder, afterwards: (close) => closing.push(close) }),
      stopped.then(() => null),
    ]);
    if (done === null) return null;
    const peakMebibytes = Math.round(process.resourceUsage().maxRSS / 1024);
    return { run: { name, size, ...done, peakMebibytes, load: [before, loadavg()[0]!] } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: { code: error.code, detail: error.detail } };
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

const [, , name = '', size = ''] = process.argv;
const answer = await run(name, Number(size));
// What a stopped case still has in hand must not keep the process.
if (answer === null) process.exit();
process.send?.(answer, () => process.exit());
