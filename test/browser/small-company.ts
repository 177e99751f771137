// The portal over one small company that has done a few of its acts: unless told otherwise, all that comes before its first timesheet.
import { openPortal } from '../../bin/portal.ts';
import { jobs } from '../../functions/jobs.ts';
import { type EmbeddedRun, openEmbedded } from '../../lib/edge/embedded.ts';
import type { Ports } from '../../lib/ports.ts';
import { acts } from '../whole/acts.ts';

/** What a company declares before its first timesheet. */
export const beforehand = ['registry', 'company', 'secondments', 'identities', 'accept identity', 'pay'];

export interface SmallCompany extends Pick<EmbeddedRun, 'ports' | 'clock' | 'settleLog'> {
  readonly address: string;
  readonly close: () => Promise<void>;
}

export async function carryOut(ports: Ports, names: readonly string[]): Promise<void> {
  for (const name of names) await acts.find((act) => act.name === name)!.carryOut(ports);
}

/** A day on which 2025 is over and its terms are not, whatever the machine’s says. */
const today = Date.UTC(2026, 1, 2, 9);

/** @param names of acts, in order; without network */
export async function openSmallCompany(names: readonly string[] = beforehand): Promise<SmallCompany> {
  const run = await openEmbedded(jobs, { memory: true });
  await run.clock.set(today);
  await carryOut(run.ports, names);
  const portal = await openPortal(run, 0);
  return {
    ...run,
    address: portal.address,
    close: async () => {
      await portal.close();
      await run.close();
    },
  };
}
