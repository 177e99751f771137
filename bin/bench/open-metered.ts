// An embedded ledger on a database behind a counter.
import { join } from 'node:path';
import { jobs } from '../../functions/jobs.ts';
import { openEngine } from '../../lib/adapters/engine/engine.ts';
import { openEmbedded } from '../../lib/edge/embedded.ts';
import type { Ports } from '../../lib/ports.ts';
import type { Bench } from './bench-case.ts';
import { type MeteredEngine, meteredEngine } from './metered-engine.ts';

/** An embedded ledger whose calls to the database are counted. */
export async function openMetered({
  folder,
  afterwards,
}: Bench): Promise<{ ports: Ports; meter: MeteredEngine; settleLog: () => Promise<void> }> {
  const engine = await openEngine(join(folder, 'engine'));
  afterwards(engine.close);
  const meter = await meteredEngine(engine.endpoint);
  afterwards(meter.close);
  const { ports, close, settleLog } = await openEmbedded(jobs, {
    dataDirectory: join(folder, 'data'),
    environment: { COMMUNS_DYNAMODB_ENDPOINT: meter.endpoint },
  });
  afterwards(close);
  return { ports, meter, settleLog };
}
