// The statements of a book as the facts name them: their texts and disclosures read plainly, and which of them stand.

import { sealedFiles } from '../../../lib/adapters/files/sealed-files.ts';
import { primitives } from '../../../lib/adapters/primitives.ts';
import { toHex } from '../../../lib/model/hashing.ts';
import type { LineDisclosure, StatementPayload } from '../../../lib/statement/payload.ts';
import { erasuresIn, type PlainFact } from '../read-world.ts';
import { type Simulation, violate } from '../simulation.ts';

export interface IssuedText {
  readonly number: string;
  readonly seq: number;
  readonly jws: string;
  readonly payload: StatementPayload;
  /** None where somebody in it was erased since. */
  readonly lines: readonly LineDisclosure[];
  readonly isWhole: boolean;
  /** By their ordinals. */
  readonly developers: readonly string[];
  readonly isCurrent: boolean;
  readonly state: 'issued' | 'superseded' | 'revoked';
}

const decoder = new TextDecoder();
const nothingLeft = new TextEncoder().encode('{"people":[]}');
const decoded = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());

interface IssuedData {
  readonly number: string;
  readonly jws: string;
  readonly disclosures: string;
  readonly supersedes: string | null;
  readonly prepared: number;
  readonly computation: string;
}

/** Of each statement the state that the facts give it: the last of what was said of it holds. */
export async function issuedIn(sim: Simulation, book: string, facts: readonly PlainFact[]): Promise<IssuedText[]> {
  const { objects, sealed } = sim.world;
  const files = sealedFiles(sealed.keys, sealed.files, sim.world.random);
  const issued = facts.filter(({ kind }) => kind === 'statement-issued');
  const states = new Map<string, IssuedText['state']>();
  for (const { kind, data } of facts) {
    if (kind === 'statement-revoked') states.set(String(data.number), 'revoked');
    if (kind === 'statement-issued' && data.supersedes !== null) states.set(String(data.supersedes), 'superseded');
  }
  const { files: gone } = await erasuresIn(sim.world, book, facts);
  const found: IssuedText[] = [];
  for (const { data, seq } of issued) {
    const { number, jws, disclosures, computation } = data as unknown as IssuedData;
    const text = await objects.get(`statements/${jws}.jws`);
    const isWhole = !gone.has(disclosures) && !gone.has(computation);
    const names = isWhole ? await files.get(book, disclosures) : new Uint8Array();
    const content = isWhole ? await files.get(book, computation) : nothingLeft;
    if (text === null || names === null || content === null || toHex(primitives.sha256(text)) !== jws) {
      violate(sim, 'I2', `${book} ${number}: its text, its disclosures or its content are missing`);
      continue;
    }
    const claims = decoder
      .decode(names)
      .split(/[\n~]/)
      .filter((line) => line !== '');
    const lines = claims.flatMap((line): LineDisclosure[] => {
      const [, name, value] = decoded(line) as [string, string, LineDisclosure];
      return name.startsWith('line-') ? [value] : [];
    });
    const { people } = JSON.parse(decoder.decode(content)) as { people: readonly { developer: string }[] };
    const state = states.get(number) ?? 'issued';
    found.push({
      ...{ number, seq, jws, lines, isWhole, state, isCurrent: state === 'issued' },
      payload: decoded(decoder.decode(text).split('.')[1]!) as StatementPayload,
      developers: people.map(({ developer }) => developer),
    });
  }
  return found;
}
