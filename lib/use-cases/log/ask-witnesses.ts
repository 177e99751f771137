// Asks the witnesses that take checkpoints for their cosignature (C2SP tlog-witness). One that is silent stops nothing.

import { encodeBase64 } from '../../ledger/log/base64.ts';
import { parseDecimal } from '../../ledger/log/checkpoint.ts';
import { goodCosignatures, signatureLinesIn } from '../../ledger/log/cosignature.ts';
import { consistencyProof, treeReader } from '../../ledger/log/proof.ts';
import { joinBytes } from '../../model/bytes.ts';
import type { Ports } from '../../ports.ts';
import { type CosignPorts, keepCosignatures } from './add-cosignature.ts';
import { readPublished, type StoredHead } from './log-head.ts';
import { tilesOfYear } from './log-of-year.ts';

export interface WitnessAsked {
  readonly year: number;
  readonly name: string;
  /** `refused`: it answered, and what it answered is no cosignature of its own. */
  readonly outcome: 'cosigned' | 'silent' | 'refused';
}

type Submitting = Ports['witnesses']['submitting'][number];

/** @param old the size that the witness last cosigned: it goes on from there and nowhere else */
async function bodyOf(ports: CosignPorts, year: number, head: StoredHead, old: number): Promise<Uint8Array> {
  const reader = treeReader(ports.primitives.sha256, tilesOfYear(ports, year), head.size);
  const proof = await consistencyProof(reader, old);
  const lines = [`old ${old}`, ...proof.map(encodeBase64), '', ''].join('\n');
  return joinBytes([new TextEncoder().encode(lines), head.bytes]);
}

async function cosignedBy(
  ports: CosignPorts,
  year: number,
  head: StoredHead,
  witness: Submitting,
): Promise<WitnessAsked['outcome']> {
  const ask = async (old: number) => {
    const body = await bodyOf(ports, year, head, old);
    // Only what breaks between it and us is its silence.
    return witness.add(body).catch(() => null);
  };
  let answer = await ask(0);
  // 409 tells which size it has: it is asked again, once, with the proof from there.
  const has = answer?.status === 409 ? parseDecimal(answer.text.trim()) : null;
  if (has !== null && has <= head.size) answer = await ask(has);
  if (answer === null) return 'silent';
  if (answer.status !== 200) return 'refused';
  const lines = signatureLinesIn(answer.text);
  const good = await goodCosignatures(head.note.text, lines, [witness.key], ports.primitives.verifyEd25519);
  if (good.length === 0) return 'refused';
  await keepCosignatures(ports, year, head, good);
  return 'cosigned';
}

/** Each witness about each year whose last checkpoint it has not cosigned. Repeatable. */
export async function askWitnesses(ports: CosignPorts): Promise<readonly WitnessAsked[]> {
  const asked: WitnessAsked[] = [];
  if (ports.witnesses.submitting.length === 0) return asked;
  for await (const { year } of ports.readLogPlaces.years()) {
    for (const witness of ports.witnesses.submitting) {
      const head = await readPublished(ports, year);
      const { name, id } = witness.key;
      if (head === null || head.note.signatures.some((line) => line.name === name && line.id === id)) continue;
      asked.push({ year, name, outcome: await cosignedBy(ports, year, head, witness) });
    }
  }
  return asked;
}
