// Promise 1: traces never create an hour, never change one, never weigh one. Only the split of counted minutes follows them.
import { describe, expect, it } from 'vitest';
import { memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { StatementPayload } from '../../lib/statement/payload.ts';
import { companyOf } from '../../lib/use-cases/people.ts';
import { readStatement } from '../../lib/use-cases/read-statement.ts';
import { acts, openForge, repositoryUrl, sampleRepository, siren } from './acts.ts';
import { processOn } from './process.ts';

/** The same company, with or without anything on the forge. */
async function statementWith(hasTraces: boolean): Promise<StatementPayload> {
  const world = memoryWorld('promise one');
  openForge(world);
  if (!hasTraces) world.repositories.set(repositoryUrl, sampleRepository([]));
  const { ports } = processOn(world);
  for (const { carryOut } of acts) await carryOut(ports);
  const { verification } = await readStatement(ports, await companyOf(ports, siren), '2025-0001', 'totals');
  return verification.payload!;
}

const counted = ({ agrees, partly, noTrace }: StatementPayload['minutes']['counted']): number =>
  agrees + partly + noTrace;

describe('deleting every contribution', () => {
  it('moves no minute between counted, refused, awaiting and withdrawn, and no cent', async () => {
    const [withTraces, without] = [await statementWith(true), await statementWith(false)];
    expect(withTraces.minutes.counted).not.toEqual(without.minutes.counted);
    expect(counted(without.minutes.counted)).toBe(counted(withTraces.minutes.counted));
    expect({ ...without.minutes, counted: null }).toEqual({ ...withTraces.minutes, counted: null });
    expect(without.refused).toEqual(withTraces.refused);
    expect(without.cost).toEqual(withTraces.cost);
    expect(without.simulation).toEqual(withTraces.simulation);
  });
});
