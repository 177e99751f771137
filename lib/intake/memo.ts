// Each distinct cell is read once: sheets repeat few quantities, few days and few names.
import type { Cell } from './cell.ts';
import { ownText } from './own-text.ts';

/** Beyond so many distinct cells, they are read anew: what is remembered stays small. */
const remembered = 10_000;

/** @returns the same function, which remembers its latest answers */
export function memo<T extends object | boolean>(read: (cell: Cell | undefined) => T): (cell: Cell | undefined) => T {
  const texts = new Map<string, T>();
  const others = new Map<Cell | undefined, T>();
  const keep = <Key>(known: Map<Key, T>, key: Key, value: T): T => {
    if (known.size >= remembered) known.clear();
    known.set(key, value);
    return value;
  };
  return (cell) =>
    cell?.kind === 'text'
      ? (texts.get(cell.text) ?? keep(texts, ownText(cell.text), read(cell)))
      : (others.get(cell) ?? keep(others, cell, read(cell)));
}
