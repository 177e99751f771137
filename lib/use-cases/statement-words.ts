// Words for what a statement names by a code: refusals of time, and the figures of the rule set.
import type { Bilingual } from '../model/text.ts';
import { figureDefinitions } from '../rules/figures/figure-keys.ts';
import { entryRefusalTexts } from '../rules/refusals/refusal-codes.ts';

export const refusalTexts: Readonly<Record<string, Bilingual>> = entryRefusalTexts;

export const parameterLabels: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  Object.entries(figureDefinitions).map(([key, { label }]) => [key, label]),
);
