// Runs a bench beside others in a folder of its own, and answers as each of them does.
import { availableParallelism } from 'node:os';
import type { Language } from '../../../lib/model/text.ts';
import type { Outcome } from '../../frame/command.ts';
import { listenForStop } from '../../frame/stop-signal.ts';
import { withBench } from '../with-bench.ts';
import type { BesideRun } from './beside-run.ts';

/**
 * Exit code 1 where answers differ or ours holds more than it may, whatever the times.
 * @param figures what the JSON says besides
 */
export async function runBeside<Run extends BesideRun>(
  measureAll: (folder: string) => Promise<Run>,
  figures: (run: Run) => object,
  toText: (run: Run, language: Language) => string,
): Promise<Outcome> {
  const stop = listenForStop();
  const run = await withBench(({ folder }) => stop.during(measureAll(folder)));
  stop.letGo();
  const { failures, missing, load, rounds } = run;
  return {
    exitCode: failures.length === 0 ? 0 : 1,
    json: () => ({
      node: process.versions.node,
      cores: availableParallelism(),
      ...{ load, rounds, ...figures(run), peersNotMeasured: missing },
      failures: failures.map(({ code, says }) => ({ code, detail: says })),
    }),
    text: (language) => toText(run, language),
  };
}
