// The tree of RFC 6962 as somebody writes it who knows where the time goes: level by level, in one run of memory.

/** @param hash of bytes that are written anew for each call */
export function rootByLoop(hash: (bytes: Buffer) => Uint8Array, records: readonly Uint8Array[]): Buffer {
  const [leaf, node] = [Buffer.alloc(1 + records[0]!.length), Buffer.alloc(65)];
  node[0] = 1;
  const level = Buffer.alloc(records.length * 32);
  records.forEach((record, i) => {
    leaf.set(record, 1);
    level.set(hash(leaf), i * 32);
  });
  let count = records.length;
  while (count > 1) {
    let above = 0;
    for (let i = 0; i < count; i += 2, above += 1) {
      if (i + 1 === count) level.copyWithin(above * 32, i * 32, (i + 1) * 32);
      else {
        level.copy(node, 1, i * 32, (i + 2) * 32);
        level.set(hash(node), above * 32);
      }
    }
    count = above;
  }
  return level.subarray(0, 32);
}
