// F16: a key that was retired signs once more, for a program that never learnt of it. The check names the fact, and what it signed does not verify.
import { checkLedger } from '../../../lib/use-cases/check-ledger.ts';
import { issueStatement } from '../../../lib/use-cases/issue-statement.ts';
import { retireKey } from '../../../lib/use-cases/keys.ts';
import { prepareStatement } from '../../../lib/use-cases/prepare-statement.ts';
import { readStatement } from '../../../lib/use-cases/read-statement.ts';
import { register } from '../../../lib/use-cases/register.ts';
import type { KeyUse } from '../key-rings.ts';
import { publishedIn } from '../published-keys.ts';
import { factsIn } from '../read-world.ts';
import { refusedAsNull } from '../refused.ts';
import { type SimulatedProcess, type Simulation, startProcess, unique, violate } from '../simulation.ts';
import { anotherSignatory } from '../small-world.ts';

interface Late {
  readonly use: Exclude<KeyUse, 'log'>;
  readonly kid: string;
}

/** One that was retired, or is now. */
async function drawKey(sim: Simulation): Promise<Late | null> {
  const keys = [...publishedIn(await factsIn(sim.world, 'registry')).values()];
  const { ports } = startProcess(sim);
  const current = [await ports.statementKeys.publicKeys(), await ports.registrarKeys.publicKeys()].map(
    ([key]) => key?.kid,
  );
  const former = keys.flatMap(({ use, kid, retired }) =>
    use === 'log' || current.includes(kid) ? [] : [{ use, kid, retired }],
  );
  if (former.length === 0) return null;
  const { use, kid, retired } = sim.draw.oneOf(former);
  if (retired === null) await retireKey(ports, { by: sim.cast.registrar, kid });
  return { use, kid };
}

interface SignedLate {
  readonly book: string;
  readonly seq: number;
  readonly what: 'signature' | 'statement';
}

async function decide(sim: Simulation, { ports }: SimulatedProcess): Promise<SignedLate | null> {
  const seq = (await factsIn(sim.world, 'registry')).length;
  await register(ports, { by: sim.cast.registrar, file: anotherSignatory(sim.cast.projects, unique(sim)) });
  return { book: 'registry', seq, what: 'signature' };
}

/** @returns null where there is nothing to state, or nothing new */
async function state(sim: Simulation, { ports }: SimulatedProcess): Promise<SignedLate | null> {
  const { company, finance } = sim.draw.oneOf(sim.cast.companies);
  const asked = { company, fiscalYear: 2025, scheme: 'none' };
  const prepared = await prepareStatement(ports, { ...asked, by: finance[0] }).catch(refusedAsNull);
  if (prepared === null || prepared.issuedAs !== null) return null;
  const by = finance.find((one) => one !== prepared.by)!;
  const issued = await issueStatement(ports, { ...asked, by }).catch(refusedAsNull);
  if (issued === null) return null;
  const { verification } = await readStatement(startProcess(sim).ports, company, issued.number, 'totals');
  if (verification.result !== 'invalid')
    violate(sim, 'I6', `${issued.number} of ${company}, signed late, is ${verification.result}`);
  return { book: `company/${company}`, seq: issued.statement, what: 'statement' };
}

/** When all is done. */
export async function checkLateKey(sim: Simulation): Promise<void> {
  if (!sim.faults.has('F16') || sim.draw.chance(70)) return;
  sim.world.nowMs = sim.latest.nowMs;
  const late = await drawKey(sim);
  if (late === null) return;
  sim.world.nowMs += 60_000;
  const keys = await sim.keys.formerly(late.use, late.kid);
  const unaware = startProcess(sim, { keys, isSilent: true });
  const signed = await (late.use === 'registrar' ? decide : state)(sim, unaware);
  if (signed === null) return;
  sim.tally.inject('F16');
  const process = startProcess(sim);
  for (const book of ['registry', signed.book]) await process.follow(book);
  const { findings } = await checkLedger(process.ports, {});
  const { book, seq, what } = signed;
  if (findings.some((one) => one.book === book && one.seq === seq && one.what === what)) sim.tally.bite('F16');
  else violate(sim, 'I8', `${book} ${seq} is signed with ${late.kid}, which was retired: the check did not name it`);
}
