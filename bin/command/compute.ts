import { Refusal } from '../../lib/model/refusal.ts';
import type { Bilingual, Language } from '../../lib/model/text.ts';
import { readCaseHead } from '../../lib/rules/law-case/case-fields.ts';
import { casesOfFile } from '../../lib/rules/law-case/case-file.ts';
import type { LawCaseResult } from '../../lib/rules/law-case/case-result.ts';
import { type Difference, firstDifference } from '../../lib/rules/law-case/first-difference.ts';
import { computeLawCase } from '../../lib/rules/law-case.ts';
import { ruleSet, type Standing, schemes } from '../../lib/rules/rule-set.ts';
import { command, type Outcome } from '../frame/command.ts';
import { caseLines } from '../frame/law-case-text.ts';
import { readJsonInput } from '../frame/read-input.ts';
import { refusedJson } from '../frame/refused-json.ts';

type Computed = LawCaseResult & { readonly standing: Standing | null };

/** A case of a scheme that is not computed, or of a year without figures, does not keep the others from being computed. */
type Answered =
  | { readonly result: Computed; readonly expected: unknown }
  | { readonly head: { readonly id: string; readonly scheme: string }; readonly refusal: Refusal };

function answer(value: unknown): Answered {
  try {
    const result = computeLawCase(value, ruleSet);
    const standing = schemes.find(({ code }) => code === result.scheme)?.standing ?? null;
    // What could be computed was read field by field before, this one too.
    return { result: { ...result, standing }, expected: (value as { readonly expected?: unknown }).expected };
  } catch (error) {
    if (error instanceof Refusal && error.exitCode === 1) return { head: readCaseHead(value), refusal: error };
    throw error;
  }
}

interface Check {
  readonly compared: number;
  readonly difference: (Difference & { readonly case: string }) | null;
}

/** Stops at the first difference. */
function compare(answers: readonly Answered[]): Check {
  let compared = 0;
  for (const each of answers) {
    if ('refusal' in each || each.expected === undefined) continue;
    compared += 1;
    const difference = firstDifference(each.expected, each.result);
    if (difference !== null) return { compared, difference: { case: each.result.id, ...difference } };
  }
  return { compared, difference: null };
}

const jsonText = (value: unknown): string => (value === undefined ? '∅' : JSON.stringify(value));

function checkText({ compared, difference }: Check): Bilingual {
  if (compared === 0) {
    return {
      fr: 'Rien n’a été comparé : aucun cas calculé n’a de résultat attendu (« expected »). Ajoutez-le.',
      en: 'Nothing was compared: no computed case has an expected result ("expected"). Add it.',
    };
  }
  if (difference === null) {
    return {
      fr: `Cas comparés à leur résultat attendu, tous égaux : ${compared}.`,
      en: `Cases compared with their expected result, all equal: ${compared}.`,
    };
  }
  const [expected, computed] = [jsonText(difference.expected), jsonText(difference.computed)];
  return {
    fr: `Cas ${difference.case}, champ « ${difference.field} » : attendu ${expected}, calculé ${computed}.`,
    en: `Case ${difference.case}, field '${difference.field}': expected ${expected}, computed ${computed}.`,
  };
}

const linesOf = (each: Answered, language: Language): string[] =>
  'refusal' in each
    ? [`${each.refusal.detail[language]} [${each.refusal.code}]`]
    : caseLines(each.result, each.result.standing, language);

const toJson = (each: Answered, language: Language): object =>
  'refusal' in each ? { ...each.head, refused: refusedJson(each.refusal, language) } : each.result;

export const compute = command({
  name: 'compute',
  argument: 'FILE',
  summary: {
    fr: 'calcule les cas d’un fichier law-cases/1 avec le code des états ; n’enregistre rien',
    en: 'computes the cases of a law-cases/1 file with the code of the statements; saves nothing',
  },
  options: {
    check: {
      summary: {
        fr: 'compare avec « expected » et nomme la première différence',
        en: 'compares with "expected" and names the first difference',
      },
    },
  },
  run: async ({ argument, options }): Promise<Outcome> => {
    const answers = casesOfFile(await readJsonInput(argument)).map(answer);
    const check = options.check ? compare(answers) : null;
    const differs = check !== null && (check.difference !== null || check.compared === 0);
    const isNo = differs || answers.some((each) => 'refusal' in each);
    return {
      exitCode: isNo ? 1 : 0,
      json: (language) => ({
        cases: answers.map((each) => toJson(each, language)),
        ...(check !== null && { check }),
      }),
      text: (language) =>
        [
          ...(check === null
            ? answers.flatMap((each) => [...linesOf(each, language), ''])
            : answers.filter((each) => 'refusal' in each).flatMap((each) => linesOf(each, language))),
          ...(check === null ? [] : [checkText(check)[language]]),
        ]
          .join('\n')
          .trimEnd(),
    };
  },
});
