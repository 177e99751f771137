// Words for what a statement names by a code: refusals of time, and the figures of the rule set.
import type { Bilingual } from '../model/text.ts';
import { awaitingTexts } from '../rules/awaiting.ts';
import { figureDefinitions } from '../rules/figures/figure-keys.ts';
import { figureOfRefusal } from '../rules/refusals/figure-of-refusal.ts';
import { entryRefusalTexts } from '../rules/refusals/refusal-codes.ts';

/** Why time is refused, or why it waits. */
export const reasonTexts: Readonly<Record<string, Bilingual>> = { ...entryRefusalTexts, ...awaitingTexts };

/** The parameter that a refusal rests on, where there is one. */
export const reasonFigures: Readonly<Record<string, string>> = figureOfRefusal;

export const parameterLabels: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  Object.entries(figureDefinitions).map(([key, { label }]) => [key, label]),
);
