// Each code that a person may see has its section, in both languages, with what to do next; and no section outlives its code.
import { describe, expect, it } from 'vitest';
import { absenceCodes } from '../../lib/intake/absences/problem.ts';
import { declarationCodes } from '../../lib/intake/declarations/problem.ts';
import { problemCodes } from '../../lib/intake/reading.ts';
import { Refusal, refusalCodes } from '../../lib/model/refusal.ts';
import { findingCodes } from '../../lib/rules/findings/finding.ts';
import { entryRefusalCodes, grounds } from '../../lib/rules/refusals/refusal-codes.ts';
import { verificationCodes } from '../../lib/statement/problem.ts';
import { postingCodes } from '../../lib/use-cases/posting-problem.ts';
import { headingsOf, sectionOf, textOf } from './documents.ts';

const text = textOf('docs/problems.md');
const codesIn = (part: string): string[] =>
  headingsOf(part)
    .filter(({ level }) => level === 3)
    .map((heading) => heading.text);
const under = (heading: string): string[] => codesIn(sectionOf(text, heading));

const sections = codesIn(text);
// `fault` is what lib/edge/problem.ts answers for anything that is not a refusal.
const codes = new Set<string>([
  ...refusalCodes,
  ...problemCodes,
  ...postingCodes,
  ...declarationCodes,
  ...absenceCodes,
  ...verificationCodes,
  ...entryRefusalCodes,
  ...findingCodes,
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

  it('puts the refusals that end with exit code 2 under the headings that say so, and no other', () => {
    const ends = refusalCodes.filter((code) => new Refusal(code, { fr: '', en: '' }).exitCode === 2);
    const told = [...under('A file that cannot be read'), ...under('The machine')];
    expect(told.filter((code) => code !== 'fault').sort()).toEqual([...ends].sort());
  });

  it('keeps the orders that its words rest on, and says whether law or policy made a rule', () => {
    const declarations = under('A file of declarations');
    expect(declarations).toEqual(declarationCodes.filter((code) => declarations.includes(code)));
    expect(under('A statement that is verified')).toEqual(verificationCodes);
    expect(under('Time that does not count')).toEqual(entryRefusalCodes);
    const findings = under('Time about to be posted');
    expect(findings).toEqual(findingCodes.filter((code) => findings.includes(code)));
    for (const code of entryRefusalCodes) {
      const made = grounds[code] === 'law' ? /^- Law \(.*\n- Loi \(/ : /^- Policy\. .*\n- Politique\. /;
      expect(sectionOf(text, code).trim(), code).toMatch(made);
    }
  });
});
