// The rules that a case meets: those of its scheme, with the caps that it states itself.
import type { Figure } from '../figures/figure.ts';
import { figuresOf, type RuleSet, type SchemeCode } from '../rule-set.ts';
import type { CaseInputs } from './case-fields.ts';

export interface CaseRules {
  readonly ruleSet: RuleSet;
  readonly scheme: SchemeCode;
  /** Those of the whole rule set, then the scheme's own. */
  readonly figures: readonly Figure[];
}

/** The case may state its own caps: the same figures with another value. */
export function caseRules(
  rules: RuleSet,
  scheme: SchemeCode,
  stated: Pick<CaseInputs, 'dailyCapMinutes' | 'weeklyCapMinutes'>,
): CaseRules {
  const caps: Readonly<Record<string, number | undefined>> = {
    'caps.dailyMinutes': stated.dailyCapMinutes,
    'caps.weeklyMinutes': stated.weeklyCapMinutes,
  };
  const figures = rules.figures.map((figure) => ({ ...figure, value: caps[figure.key] ?? figure.value }));
  const ruleSet = { ...rules, figures };
  return { ruleSet, scheme, figures: figuresOf(ruleSet, scheme) };
}
