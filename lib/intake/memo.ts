// Each distinct cell is read once: sheets repeat few quantities, few days and few names.
import type { Cell } from './cell.ts';

/** Beyond so many distinct cells, they are read anew: what is remembered stays small. */
const remembered = 10_000;

/** @returns the same function, which remembers its latest answers */
export function memo<T>(read: (cell: Cell | undefined) => T): (cell: Cell | undefined) => T {
  const texts = new Map<string, T>();
  const others = new Map<Cell | undefined, T>();
  const through = <Key>(known: Map<Key, T>, key: Key, cell: Cell | undefined): T => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= remembered) known.clear();
    const value = read(cell);
    known.set(key, value);
    return value;
  };
  return (cell) => (cell?.kind === 'text' ? through(texts, cell.text, cell) : through(others, cell, cell));
}
