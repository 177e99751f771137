// Small helpers of the contracts.
import { randomUUID } from 'node:crypto';

/** Everything that an iterable gives. */
export async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const one of source) gathered.push(one);
  return gathered;
}

/** A name that no other test uses: adapters that keep what they are given are shared by the tests of a file. */
export const fresh = (kind: string): string => `${kind}/${randomUUID().slice(0, 8)}`;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : new TextDecoder().decode(bytes);
