// Computes a worked case (format law-cases/1) with the rules and formulas that statements use.
import { Refusal } from '../model/refusal.ts';
import { readCaseHead } from './law-case/case-fields.ts';
import { labelsOf } from './law-case/case-labels.ts';
import type { CaseFigures, LawCaseResult } from './law-case/case-result.ts';
import { computeCirCase } from './law-case/cir-case.ts';
import { computeGiftCase } from './law-case/gift-case.ts';
import { computeInvestorCase } from './law-case/investor-case.ts';
import { computeNoneCase } from './law-case/none-case.ts';
import type { RuleSet } from './rule-set.ts';

/** How a case is read and computed, by its scheme. */
const computeUnder: Readonly<Record<string, (value: unknown, ruleSet: RuleSet) => CaseFigures>> = {
  'digital-commons-investor': computeInvestorCase,
  'mecenat-de-competences-238bis': computeGiftCase,
  'cir-244-quater-b': computeCirCase,
  none: computeNoneCase,
};

/**
 * @param value one element of `cases` of a law-cases/1 file, as parsed from JSON
 * @returns the result fields of the format; compare them with `expected` by `firstDifference`
 * @throws Refusal `invalid-declaration` naming the case and the field, `scheme-not-computed`, `no-figures-for-period`
 */
export function computeLawCase(value: unknown, ruleSet: RuleSet): LawCaseResult {
  const { id, scheme } = readCaseHead(value);
  if (Object.hasOwn(computeUnder, scheme)) {
    const figures = computeUnder[scheme]!(value, ruleSet);
    return { id, scheme, ...labelsOf(value), ...figures };
  }
  const known = Object.keys(computeUnder).join(', ');
  throw new Refusal('scheme-not-computed', {
    fr: `Cas ${id} : le dispositif « ${scheme} » n’est pas calculé ici. Corrigez son nom, ou retirez ce cas du fichier ; sont calculés : ${known}.`,
    en: `Case ${id}: the scheme '${scheme}' is not computed here. Correct its name, or take this case out of the file; these are computed: ${known}.`,
  });
}
