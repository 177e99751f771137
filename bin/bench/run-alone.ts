// The process in which one case runs at one size. Started by run-case.ts, which it answers by message.
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { Refusal } from '../../lib/model/refusal.ts';
import { listenForStop } from '../frame/stop-signal.ts';
import type { Run } from './bench-case.ts';
import { benchCases } from './bench-cases.ts';
import { withBench } from './with-bench.ts';

/** A refusal is said by whoever asked, in the language asked for. */
export type Answer = { readonly run: Run } | { readonly refused: Pick<Refusal, 'code' | 'detail'> };

/** @returns null if somebody stopped it */
async function run(name: string, size: number): Promise<Answer | null> {
  const meant = await benchCases[name]!();
  const before = loadavg()[0]!;
  // Also when whoever asked is gone.
  const stopped = Promise.race([listenForStop().heard, once(process, 'disconnect')]).then(() => null);
  try {
    const done = await withBench((bench) => Promise.race([meant.run(size, bench), stopped]));
    if (done === null) return null;
    const peakMebibytes = Math.round(process.resourceUsage().maxRSS / 1024);
    return { run: { name, size, ...done, peakMebibytes, load: [before, loadavg()[0]!] } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: { code: error.code, detail: error.detail } };
  }
}

const [, , name = '', size = ''] = process.argv;
const answer = await run(name, Number(size));
// What a stopped case still has in hand must not keep the process.
if (answer === null) process.exit();
process.send?.(answer, () => process.exit());
