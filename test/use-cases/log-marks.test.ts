// What bodies outside say of the log: witnesses and a time-stamping authority, good, silent and wrong.

import { describe, expect, it } from 'vitest';
import { copyOfWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { primitives } from '../../lib/adapters/primitives.ts';
import { decodeBase64 } from '../../lib/ledger/log/base64.ts';
import { openCheckpoint, parseCheckpoint } from '../../lib/ledger/log/checkpoint.ts';
import { withSignatures } from '../../lib/ledger/log/cosignature.ts';
import { logEntry } from '../../lib/ledger/log/entry.ts';
import { formatSignatureLine } from '../../lib/ledger/log/note.ts';
import { isConsistent } from '../../lib/ledger/log/proof.ts';
import { verifyTlogProof } from '../../lib/ledger/log/tlog-proof.ts';
import { keyTypes, type NoteKey, parseVkey } from '../../lib/ledger/log/vkey.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import type { Ports } from '../../lib/ports.ts';
import { addCosignature } from '../../lib/use-cases/log/add-cosignature.ts';
import { askWitnesses } from '../../lib/use-cases/log/ask-witnesses.ts';
import { logEvidence } from '../../lib/use-cases/log/log-evidence.ts';
import { checkpointName } from '../../lib/use-cases/log/log-of-year.ts';
import { sequenceLog } from '../../lib/use-cases/log/sequence-log.ts';
import { showLog } from '../../lib/use-cases/log/show-log.ts';
import { stampLog } from '../../lib/use-cases/log/stamp-log.ts';
import { cosign, madeKey } from '../ledger/log/made-log.ts';
import { refusalOf } from './ledger.ts';
import { addFacts, bookA, logWorld, onWorld } from './log-world.ts';

const { sha256, verifyEd25519 } = primitives;
const witness = madeKey('witness.example/w1', keyTypes.cosignature);
const at = '2026-01-15T10:00:00.000Z';
const seconds = Date.parse(at) / 1000;

const lineOver = async (checkpoint: Uint8Array, time = seconds): Promise<string> => {
  const { note } = parseCheckpoint(checkpoint)!;
  const line = cosign(witness, note.text, time);
  return `${formatSignatureLine(line)}\n`;
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function ledgerWithLog(pinned: readonly NoteKey[] = [witness.key]) {
  const world = logWorld();
  world.witnesses = { keys: pinned, submitting: [] };
  const { ports } = onWorld(world);
  await addFacts(ports, bookA, 5);
  await sequenceLog(ports);
  return { world, ports };
}

const served = async (ports: Ports): Promise<Uint8Array> => (await ports.readLogFiles.get(checkpointName(2026)))!;

describe('a cosignature', () => {
  it('of a pinned witness is kept, served with the checkpoint, and in the proof of what it saw', async () => {
    const { ports } = await ledgerWithLog();
    const taken = await addCosignature(ports, utf8(await lineOver(await served(ports))));
    expect(taken).toEqual({ year: 2026, size: 6, witnesses: [{ name: 'witness.example/w1', at }] });
    const keys = (await logEvidence(ports, { book: bookA, seq: 2 }))!;
    const log = keys.vkeys.map((text) => parseVkey(sha256, text)!);
    expect(await openCheckpoint(await served(ports), log, [witness.key], verifyEd25519)).toMatchObject({
      signatures: [{ time: null }, { time: seconds }],
    });
    const entry = logEntry(sha256, keys.salt, keys.fact);
    expect(await verifyTlogProof(primitives, keys.proof, entry, log, [witness.key])).toMatchObject({
      checkpoint: { signatures: [{ time: null }, { time: seconds }] },
    });
    expect((await showLog(ports))[0]?.witnesses).toEqual([{ name: 'witness.example/w1', at, size: 6 }]);
    // The whole cosigned checkpoint does as well, and the same again changes nothing.
    const before = await served(ports);
    await addCosignature(ports, before);
    expect(await served(ports)).toEqual(before);
  });

  it('stays with its checkpoint when the log has gone on, and proves what was in it then', async () => {
    const { ports } = await ledgerWithLog();
    const old = await served(ports);
    await addFacts(ports, bookA, 5);
    await sequenceLog(ports);
    // It comes late: the lines alone are for the last checkpoint, over which they do not verify.
    expect((await refusalOf(addCosignature(ports, utf8(await lineOver(old))))).code).toBe('cosignature-refused');
    await addCosignature(ports, utf8(await lineOver(await served(ports))));
    const cosigned = await served(ports);
    await addFacts(ports, bookA, 5);
    await sequenceLog(ports);
    expect(await served(ports)).not.toEqual(cosigned);
    expect((await logEvidence(ports, { book: bookA, seq: 2 }))?.checkpoint).toEqual(cosigned);
    expect((await logEvidence(ports, { book: bookA, seq: 12 }))?.checkpoint).toEqual(await served(ports));
    const note = parseCheckpoint(cosigned)!.note;
    const again = await addCosignature(ports, withSignatures(note, []));
    expect(again.size).toBe(11);
  });

  it('of a stranger, over another text, or changed, is refused and nothing is kept', async () => {
    const { ports } = await ledgerWithLog();
    const before = await served(ports);
    const line = await lineOver(before);
    const other = madeKey('witness.example/w2', keyTypes.cosignature);
    const { note } = parseCheckpoint(before)!;
    const stranger = cosign(other, note.text, seconds);
    for (const file of [
      '',
      'not a note',
      line.replace('w1', 'w2'),
      `${formatSignatureLine(stranger)}\n`,
      line.replace(/.{8}\n$/, 'AAAAAAA=\n'),
      new TextDecoder().decode(before),
    ]) {
      expect((await refusalOf(addCosignature(ports, utf8(file)))).code).toBe('cosignature-refused');
    }
    expect(await served(ports)).toEqual(before);
  });
});

it('of two witnesses whose words come at the same moment, both are kept', async () => {
  const second = madeKey('witness.example/w2', keyTypes.cosignature);
  const { ports } = await ledgerWithLog([witness.key, second.key]);
  const checkpoint = await served(ports);
  const { note } = parseCheckpoint(checkpoint)!;
  const other = cosign(second, note.text, seconds);
  await addCosignature(ports, utf8(await lineOver(checkpoint, seconds - 60)));
  // While the word of one is on its way into the store, that of the other comes.
  let isFirst = true;
  const swap: Ports['logFiles']['swap'] = async (...asked) => {
    if (isFirst) {
      isFirst = false;
      await addCosignature(ports, utf8(`${formatSignatureLine(other)}\n`));
    }
    return ports.logFiles.swap(...asked);
  };
  await addCosignature({ ...ports, logFiles: { ...ports.logFiles, swap } }, utf8(await lineOver(checkpoint)));
  expect((await showLog(ports))[0]?.witnesses).toEqual([
    { name: 'witness.example/w1', at, size: 6 },
    { name: 'witness.example/w2', at, size: 6 },
  ]);
});

describe('a witness that takes checkpoints', () => {
  /** As C2SP tlog-witness says; it keeps the size and root that it last cosigned. */
  function testWitness() {
    let kept = { size: 0, root: sha256(new Uint8Array(0)) };
    const seen: { old: number; status: number }[] = [];
    const add = async (body: Uint8Array): Promise<{ status: number; text: string }> => {
      const text = new TextDecoder().decode(body);
      const [head, ...rest] = text.split('\n\n');
      const [first, ...proof] = head!.split('\n');
      const old = Number(/^old (\d+)$/.exec(first!)![1]);
      const checkpoint = parseCheckpoint(utf8(rest.join('\n\n')))!;
      const answer = async () => {
        if (old !== kept.size) return { status: 409, text: `${kept.size}\n` };
        if (
          !isConsistent(
            sha256,
            kept,
            checkpoint,
            proof.map((line) => decodeBase64(line)!),
          )
        )
          return { status: 422, text: '' };
        kept = checkpoint;
        return { status: 200, text: await lineOver(utf8(rest.join('\n\n'))) };
      };
      const answered = await answer();
      seen.push({ old, status: answered.status });
      return answered;
    };
    return { seen, add };
  }

  it('gets each checkpoint with the proof from the one it saw before, and its word is served', async () => {
    const { world, ports: first } = await ledgerWithLog();
    const { seen, add } = testWitness();
    world.witnesses = { keys: [witness.key], submitting: [{ key: witness.key, add }] };
    const { ports } = onWorld(world);
    expect(await askWitnesses(ports)).toEqual([{ year: 2026, name: 'witness.example/w1', outcome: 'cosigned' }]);
    expect(await askWitnesses(ports)).toEqual([]);
    await addFacts(first, bookA, 300);
    await sequenceLog(ports);
    expect((await askWitnesses(ports))[0]?.outcome).toBe('cosigned');
    expect(seen).toEqual([
      { old: 0, status: 200 },
      { old: 0, status: 409 },
      { old: 6, status: 200 },
    ]);
    expect((await showLog(ports))[0]?.witnesses).toEqual([{ name: 'witness.example/w1', at, size: 306 }]);
  });

  it('that is silent, refuses, or answers nonsense stops nothing', async () => {
    const { world } = await ledgerWithLog();
    const before = await world.log.get('2026/checkpoint');
    for (const [answer, outcome] of [
      [() => Promise.reject(new Error('connection refused')), 'silent'],
      [async () => ({ status: 404, text: '' }), 'refused'],
      [async () => ({ status: 409, text: '99999999999\n' }), 'refused'],
      [async () => ({ status: 200, text: '— witness.example/w1 AAAAAAAA\n' }), 'refused'],
    ] as const) {
      world.witnesses = { keys: [witness.key], submitting: [{ key: witness.key, add: answer }] };
      expect((await askWitnesses(onWorld(world).ports))[0]?.outcome).toBe(outcome);
    }
    expect(await world.log.get('2026/checkpoint')).toEqual(before);
  });

  it('is not called silent when it is our own store that fails', async () => {
    const { world } = await ledgerWithLog();
    world.witnesses = { keys: [witness.key], submitting: [{ key: witness.key, add: testWitness().add }] };
    const { ports } = onWorld(world);
    const swap = () => Promise.reject(new Error('the bucket does not answer'));
    const broken = { ...ports, logFiles: { ...ports.logFiles, swap } };
    await expect(askWitnesses(broken)).rejects.toThrow('the bucket does not answer');
  });
});

describe('a time stamp', () => {
  const stampOf = (text: Uint8Array): Uint8Array => utf8(`stamp over ${text.length} bytes`);
  const authority = (
    stamp: Ports['timeStamps']['authority'] extends infer A ? NonNullable<A> : never,
  ): Ports['timeStamps'] => ({
    authority: stamp,
    check: async () => ({ at }),
  });
  const good = authority({ ca: 'PEM', stamp: async (text) => ({ response: stampOf(text), at }) });
  const down = authority({
    ca: 'PEM',
    stamp: async () => {
      throw new Refusal('time-stamp-failed', { fr: 'non', en: 'no' });
    },
  });

  it('is over the text of the checkpoint, asked for once, and in the evidence of what it covers', async () => {
    const { world } = await ledgerWithLog();
    world.timeStamps = good;
    const { ports } = onWorld(world);
    expect(await stampLog(ports)).toMatchObject([{ year: 2026, size: 6, at, already: false }]);
    expect(await stampLog(ports)).toMatchObject([{ already: true }]);
    const { note } = parseCheckpoint(await served(ports))!;
    const evidence = (await logEvidence(ports, { book: bookA, seq: 4 }))!;
    expect(evidence.timestamp).toEqual(stampOf(utf8(note.text)));
    expect(evidence.timestampCa).toBe('PEM');
    expect((await showLog(ports))[0]?.stamp).toEqual({ at, size: 6 });
    await addFacts(ports, bookA, 1);
    await sequenceLog(ports);
    expect((await logEvidence(ports, { book: bookA, seq: 5 }))?.timestamp).toBeNull();
    expect((await logEvidence(ports, { book: bookA, seq: 4 }))?.timestamp).not.toBeNull();
  });

  it('that the authority does not give leaves the log as it is; the next time it is asked again', async () => {
    const { world } = await ledgerWithLog();
    world.timeStamps = down;
    const failed = await stampLog(onWorld(world).ports);
    expect(failed).toMatchObject([{ at: null, refusal: { code: 'time-stamp-failed' } }]);
    await addFacts(onWorld(world).ports, bookA, 1);
    expect((await sequenceLog(onWorld(world).ports)).facts).toBe(1);
    world.timeStamps = good;
    expect(await stampLog(onWorld(world).ports)).toMatchObject([{ size: 7, at }]);
  });

  it('and a cosignature of one checkpoint stand side by side, whichever came first', async () => {
    for (const order of [0, 1]) {
      const { world } = await ledgerWithLog();
      world.timeStamps = good;
      const { ports } = onWorld(world);
      const cosignIt = async () => addCosignature(ports, utf8(await lineOver(await served(ports))));
      const acts = [async () => stampLog(ports), cosignIt];
      await acts[order]!();
      await acts[1 - order]!();
      const [year] = await showLog(ports);
      expect(year).toMatchObject({ stamp: { size: 6 }, witnesses: [{ size: 6 }] });
    }
  });

  it('dies at any await and is complete after the next try', async () => {
    const { world } = await ledgerWithLog();
    world.timeStamps = good;
    const whole = onWorld(copyOfWorld(world, world.random));
    await stampLog(whole.ports);
    for (let step = 0; step < whole.steps.length; step += 1) {
      const copy = copyOfWorld(world, world.random);
      await expect(stampLog(onWorld(copy, { at: step, when: 'after' }).ports)).rejects.toThrow(/died/);
      const { ports } = onWorld(copy);
      await stampLog(ports);
      expect((await showLog(ports))[0]?.stamp).toEqual({ at, size: 6 });
    }
  });
});
