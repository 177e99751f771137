// Node run as a user runs it: the time from its start to its end, and the most memory that it held.
import { spawnSync } from 'node:child_process';
import type { Done } from '../beside/way.ts';

/** Said at its end by the process itself, on a line of its own. */
const telling = 'process.on("exit",()=>process._rawDebug("\\npeak "+process.resourceUsage().maxRSS))';

/** @throws Error where it did not end as it should */
export function runNode(words: readonly string[]): Done {
  const env = { ...process.env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(telling)}` };
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { env, encoding: 'utf8' });
  const parts = { process: performance.now() - start };
  const [, peak] = /^peak (\d+)$/m.exec(stderr) ?? [];
  if (status !== 0 || peak === undefined) throw new Error(`bench: node ${words.join(' ')} ended with ${status}`);
  return { answer: null, parts, peakMebibytes: Number(peak) / 1024 };
}
