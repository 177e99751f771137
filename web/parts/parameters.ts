// The figures behind a computation: value, days on which it holds, where it was read, how sure that is.

import { type ComponentChild, h } from 'preact';
import { figure } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import { dayInWords } from './dates.ts';
import { table } from './table.ts';
import { inLanguage, named, type Words } from './words.ts';

export interface StatedParameter {
  readonly key: string;
  readonly value: string | number;
  readonly from: string;
  /** Half-open; null = still in force. */
  readonly to: string | null;
  readonly reference: string;
  /** One letter: see `certainties`. */
  readonly certainty: string;
}

export interface ParameterWords {
  /** A name for each key. */
  readonly labels: Words;
  /** What a value says that is no number. */
  readonly values: Words;
  /** What a reference says beside the names of texts. */
  readonly references: Words;
}

const words = {
  caption: { fr: 'Paramètres, sources et degré de certitude', en: 'Parameters, sources and certainty' },
  parameter: { fr: 'Paramètre', en: 'Parameter' },
  value: { fr: 'Valeur', en: 'Value' },
  since: { fr: 'Depuis', en: 'From' },
  until: { fr: 'Jusqu’à (exclu)', en: 'Until (excluded)' },
  source: { fr: 'Source', en: 'Source' },
  certainty: { fr: 'Certitude', en: 'Certainty' },
} as const satisfies Words;

/** What the letters say. */
export const certainties = {
  A: { fr: 'texte officiel lu', en: 'official text read' },
  B: { fr: 'deux sources concordantes', en: 'two concordant sources' },
  C: { fr: 'une source secondaire', en: 'one secondary source' },
  M: { fr: 'de mémoire de la loi', en: 'from memory of the law' },
  P: { fr: 'choix de ce projet', en: 'this project’s own choice' },
} as const satisfies Words;

export const figureId = (key: string): string => `figure-${key}`;

export function parameterTable(
  language: Language,
  parameters: readonly StatedParameter[],
  { labels, values, references }: ParameterWords,
): ComponentChild {
  const t = inLanguage(language, words);
  return table(
    t.caption,
    [
      {
        title: t.parameter,
        cell: (parameter) => {
          const { key } = parameter;
          const isFirst = parameters.find((each) => each.key === key) === parameter;
          // Reasons lead here; a figure with several versions is met at its first.
          const name = named(language, labels, key);
          return [isFirst ? h('span', { id: figureId(key) }, name) : name, h('br', null), h('code', null, key)];
        },
        isHeading: true,
      },
      {
        title: t.value,
        cell: ({ value }) => (value in values ? named(language, values, String(value)) : figure(language, value)),
        isNumber: true,
      },
      { title: t.since, cell: ({ from }) => dayInWords(language, from) },
      { title: t.until, cell: ({ to }) => (to === null ? '–' : dayInWords(language, to)) },
      { title: t.source, cell: ({ reference }) => named(language, references, reference) },
      { title: t.certainty, cell: ({ certainty }) => `${certainty} – ${named(language, certainties, certainty)}` },
    ],
    parameters,
  );
}
