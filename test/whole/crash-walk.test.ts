// Every act of the main job dies at every step of the outside world, before and after it took effect; then it is carried out again.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Died } from '../../lib/adapters/memory/faults.ts';
import { copyOfWorld, type MemoryWorld, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { Random } from '../../lib/ports/primitives.ts';
import type { Ports } from '../../lib/ports.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { acts, openForge } from './acts.ts';
import { processOn } from './process.ts';

/** The same for the same purpose, however often it is asked: what a run that died had drawn is drawn again, so roots can be compared. */
const chance: Random = {
  bytes: (length, purpose) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
      createHmac('sha256', 'walk').update(`${purpose} ${block}`).digest(),
    );
    return Uint8Array.from(Buffer.concat(blocks).subarray(0, length));
  },
};

/** What a run must not lose or double: every fact but for what chance and the hour give it. */
async function told(ports: Ports): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const book of ports.listBooks.books()) {
    for await (const { bytes, seq } of ports.readBooks.facts(book, -1)) {
      const { kind, cause, by, data } = JSON.parse(new TextDecoder().decode(bytes));
      // ES256 signs with chance, so the text of a statement differs from run to run; all else is the same.
      const { jws: _jws, disclosures: _disclosures, ...rest } = data;
      const where = book.startsWith('person/') ? 'person' : book;
      lines.push(JSON.stringify({ where, seq, kind, cause, by, data: rest }));
    }
  }
  return lines.sort();
}

const asBefore = (world: MemoryWorld): MemoryWorld => copyOfWorld(world, chance);

/** Worlds as they stood before each act. */
async function worldsBefore(): Promise<MemoryWorld[]> {
  const world = { ...memoryWorld('crash walk'), random: chance };
  openForge(world);
  const { ports } = processOn(world);
  const worlds: MemoryWorld[] = [];
  for (const act of acts) {
    worlds.push(asBefore(world));
    await act.carryOut(ports);
  }
  return worlds;
}

const worlds = await worldsBefore();

describe.each(acts.map((act, i) => ({ ...act, before: worlds[i]! })))('$name', ({ carryOut, before }) => {
  it('loses and doubles nothing, wherever it dies', async () => {
    const whole = asBefore(before);
    const undisturbed = processOn(whole);
    await carryOut(undisturbed.ports);
    const { length: steps } = undisturbed.steps;
    const expected = await told(undisturbed.ports);
    expect(steps).toBeGreaterThan(3);
    for (let at = 0; at < steps; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const world = asBefore(before);
        await expect(carryOut(processOn(world, { at, when }).ports)).rejects.toThrow(Died);
        const again = processOn(world);
        await again.catchUp();
        await carryOut(again.ports);
        expect(await told(again.ports), `step ${at} ${when}: ${undisturbed.steps[at]}`).toEqual(expected);
        const { findings } = await checkLedger(again.ports, {});
        expect(findings, `step ${at} ${when}: ${undisturbed.steps[at]}`).toEqual([]);
      }
    }
  }, 600_000);
});
