// Many seeds, one after the other: what they met, what they did, and which of them failed.
import { baseOf } from './bases.ts';
import { allFaults, type FaultName } from './fault-names.ts';
import { runSeed, type SeedReport } from './run-seed.ts';
import type { Plant, Violation } from './simulation.ts';

export interface SweepOptions {
  readonly from: number;
  readonly seeds: number;
  readonly faults?: readonly FaultName[];
  readonly plant?: Plant;
  /** A seed on another store than memory. */
  readonly run?: (seed: number) => Promise<SeedReport>;
  /** Called after each seed. @returns false to stop */
  readonly onSeed?: (report: SeedReport) => boolean;
}

export interface Sweep {
  readonly seeds: number;
  readonly acts: number;
  readonly facts: number;
  readonly faults: readonly { readonly fault: FaultName; readonly injected: number; readonly bit: number }[];
  /** `<act>: <outcome>` → how often, in order of name. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly failures: readonly { readonly seed: number; readonly violations: readonly Violation[] }[];
}

export async function sweep({ from, seeds, faults, plant, run, onSeed }: SweepOptions): Promise<Sweep> {
  const counts = new Map(allFaults.map((fault) => [fault, { injected: 0, bit: 0 }]));
  const outcomes = new Map<string, number>();
  const failures: { seed: number; violations: readonly Violation[] }[] = [];
  let [done, acts, facts] = [0, 0, 0];
  for (let seed = from; seed < from + seeds; seed += 1) {
    const options = { ...(faults === undefined ? {} : { faults }), ...(plant === undefined ? {} : { plant }) };
    const report = await (run?.(seed) ?? runSeed({ seed, base: await baseOf(seed), ...options }));
    done += 1;
    acts += report.acts;
    facts += report.facts;
    for (const { fault, injected, bit } of report.faults) {
      const sum = counts.get(fault)!;
      sum.injected += injected;
      sum.bit += bit;
    }
    for (const [outcome, count] of report.outcomes) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + count);
    if (report.violations.length > 0) failures.push({ seed, violations: report.violations });
    if (onSeed?.(report) === false) break;
  }
  return {
    ...{ seeds: done, acts, facts, failures },
    faults: [...counts].map(([fault, count]) => ({ fault, ...count })),
    outcomes: new Map([...outcomes].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
