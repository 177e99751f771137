// I7: with nothing more in its way the next run completes by itself; after it everything agrees, and a second one finds nothing to do.
import { checkLedger } from '../../../lib/use-cases/check-ledger.ts';
import { catchUp } from '../carry-out.ts';
import { deliver, type Queued, type Simulation, startProcess, violate } from '../simulation.ts';

const writes =
  /^(?:table\.(?:put|putIf|remove)|objects\.putIfAbsent|heads\.put|sealedFiles\.|signer\.signDigest|logSigner\.sign$|logFiles\.(?:put|swap))/;

/** Each round follows the facts that the one before it wrote. */
const mostRounds = 10;

/** The messages that still wait, then what a start would do, until nothing waits. */
export async function settle(sim: Simulation): Promise<void> {
  for (let deliveries = 0; sim.queue.length > 0 && deliveries < 100; deliveries += 1) {
    const { book } = sim.queue[0]!;
    const first: Queued[] = sim.queue.filter((message) => message.book === book).slice(0, 10);
    await deliver(sim, startProcess(sim), first);
  }
  let rounds = 0;
  do {
    sim.wakes.length = 0;
    await catchUp(sim);
    rounds += 1;
  } while (sim.wakes.length > 0 && rounds < mostRounds);
  const idle = startProcess(sim);
  await idle.catchUp();
  const wrote = idle.faults.steps.filter((step) => writes.test(step));
  if (wrote.length > 0) violate(sim, 'I7', `a start with nothing to do wrote: ${wrote.slice(0, 3).join(', ')}`);
}

export async function checkSettled(sim: Simulation): Promise<void> {
  const { findings, behind } = await checkLedger(startProcess(sim).ports, {});
  for (const { what, book, seq, name } of findings) violate(sim, 'I7', `check: ${what} ${book} ${seq} ${name}`);
  for (const { what, book } of behind) violate(sim, 'I7', `check: the ${what} of ${book} is behind`);
}
