// The name of a rule and what to do about it; a code without words of its own is told by the sentence of its first problem.
import type { Bilingual } from '../../lib/model/text.ts';
import { type FindingRule, findingRules } from '../words/finding-rules.ts';

export function ruleOf(
  code: string,
  problems: readonly { readonly code: string; readonly detail: Bilingual }[],
): FindingRule {
  // A code may come out of an address.
  const known = Object.hasOwn(findingRules, code) ? findingRules[code] : undefined;
  if (known !== undefined) return known;
  const detail = problems.find((problem) => problem.code === code)?.detail;
  return { title: { fr: code, en: code }, toDo: detail ?? { fr: '', en: '' } };
}
