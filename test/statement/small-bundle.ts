// The bundle of the small company's statement, at each level: two people, a week, in a ledger that is kept in memory.
import { memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { ViewLevel } from '../../lib/statement/sd-jwt.ts';
import { sequenceLog } from '../../lib/use-cases/log/sequence-log.ts';
import { companyOf, enrolLogin } from '../../lib/use-cases/people.ts';
import { statementFiles } from '../../lib/use-cases/statement-files.ts';
import { acts, openForge, siren } from '../whole/acts.ts';
import { processOn } from '../whole/process.ts';

export type Files = ReadonlyMap<string, Uint8Array>;

/** Carried out once, then read at each level. */
export async function smallBundles(seed: string) {
  const world = memoryWorld(seed);
  openForge(world);
  const process = processOn(world);
  const { ports } = process;
  for (const act of acts) {
    await act.carryOut(ports);
    world.nowMs += 60_000;
  }
  await process.catchUp();
  await sequenceLog(ports);
  const company = await companyOf(ports, siren);
  const { id: by } = await enrolLogin(ports, 'finance-1');
  const at = (level: ViewLevel): Promise<Files> =>
    statementFiles(ports, { company, number: '2025-0001', level, language: 'fr', by });
  return { world, ports, company, by, at };
}
