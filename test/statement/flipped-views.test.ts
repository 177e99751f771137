// Each view of a statement after every flip of one bit of what discloses it: none is read as whole. Counts are printed as a table.
import { expect, it } from 'vitest';
import { readDisclosures } from '../../lib/statement/read-disclosures.ts';
import { disclosuresAt, disclosuresText, readDisclosuresText, type ViewLevel } from '../../lib/statement/sd-jwt.ts';
import { build, sha256 } from './sample-statement.ts';

const { payload, disclosures } = build();
const levels: readonly ViewLevel[] = ['totals', 'lines', 'names'];

const read = (text: string) => readDisclosures(payload, readDisclosuresText(text), sha256);

it('is refused at each level after every flip of one bit of disclosures.txt', { timeout: 240_000 }, () => {
  const told: string[] = ['view   | disclosures | bits flipped | refused | let pass'];
  for (const level of levels) {
    const shown = disclosuresAt(level, disclosures);
    const text = disclosuresText(shown);
    expect(read(text)).toMatchObject({ level, problems: [] });
    const bytes = new TextEncoder().encode(text);
    const passed: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      if (read(new TextDecoder('latin1').decode(bytes)).problems.length === 0) passed.push(bit);
      bytes[bit >> 3]! ^= 1 << (bit & 7);
    }
    const bits = bytes.length * 8;
    told.push([level.padEnd(6), shown.length, bits, bits - passed.length, passed.length].join(' | '));
    expect(passed, level).toEqual([]);
  }
  console.info(told.join('\n'));
});

it('is refused where one disclosure is missing, twice, or of another signatory', () => {
  const all = disclosures.map(({ encoded }) => encoded);
  const codes = (encoded: readonly string[]) =>
    readDisclosures(payload, encoded, sha256).problems.map(({ code }) => code);
  for (let left = 0; left < all.length; left += 1) {
    expect(codes(all.toSpliced(left, 1)), disclosures[left]!.claim).toEqual(['disclosures-partial']);
  }
  expect(codes([...all, all[0]!])).toEqual(['disclosure-twice']);
  const projects = payload.projects.map((project) => ({
    ...project,
    confirmations: project.confirmations.map((each) => ({ ...each, signatory: 'si-2' })),
  }));
  expect(readDisclosures({ ...payload, projects }, all, sha256).problems.map(({ code }) => code)).toEqual([
    'disclosure-malformed',
  ]);
});
