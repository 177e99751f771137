// The table of rooms in docs/architecture.md is the map that the imports are held against.
import { expect, it } from 'vitest';
import { type Directions, directions } from '../architecture/map.ts';
import { sectionOf, tableRowsOf, textOf } from './documents.ts';

const inWords = ({ values, types }: Directions): string => {
  const typesOf = types.length === 0 ? [] : [`types of ${types.join(', ')}`];
  return [...values, ...typesOf].join(', ') || 'nothing of ours';
};

it('says of every room what it may import', () => {
  const rows = tableRowsOf(sectionOf(textOf('docs/architecture.md'), 'Rooms, and which way imports point'));
  const told = Object.fromEntries(rows.map(([room = '', , mayImport]) => [room, mayImport]));
  expect(told).toEqual(Object.fromEntries(Object.entries(directions).map(([room, to]) => [room, inWords(to)])));
});
