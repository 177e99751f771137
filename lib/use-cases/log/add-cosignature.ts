// Cosignatures of witnesses outside: taken from a file or an answer, checked against the pinned keys, and served with the checkpoint.

import { parseCheckpoint } from '../../ledger/log/checkpoint.ts';
import { type Cosignature, goodCosignatures, signatureLinesIn, withSignatures } from '../../ledger/log/cosignature.ts';
import { sameBytes } from '../../model/bytes.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Ports } from '../../ports.ts';
import { readPublished, type StoredHead } from './log-head.ts';
import { keepMark, type MarkPorts, readMark } from './log-marks.ts';
import { checkpointName } from './log-of-year.ts';

export type CosignPorts = MarkPorts & Pick<Ports, 'logFiles' | 'readLogPlaces'>;

/**
 * Kept beside the checkpoint, and among the lines that everybody is served while that checkpoint is the last one. Repeatable.
 * @param good checked over the text of `head`
 */
export async function keepCosignatures(
  ports: CosignPorts,
  year: number,
  head: StoredHead,
  good: readonly Cosignature[],
): Promise<void> {
  const lines = good.map(({ line }) => line);
  await keepMark(ports, year, head, { lines });
  for (;;) {
    const published = await readPublished(ports, year);
    if (published?.note.text !== head.note.text) return;
    const merged = withSignatures(published.note, lines);
    if (sameBytes(merged, published.bytes)) return;
    if (await ports.logFiles.swap(checkpointName(year), published.bytes, merged)) return;
  }
}

export interface CosignaturesTaken {
  readonly year: number;
  readonly size: number;
  readonly witnesses: readonly { readonly name: string; readonly at: string }[];
}

const refused = (): Refusal =>
  new Refusal('cosignature-refused', {
    fr: 'Aucune ligne de ce fichier n’est la cosignature d’un témoin désigné sur un point de contrôle de ce journal. Vérifiez COMMUNS_WITNESSES, et que le témoin a cosigné ce que montre « communs log checkpoint ».',
    en: "No line of this file is the cosignature of a pinned witness over a checkpoint of this log. Check COMMUNS_WITNESSES, and that the witness cosigned what 'communs log checkpoint' shows.",
  });

/**
 * @param file a cosigned checkpoint, or the lines alone, which are then for the last checkpoint of a year
 * @throws Refusal `cosignature-refused`
 */
export async function addCosignature(ports: CosignPorts, file: Uint8Array): Promise<CosignaturesTaken> {
  const { witnesses, primitives } = ports;
  const lines = signatureLinesIn(new TextDecoder().decode(file));
  const given = parseCheckpoint(file);
  for await (const { year } of ports.readLogPlaces.years()) {
    const published = await readPublished(ports, year);
    if (published === null) continue;
    const marked = given === null ? null : await readMark(ports, year, given.size);
    const known =
      given === null || published.size === given.size
        ? published
        : marked && { ...marked.checkpoint, bytes: marked.bytes };
    if (known === null || (given !== null && given.note.text !== known.note.text)) continue;
    const good = await goodCosignatures(known.note.text, lines, witnesses.keys, primitives.verifyEd25519);
    if (good.length === 0) continue;
    await keepCosignatures(ports, year, known, good);
    const told = good.map(({ witness, time }) => ({ name: witness.name, at: new Date(time * 1000).toISOString() }));
    return { year, size: known.size, witnesses: told };
  }
  throw refused();
}
