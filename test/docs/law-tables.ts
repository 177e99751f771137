// The tables of docs/law.md as the rule set has them, between two marks of the page.
import { chargeClasses } from '../../lib/rules/charges.ts';
import type { Figure } from '../../lib/rules/figures/figure.ts';
import { definitionOf, isFigureKey } from '../../lib/rules/figures/figure-keys.ts';
import { ruleSet } from '../../lib/rules/rule-set.ts';

export const lawPage = 'docs/law.md';

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(row)].join('\n');

function figureRow(figure: Figure): string[] {
  const { key, value, from, to, legalReference, sourceTitle, sourceUrl, certainty, lastChecked } = figure;
  const label = isFigureKey(key) ? definitionOf(key).label.en : key;
  const address = sourceUrl.replace(/^docs\//, '');
  return [
    `${label}, \`${key}\``,
    `${value}`,
    from,
    to ?? '',
    `${legalReference}; [${sourceTitle}](${address})`,
    certainty,
    lastChecked,
  ];
}

const figures = (list: readonly Figure[]): string =>
  table(
    ['figure', 'value', 'from', 'to (excluded)', 'reference and source', 'certainty', 'last checked'],
    list.map(figureRow),
  );

/** By the name of the mark. */
const tables: Readonly<Record<string, () => string>> = {
  schemes: () =>
    table(
      ['scheme', 'standing', 'use', 'readings'],
      ruleSet.schemes.map(({ code, title, standing, use, readings }) => [
        `\`${code}\`: ${title.en}`,
        standing ?? 'none',
        use,
        readings.join(', '),
      ]),
    ),
  figures: () =>
    [
      ['Under every scheme', figures(ruleSet.figures)],
      ...ruleSet.schemes.map(({ code, figures: own }) => [`\`${code}\``, figures(own)]),
    ]
      .map(([title, text]) => `### ${title}\n\n${text}`)
      .join('\n\n'),
  formulas: () =>
    table(
      ['formula', 'in words', 'after'],
      ruleSet.formulas.map(({ name, says, modelledOn }) => [`\`${name}\``, says.en, modelledOn]),
    ),
  roundings: () =>
    table(
      ['point', 'to'],
      ruleSet.roundings.map(({ point, to }) => [point, to]),
    ),
  charges: () =>
    table(
      ['class', 'in the cost', 'reference', 'certainty'],
      chargeClasses.map(({ label, treatment, reference, certainty }) => [
        `${label.fr} (${label.en})`,
        treatment === 'eligible' ? 'yes' : 'no',
        reference,
        certainty,
      ]),
    ),
};

/** @returns the page with each table as the rule set has it now */
export const withTables = (page: string): string =>
  Object.entries(tables).reduce((text, [name, make]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`${lawPage} has no place for ${name}`);
    return `${text.slice(0, from + begin.length)}\n\n${make()}\n\n${text.slice(to)}`;
  }, page);
