// F16: a program whose setting still names a key that was retired goes on with it. It is refused; and where one signs all the same, the check names it.
import type { Ports } from '../../../lib/ports.ts';
import { checkLedger } from '../../../lib/use-cases/check-ledger.ts';
import { retireKey } from '../../../lib/use-cases/keys.ts';
import type { LedgerFinding } from '../../../lib/use-cases/ledger-finding.ts';
import { yearOf } from '../../../lib/use-cases/log/log-of-year.ts';
import { readStatement } from '../../../lib/use-cases/read-statement.ts';
import { register } from '../../../lib/use-cases/register.ts';
import { attempt } from '../carry-out.ts';
import type { KeyUse } from '../key-rings.ts';
import { neverRetired } from '../never-retired.ts';
import { prepareAndIssue } from '../prepare-and-issue.ts';
import { type KeyPublished, publishedIn } from '../published-keys.ts';
import { factsIn, type PlainFact } from '../read-world.ts';
import { type SimulatedProcess, type Simulation, startProcess, unique, violate } from '../simulation.ts';
import { anotherSignatory } from '../small-world.ts';

type FormerKey = Pick<KeyPublished, 'use' | 'kid'>;

/** One that was retired, or is now. */
async function drawKey(sim: Simulation): Promise<FormerKey | null> {
  const keys = [...publishedIn(await factsIn(sim.world, 'registry')).values()];
  const current = await sim.keys.current();
  const former = keys.filter(({ kid }) => !current.includes(kid));
  if (former.length === 0) return null;
  const { use, kid, retired } = sim.draw.oneOf(former);
  const { ports, follow } = startProcess(sim);
  if (retired === null) await retireKey(ports, { by: sim.cast.registrar, kid });
  // Whoever does not ask finds no retirement in views; one that no view holds yet would be read in the book.
  await follow('registry');
  return { use, kid };
}

/** Where it must be named. */
type SignedLate = Pick<LedgerFinding, 'book' | 'seq'>;

const lastFact = async ({ world }: Simulation): Promise<PlainFact> => (await factsIn(world, 'registry')).at(-1)!;

const decide = async (sim: Simulation, ports: Ports): Promise<PlainFact> => {
  await register(ports, { by: sim.cast.registrar, file: anotherSignatory(sim.cast.projects, unique(sim)) });
  // Not where it was to stand: a key that nobody published yet may come before it.
  return lastFact(sim);
};

type LateAct = (by: SimulatedProcess) => Promise<SignedLate | null>;

/** Each is drawn once, and carried out by whoever asks, and by whoever does not. */
const acts: Readonly<Record<KeyUse, (sim: Simulation) => LateAct>> = {
  registrar:
    (sim) =>
    async ({ ports }) => ({ book: 'registry', seq: (await decide(sim, ports)).seq }),
  statement: ({ cast, draw }) => {
    const { company, finance } = draw.oneOf(cast.companies);
    return async ({ ports }) => {
      const asked = { company, fiscalYear: 2025, scheme: 'none' };
      const { statement: seq, already } = await prepareAndIssue(ports, asked, finance);
      return already ? null : { book: `company/${company}`, seq };
    };
  },
  /** Its log must go on: nobody asks when that key was retired. */
  log: (sim) => async (process) => {
    const { at } = await decide(sim, startProcess(sim, { isSilent: true }).ports);
    await process.attend();
    return { book: `log/${yearOf(at)}`, seq: null };
  },
};

/** It does not ask either. */
const blind = (process: SimulatedProcess): SimulatedProcess => ({
  ...process,
  ports: { ...process.ports, readViews: neverRetired(process.ports.readViews) },
});

/** When all is done. */
export async function checkLateKey(sim: Simulation): Promise<void> {
  if (!sim.faults.has('F16') || sim.draw.chance(70)) return;
  const late = await drawKey(sim);
  if (late === null) return;
  sim.world.nowMs = Math.max(sim.world.nowMs, Date.parse((await lastFact(sim)).at)) + 60_000;
  await signLate(sim, late);
  // What it wrote before it was refused, too, is in views and heads by then.
  await startProcess(sim).catchUp();
}

async function signLate(sim: Simulation, { use, kid }: FormerKey): Promise<void> {
  const unaware = startProcess(sim, { keys: await sim.keys.formerly(use, kid), isSilent: true });
  const act = acts[use](sim);
  const sign = (process: SimulatedProcess) => attempt(sim, `late ${use}`, process, () => act(process));
  if (use !== 'log') {
    const asked = await sign(unaware);
    if (asked.is === 'done' && asked.answer !== null) violate(sim, 'I10', `${kid} signs, and was retired`);
    if (asked.is !== 'refused' || asked.code !== 'signing-key-retired') return;
  }
  const signed = await sign(blind(unaware));
  if (signed.is !== 'done' || signed.answer === null) {
    violate(sim, 'I7', `${kid} does not sign, and nobody asks: ${JSON.stringify(signed)}`);
    return;
  }
  const { book, seq } = signed.answer;
  sim.tally.inject('F16');
  const process = startProcess(sim);
  // Else the next checkpoint takes the place of that one.
  if (use !== 'log') await process.catchUp();
  const { findings } = await checkLedger(process.ports, {});
  const isNamed = (one: LedgerFinding): boolean =>
    one.book === book && one.seq === seq && one.detail.en.includes('already retired');
  if (findings.some(isNamed)) sim.tally.bite('F16');
  else violate(sim, 'I8', `${book} ${seq} is signed with ${kid}, which was retired: the check did not name it`);
  if (use === 'statement') await checkRefused(sim, signed.answer);
}

async function checkRefused(sim: Simulation, { book, seq }: SignedLate): Promise<void> {
  const { number } = (await factsIn(sim.world, book))[seq!]!.data;
  const company = book.slice('company/'.length);
  const { verification } = await readStatement(startProcess(sim).ports, company, String(number), 'totals');
  if (verification.result !== 'invalid')
    violate(sim, 'I6', `${book} ${number}, signed late, verifies as ${verification.result}`);
}
