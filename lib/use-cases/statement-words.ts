// Words for what a statement names by a code: refusals of time, and the figures of the rule set.
import type { Bilingual } from '../model/text.ts';
import { awaitingTexts } from '../rules/awaiting.ts';
import { figureDefinitions } from '../rules/figures/figure-keys.ts';
import { frenchReferences, valueTexts } from '../rules/figures/value-words.ts';
import { figureOfRefusal } from '../rules/refusals/figure-of-refusal.ts';
import { entryRefusalTexts } from '../rules/refusals/refusal-codes.ts';

/** Why time is refused, or why it waits. */
export const reasonTexts: Readonly<Record<string, Bilingual>> = { ...entryRefusalTexts, ...awaitingTexts };

/** The parameter that a refusal rests on, where there is one. */
export const reasonFigures: Readonly<Record<string, string>> = figureOfRefusal;

/** Names of figures by key, and what their values and references say; what is not in here stands as it was signed. */
export const parameterWords = {
  labels: Object.fromEntries(
    Object.entries(figureDefinitions).map(([key, { label }]): [string, Bilingual] => [key, label]),
  ),
  values: valueTexts,
  references: Object.fromEntries(
    Object.entries(frenchReferences).map(([en, fr]): [string, Bilingual] => [en, { fr, en }]),
  ),
};
