// The sheet of parameters: each figure behind the statement with its days, its legal reference, and how certain it is.

import type { Bilingual } from '../../model/text.ts';
import { figureDefinitions, isFigureKey } from '../../rules/figures/figure-keys.ts';
import { referenceText, valueText } from '../../rules/figures/figure-text.ts';
import type { StatementPayload } from '../payload.ts';
import type { Cell } from './file/cell-xml.ts';
import { type Edition, say } from './sheet.ts';
import { type Column, formats, head, type WrittenTable, writeTable } from './table.ts';

type Parameter = StatementPayload['scheme']['parameters'][number];

/** `43/100` as a formula, so that it calculates and stays exact; whole numbers as themselves; words as nothing. */
function asNumber(value: string): Cell {
  if (/^-?\d{1,15}$/.test(value)) return { value: Number(value), format: formats.whole };
  const [, num, den] = /^(-?\d{1,15})\/([1-9]\d{0,14})$/.exec(value) ?? [];
  if (num === undefined) return { value: null };
  return { value: { formula: value, result: Number(num) / Number(den) }, format: '0.0000' };
}

export const parametersName: Bilingual = { fr: 'Paramètres', en: 'Parameters' };

export function writeParameters(edition: Edition, { scheme }: StatementPayload): WrittenTable {
  const columns: Column<Parameter>[] = [
    {
      ...head(edition, 'label', { fr: 'Paramètre', en: 'Parameter' }, 40),
      kind: 'text',
      wrapped: true,
      // A statement of an older rule set may hold a figure that is no longer on the list.
      of: ({ key }) => (isFigureKey(key) ? say(edition, figureDefinitions[key].label) : key),
    },
    {
      ...head(edition, 'read', { fr: 'Valeur', en: 'Value' }, 30),
      kind: 'text',
      wrapped: true,
      of: ({ value }) => valueText(edition.language, value),
    },
    {
      ...head(edition, 'value', { fr: 'Valeur, comme signée', en: 'Value, as signed' }, 30),
      kind: 'text',
      wrapped: true,
      of: ({ value }) => value,
    },
    {
      ...head(edition, 'number', { fr: 'En nombre', en: 'As a number' }, 18),
      kind: 'free',
      of: ({ value }) => asNumber(value),
    },
    { ...head(edition, 'from', { fr: 'À partir du', en: 'From' }, 12), kind: 'day', of: ({ from }) => from },
    { ...head(edition, 'to', { fr: 'Jusqu’au (exclu)', en: 'Until (excluded)' }, 12), kind: 'day', of: ({ to }) => to },
    {
      ...head(edition, 'reference', { fr: 'Référence', en: 'Reference' }, 48),
      kind: 'text',
      wrapped: true,
      of: ({ reference }) => referenceText(edition.language, reference),
    },
    {
      ...head(edition, 'certainty', { fr: 'Certitude', en: 'Certainty' }, 10),
      kind: 'text',
      of: ({ certainty }) => certainty,
    },
    { ...head(edition, 'key', { fr: 'Clé', en: 'Key' }, 24), kind: 'text', of: ({ key }) => key },
  ];
  const name = say(edition, parametersName);
  return writeTable(edition, { name, title: name, frozenColumns: 1 }, columns, scheme.parameters);
}
