// The portal over one small company that has declared all that comes before its first timesheet.
import { personasOf } from '../../bin/personas.ts';
import { openPortal } from '../../bin/portal.ts';
import { jobs } from '../../functions/jobs.ts';
import { openEmbedded } from '../../lib/edge/embedded.ts';
import { acts } from '../whole/acts.ts';

/** What a company declares before its first timesheet. */
const beforehand = ['registry', 'company', 'secondments', 'identities', 'accept identity', 'pay'];

export interface SmallCompany {
  readonly address: string;
  readonly close: () => Promise<void>;
}

export async function openSmallCompany(): Promise<SmallCompany> {
  const run = await openEmbedded(jobs, { memory: true });
  for (const name of beforehand) await acts.find((act) => act.name === name)!.carryOut(run.ports);
  const portal = await openPortal(run, await personasOf(run.ports), 0);
  return {
    address: portal.address,
    close: async () => {
      await portal.close();
      await run.close();
    },
  };
}
