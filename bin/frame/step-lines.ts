// The trace of a computation in a terminal: each step as a sentence, then its text of law, exact value and rounded euros. One printer for all commands.

import { articleText } from '../../lib/model/article.ts';
import { exactText } from '../../lib/model/exact-text.ts';
import { cents } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import type { Step } from '../../lib/rules/step.ts';

const title = { fr: 'Le calcul, étape par étape :', en: 'The computation, step by step:' } as const;

/** @param file where an exact value stands that no line holds @returns no line where there is no step */
export const stepLines = (steps: readonly Step[], file: string, language: Language): string[] =>
  steps.length === 0
    ? []
    : [
        title[language],
        ...steps.flatMap((step, i) => [
          `${i + 1}. ${step[language]}`,
          `   ${articleText(step.article)[language]} · ${exactText(step.exactEuros, file)[language]} € ≈ ${cents(language, step.cents)}`,
        ]),
      ];
