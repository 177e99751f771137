// Each code that a person may see has its section, in both languages, with what to do next; and no section outlives its code.
import { describe, expect, it } from 'vitest';
import { declarationCodes } from '../../lib/intake/declarations/problem.ts';
import { problemCodes } from '../../lib/intake/reading.ts';
import { refusalCodes } from '../../lib/model/refusal.ts';
import { entryRefusalCodes } from '../../lib/rules/refusals/refusal-codes.ts';
import { verificationCodes } from '../../lib/statement/problem.ts';
import { headingsOf, sectionOf, textOf } from './documents.ts';

const text = textOf('docs/problems.md');
const sections = headingsOf(text)
  .filter(({ level }) => level === 3)
  .map((heading) => heading.text);
// `fault` is what lib/edge/problem.ts answers for anything that is not a refusal.
const codes = new Set<string>([
  ...refusalCodes,
  ...problemCodes,
  ...declarationCodes,
  ...verificationCodes,
  ...entryRefusalCodes,
  'fault',
]);

describe('docs/problems.md', () => {
  it('has one section for each code, and none for anything else', () => {
    expect([...sections].sort()).toEqual([...codes].sort());
  });

  it('says of each in English and in French what it means and what to do next', () => {
    for (const code of sections) {
      const lines = sectionOf(text, code).trim().split('\n');
      expect(lines, code).toHaveLength(2);
      expect(lines[0], code).toMatch(/^- \S.+\. \*\*Next:\*\* \S.+\.$/);
      expect(lines[1], code).toMatch(/^- \S.+\. \*\*À faire :\*\* \S.+\.$/);
      // A straight apostrophe in French is a slip of the keyboard.
      expect(lines[1], code).not.toMatch(/\p{L}'\p{L}/u);
    }
  });
});
