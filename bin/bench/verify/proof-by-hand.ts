// The root that a path leads to, as somebody writes it for a tree that is full.
import { hash } from 'node:crypto';
import type { MadeProof } from './made-proof.ts';

const node = Buffer.alloc(65, 1);

export function rootByHand({ leaf, index, path }: MadeProof): Uint8Array {
  let at = index;
  let root = leaf;
  for (const sibling of path) {
    const [left, right] = at % 2 === 1 ? [sibling, root] : [root, sibling];
    node.set(left, 1);
    node.set(right, 33);
    root = hash('sha256', node, 'buffer');
    at = Math.floor(at / 2);
  }
  return root;
}
