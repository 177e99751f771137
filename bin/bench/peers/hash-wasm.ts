// The same loop on hash-wasm, whose hash is WebAssembly.
import type { Prepare } from '../beside/way.ts';
import { madeRecords } from '../statement/made-rows.ts';
import { rootByLoop } from '../statement/root-by-loop.ts';
import { timed } from '../statement/timed.ts';

interface Hasher {
  readonly init: () => Hasher;
  readonly update: (bytes: Uint8Array) => Hasher;
  readonly digest: (form: 'binary') => Uint8Array;
}

export const prepare: Prepare = async (load, size) => {
  const { createSHA256 } = await load<{ readonly createSHA256: () => Promise<Hasher> }>('hash-wasm');
  const hasher = await createSHA256();
  const records = madeRecords(size);
  const sha256 = (bytes: Buffer): Uint8Array => hasher.init().update(bytes).digest('binary');
  return () =>
    timed(
      'root',
      () => rootByLoop(sha256, records),
      (root) => ({ root: root.toString('hex') }),
    );
};
