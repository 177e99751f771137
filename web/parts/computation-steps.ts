// The trace of a computation in words: each step with its text of law, exact value and euros, in the order in which they follow.

import { type ComponentChild, h } from 'preact';
import { articleText } from '../../lib/model/article.ts';
import { exactText } from '../../lib/model/exact-text.ts';
import { cents } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';
import type { StatedStep } from '../../lib/statement/payload.ts';
import { inLanguage } from './words.ts';

const words = {
  title: { fr: 'Le calcul, étape par étape', en: 'The computation, step by step' },
  exact: { fr: 'valeur exacte', en: 'exact value' },
  hint: {
    fr: 'Chaque étape part de la valeur exacte de la précédente ; seuls les euros affichés sont arrondis. Ce sont les étapes signées : le classeur et « communs verify » les refont.',
    en: 'Each step starts from the exact value of the one before; only the euros shown are rounded. These are the signed steps: the workbook and “communs verify” work them out again.',
  },
} as const;

export function computationSteps(language: Language, steps: readonly StatedStep[]): ComponentChild {
  const t = inLanguage(language, words);
  return [
    h('h3', null, t.title),
    h(
      'ol',
      { class: 'steps' },
      steps.map((step) =>
        h(
          'li',
          null,
          say(language, step),
          h(
            'span',
            { class: 'under' },
            `${say(language, articleText(step.article))} · ${t.exact} `,
            language === 'fr' ? null : '€',
            h('code', null, say(language, exactText(step.exactEuros, 'statement.json'))),
            `${language === 'fr' ? '\u00a0€' : ''} ≈ ${cents(language, step.cents)}`,
          ),
        ),
      ),
    ),
    h('p', { class: 'hint' }, t.hint),
  ];
}
