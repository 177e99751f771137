// The keys of a simulated installation: the newest of each use signs, the former ones still verify, and a program takes a new one at its next start.
import { memoryLogSigner } from '../../lib/adapters/log/memory-log.ts';
import { memorySigner } from '../../lib/adapters/memory/memory-keys.ts';
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { seededRandom } from '../../lib/adapters/memory/seeded-random.ts';
import type { Signer } from '../../lib/ports/keys.ts';
import type { LogSigner } from '../../lib/ports/log.ts';

export const keyUses = ['statement', 'log', 'registrar'] as const;
export type KeyUse = (typeof keyUses)[number];

type Keys = Pick<MemoryWorld, 'signer' | 'registrar' | 'logSigner'>;

/** Those that a process has. */
export interface KeysAtHand extends Keys {
  /** It takes those that are there now. */
  readonly renew: () => void;
}

interface Rings {
  readonly statement: readonly Signer[];
  readonly registrar: readonly Signer[];
  readonly log: readonly LogSigner[];
}

const publicKeysOf = async <Key>(
  all: readonly { readonly publicKeys: () => Promise<readonly Key[]> }[],
): Promise<readonly Key[]> => (await Promise.all(all.map(({ publicKeys }) => publicKeys()))).flat();

async function nameOf({ publicKeys }: Signer | LogSigner): Promise<string> {
  const [key] = await publicKeys();
  return key instanceof Uint8Array ? Buffer.from(key).toString('base64url') : key!.kid;
}

const signerOf = (all: () => readonly Signer[]): Signer => ({
  publicKeys: () => publicKeysOf(all()),
  signDigest: (digest) => all()[0]!.signDigest(digest),
  isTest: true,
});

const logSignerOf = (all: () => readonly LogSigner[]): LogSigner => ({
  publicKeys: () => publicKeysOf(all()),
  sign: (message) => all()[0]!.sign(message),
  isTest: true,
});

export interface KeyRings {
  /** As a program that starts now takes them. */
  readonly atHand: () => KeysAtHand;
  /** As one takes them whose setting still names this key: it signs, and the others are known. */
  readonly formerly: (use: KeyUse, kid: string) => Promise<KeysAtHand>;
  /** Names of those that sign. */
  readonly current: () => Promise<readonly string[]>;
  /** @param id the same again makes no other key: whoever was interrupted looks at the list first */
  readonly rotate: (use: KeyUse, id: string) => void;
  readonly copy: () => KeyRings;
}

function ringsOf(first: Rings, known: ReadonlySet<string>): KeyRings {
  let rings = first;
  const made = new Set(known);
  const handed = (taken: Rings): KeysAtHand => {
    let own = taken;
    return {
      signer: signerOf(() => own.statement),
      registrar: signerOf(() => own.registrar),
      logSigner: logSignerOf(() => own.log),
      renew: () => {
        own = rings;
      },
    };
  };
  return {
    atHand: () => handed(rings),
    formerly: async (use, kid) => {
      const all: readonly (Signer | LogSigner)[] = rings[use];
      const at = (await Promise.all(all.map(nameOf))).indexOf(kid);
      return handed({ ...rings, [use]: [all[at], ...all.toSpliced(at, 1)] });
    },
    current: () => Promise.all([rings.statement, rings.registrar, rings.log].map(([first]) => nameOf(first!))),
    rotate: (use, id) => {
      if (made.has(id)) return;
      made.add(id);
      const random = seededRandom(`key ${id}`);
      if (use === 'log') rings = { ...rings, log: [memoryLogSigner(random), ...rings.log] };
      else rings = { ...rings, [use]: [memorySigner(random, use), ...rings[use]] };
    },
    copy: () => ringsOf(rings, made),
  };
}

/** @param world its keys are the first ones */
export const keyRings = ({ signer, registrar, logSigner }: Keys): KeyRings =>
  ringsOf({ statement: [signer], registrar: [registrar], log: [logSigner] }, new Set());
