// `npm run simulate`: many seeds, and what they met. A seed that fails is printed with the one command that runs it again.
import { parseArgs } from 'node:util';
import { allFaults, type FaultName, faultNames } from './fault-names.ts';
import { openSlowStore } from './slow-store.ts';
import { type Sweep, sweep } from './sweep.ts';

const usage = `npm run simulate -- [--seeds N] [--from SEED] [--faults F1,F6] [--store memory|embedded] [--json]
  --seeds   how many, 500 otherwise
  --from    the first one, 1 otherwise
  --faults  only these: ${allFaults.join(', ')}
  --store   memory, or the embedded engine (slower)`;

function wrong(what: string): never {
  console.error(`${what}\n${usage}`);
  process.exit(2);
}

function whole(text: string, option: string): number {
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= 0 ? value : wrong(`--${option} ${text}: a whole number is needed.`);
}

function faultsOf(text: string): FaultName[] {
  return text
    .split(',')
    .map((name) => allFaults.find((known) => known === name) ?? wrong(`There is no fault ${name}.`));
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    from: { type: 'string', default: '1' },
    faults: { type: 'string' },
    store: { type: 'string', default: 'memory' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
if (!['memory', 'embedded'].includes(values.store)) wrong(`There is no store ${values.store}.`);

const faults = values.faults === undefined ? allFaults : faultsOf(values.faults);
const [seeds, from] = [whole(values.seeds, 'seeds'), whole(values.from, 'from')];
const isEmbedded = values.store === 'embedded';

/** The command that runs one seed again, with the same faults and store. */
const replay = (seed: number): string =>
  [
    `npm run simulate -- --seeds 1 --from ${seed}`,
    ...(values.faults === undefined ? [] : [`--faults ${values.faults}`]),
    ...(isEmbedded ? ['--store embedded'] : []),
  ].join(' ');

function table({ faults: met, outcomes }: Sweep): string {
  const lines = met
    .filter(({ fault }) => faults.includes(fault))
    .map(({ fault, injected, bit }) =>
      [`  ${fault.padEnd(4)}`, String(injected).padStart(9), String(bit).padStart(9), `  ${faultNames[fault]}`].join(
        '',
      ),
    );
  const ends = [...outcomes].map(([outcome, count]) => `  ${String(count).padStart(9)}  ${outcome}`);
  return ['  fault injected      bit', ...lines, '', '      times  act: how it ended', ...ends].join('\n');
}

const store = isEmbedded ? await openSlowStore(faults) : null;
const start = performance.now();
let seen = 0;
try {
  const found = await sweep({
    ...{ from, seeds, faults },
    ...(store === null ? {} : { run: store.run }),
    onSeed: ({ seed, trace, violations }) => {
      seen += 1;
      if (process.stderr.isTTY && seen % 50 === 0) process.stderr.write(`\r${seen} of ${seeds}`);
      if (seeds === 1 && !values.json) console.log(`trace of seed ${seed}: ${trace}`);
      for (const { invariant, what } of violations) console.error(`seed ${seed}: ${invariant} ${what}`);
      if (violations.length > 0) console.error(`again: ${replay(seed)}`);
      return true;
    },
  });
  const seconds = (performance.now() - start) / 1000;
  const { acts, facts, failures } = found;
  if (values.json) {
    const { outcomes, ...counts } = found;
    console.log(JSON.stringify({ ...counts, seconds, store: values.store, outcomes: Object.fromEntries(outcomes) }));
  } else {
    console.log(table(found));
    const rate = (found.seeds / seconds).toFixed(1);
    console.log(
      `\n${found.seeds} seeds, ${acts} acts and turns, ${facts} facts in ${seconds.toFixed(0)} s: ${rate} a second`,
    );
    console.log(failures.length === 0 ? 'no invariant was broken' : `${failures.length} SEEDS BROKE AN INVARIANT`);
  }
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  await store?.close();
}
