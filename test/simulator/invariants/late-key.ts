// F16: a program whose setting still names a key that was retired goes on with it. It is refused; and where one signs all the same, the check names it.
import { Refusal } from '../../../lib/model/refusal.ts';
import type { Ports } from '../../../lib/ports.ts';
import { checkLedger } from '../../../lib/use-cases/check-ledger.ts';
import { retireKey } from '../../../lib/use-cases/keys.ts';
import type { LedgerFinding } from '../../../lib/use-cases/ledger-finding.ts';
import { yearOf } from '../../../lib/use-cases/log/log-of-year.ts';
import { readStatement } from '../../../lib/use-cases/read-statement.ts';
import { register } from '../../../lib/use-cases/register.ts';
import type { KeyUse } from '../key-rings.ts';
import { neverRetired } from '../never-retired.ts';
import { prepareAndIssue } from '../prepare-and-issue.ts';
import { publishedIn } from '../published-keys.ts';
import { factsIn } from '../read-world.ts';
import { type SimulatedProcess, type Simulation, startProcess, unique, violate } from '../simulation.ts';
import { anotherSignatory } from '../small-world.ts';

interface Late {
  readonly use: KeyUse;
  readonly kid: string;
}

/** One that was retired, or is now. */
async function drawKey(sim: Simulation): Promise<Late | null> {
  const keys = [...publishedIn(await factsIn(sim.world, 'registry')).values()];
  const current = await sim.keys.current();
  const former = keys.filter(({ kid }) => !current.includes(kid));
  if (former.length === 0) return null;
  const { use, kid, retired } = sim.draw.oneOf(former);
  const process = startProcess(sim);
  if (retired === null) await retireKey(process.ports, { by: sim.cast.registrar, kid });
  await process.follow('registry');
  return { use, kid };
}

/** Where it must be named. */
type SignedLate = Pick<LedgerFinding, 'book' | 'seq' | 'what'>;

const decide = async (sim: Simulation, ports: Ports): Promise<SignedLate> => {
  await register(ports, { by: sim.cast.registrar, file: anotherSignatory(sim.cast.projects, unique(sim)) });
  // Not where it was to stand: a key that nobody published yet may come before it.
  const { seq } = (await factsIn(sim.world, 'registry')).at(-1)!;
  return { book: 'registry', seq, what: 'signature' };
};

const acts = {
  registrar: (sim: Simulation, { ports }: SimulatedProcess) => decide(sim, ports),
  statement: async ({ cast, draw }: Simulation, { ports }: SimulatedProcess): Promise<SignedLate | null> => {
    const { company, finance } = draw.oneOf(cast.companies);
    const asked = { company, fiscalYear: 2025, scheme: 'none' };
    const { statement: seq, already } = await prepareAndIssue(ports, asked, finance);
    return already ? null : { book: `company/${company}`, seq, what: 'statement' };
  },
  /** Its log must go on: nobody asks when that key was retired. */
  log: async (sim: Simulation, process: SimulatedProcess): Promise<SignedLate> => {
    const { seq } = await decide(sim, startProcess(sim, { isSilent: true }).ports);
    await process.attend();
    const { at } = (await factsIn(sim.world, 'registry'))[seq!]!;
    return { book: `log/${yearOf(at)}`, seq: null, what: 'log' };
  },
} as const satisfies Readonly<Record<KeyUse, unknown>>;

/** @returns a code where it is refused */
async function answerOf(act: () => Promise<SignedLate | null>): Promise<SignedLate | string | null> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** It does not ask either. */
const blind = (process: SimulatedProcess): SimulatedProcess => ({
  ...process,
  ports: { ...process.ports, readViews: neverRetired(process.ports.readViews) },
});

/** When all is done. */
export async function checkLateKey(sim: Simulation): Promise<void> {
  if (!sim.faults.has('F16') || sim.draw.chance(70)) return;
  sim.world.nowMs = sim.latest.nowMs;
  const late = await drawKey(sim);
  if (late === null) return;
  const { use, kid } = late;
  sim.world.nowMs += 60_000;
  const unaware = startProcess(sim, { keys: await sim.keys.formerly(use, kid), isSilent: true });
  const act = (process: SimulatedProcess) => answerOf(() => acts[use](sim, process));
  const asked = use === 'log' ? 'signing-key-retired' : await act(unaware);
  if (asked !== null && typeof asked !== 'string') violate(sim, 'I10', `${asked.book}: ${kid} signs, and was retired`);
  if (asked !== 'signing-key-retired') return;
  const signed = await act(blind(unaware));
  if (signed === null || typeof signed === 'string') return;
  sim.tally.inject('F16');
  const process = startProcess(sim);
  for (const book of ['registry', signed.book]) if (use !== 'log') await process.follow(book);
  const { findings } = await checkLedger(process.ports, {});
  const { book, seq, what } = signed;
  if (findings.some((one) => one.book === book && one.seq === seq && one.what === what)) sim.tally.bite('F16');
  else violate(sim, 'I8', `${book} ${seq} is signed with ${kid}, which was retired: the check did not name it`);
  if (use === 'statement') await checkRefused(sim, signed);
}

async function checkRefused(sim: Simulation, { book, seq }: SignedLate): Promise<void> {
  const { number } = (await factsIn(sim.world, book))[seq!]!.data;
  const company = book.slice('company/'.length);
  const { verification } = await readStatement(startProcess(sim).ports, company, String(number), 'totals');
  if (verification.result !== 'invalid')
    violate(sim, 'I6', `${book} ${number}, signed late, verifies as ${verification.result}`);
}
