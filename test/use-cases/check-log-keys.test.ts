// Checkpoints in the full check by who signed them: one that a retired key signed after its retirement is named, where it is served and where it is kept.
import { expect, it } from 'vitest';
import { memoryLogSigner } from '../../lib/adapters/log/memory-log.ts';
import { parseCheckpoint } from '../../lib/ledger/log/checkpoint.ts';
import { withSignatures } from '../../lib/ledger/log/cosignature.ts';
import { formatSignatureLine } from '../../lib/ledger/log/note.ts';
import { keyTypes } from '../../lib/ledger/log/vkey.ts';
import { encodeBase64url } from '../../lib/statement/base64url.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { exportBook } from '../../lib/use-cases/export-book.ts';
import { retireKey } from '../../lib/use-cases/keys.ts';
import { addCosignature } from '../../lib/use-cases/log/add-cosignature.ts';
import { markName } from '../../lib/use-cases/log/log-marks.ts';
import { checkpointName, logKeysOf } from '../../lib/use-cases/log/log-of-year.ts';
import { sequenceLog } from '../../lib/use-cases/log/sequence-log.ts';
import { enrolLogin } from '../../lib/use-cases/people.ts';
import { publishLogKeys } from '../../lib/use-cases/publish-keys.ts';
import { giveRoles } from '../../lib/use-cases/roles.ts';
import { cosign, madeKey } from '../ledger/log/made-log.ts';
import { addFacts, bookA, bookB, logWorld, onWorld } from './log-world.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const checkpoint = checkpointName(2026);

it('the full check names a checkpoint that a retired key signed, until the key of today signs the next one', async () => {
  const witness = madeKey('witness.example/w1', keyTypes.cosignature);
  const before = { ...logWorld(), witnesses: { keys: [witness.key], submitting: [] } };
  const former = before.logSigner;
  const [formerKey] = await former.publicKeys();
  const today = memoryLogSigner(before.random);
  const logSigner = { ...today, publicKeys: async () => [...(await today.publicKeys()), formerKey!] };
  const now = { ...before, logSigner };
  /** A program that was started before the rotation, and one that was started after it. */
  const [old, ports] = [onWorld(before).ports, onWorld(now).ports];
  const found = async (): Promise<string[]> =>
    (await checkLedger(ports)).findings.map(({ book, name, detail }) => `${book} ${name} ${detail.en}`);
  const late = (year: number, name: string) =>
    expect.stringContaining(`log/${year} ${name} Log, ${name}: The checkpoint was signed with a key that was already`);
  const sizeAndNote = async () => parseCheckpoint((await before.log.get(checkpoint))!)!;
  const cosigned = async (): Promise<number> => {
    const { note, size } = await sizeAndNote();
    await addCosignature(old, utf8(`${formatSignatureLine(cosign(witness, note.text, 1_768_500_000))}\n`));
    return size;
  };

  await addFacts(old, bookA, 3);
  await sequenceLog(old);
  await publishLogKeys(ports);
  const { id: by } = await enrolLogin(ports, 'keeper');
  await giveRoles(ports, by, null, ['registrar']);
  await sequenceLog(old);
  await cosigned();
  await retireKey(ports, { by, kid: encodeBase64url(formerKey!) });
  // What it signed before stays good.
  expect(await found()).toEqual([]);

  await sequenceLog(old);
  const size = await cosigned();
  expect(await found()).toEqual([late(2026, checkpoint), late(2026, markName(2026, size))]);
  before.nowMs = Date.UTC(2027, 0, 1);
  await addFacts(onWorld(before).ports, bookB, 1);
  await sequenceLog(onWorld(before).ports);
  expect(await found()).toContainEqual(late(2027, checkpointName(2027)));

  // Signed by both it is today’s too.
  const { note } = await sizeAndNote();
  const [key] = await logKeysOf(ports, 2026);
  const line = { name: key!.name, id: key!.id, signature: await today.sign(utf8(note.text)) };
  const alone = (await before.log.get(checkpoint))!;
  await before.log.replace(checkpoint, withSignatures(note, [line]));
  expect(await found()).not.toContainEqual(late(2026, checkpoint));
  await before.log.replace(checkpoint, alone);
  expect(await found()).toContainEqual(late(2026, checkpoint));

  await addFacts(ports, bookA, 1);
  await addFacts(onWorld({ ...now, nowMs: before.nowMs }).ports, bookB, 1);
  await sequenceLog(ports);
  expect(await found()).toEqual([late(2026, markName(2026, size))]);
  // That one is kept for ever, and keeps no book from being exported.
  expect((await exportBook(ports, { book: 'registry', withSealed: false })).has('facts.jsonl')).toBe(true);
});
