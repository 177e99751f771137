// Schemes side by side in words: every block says that it is a preview, and of a proposal that it is a simulation.

import { cents, euros } from '../../lib/model/quantity-text.ts';
import { supportTexts } from '../../lib/model/support.ts';
import type { Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';
import type { Comparison } from '../../lib/use-cases/compare-schemes.ts';
import type { ComparedAmounts, ComparedRow } from '../../lib/use-cases/compared-row.ts';
import { amountsIn, comparedName, comparedPeriod, netFormula, notCountedLines } from '../../web/parts/compared.ts';
import { time } from '../../web/parts/format.ts';
import { inLanguage } from '../../web/parts/words.ts';
import { compareWords } from '../../web/words/compare.ts';
import { textTable } from './text-table.ts';

type Words = { readonly [Key in keyof typeof compareWords]: string };

function block(title: string, rows: readonly ComparedRow[], t: Words, language: Language): string[] {
  if (rows.length === 0) return [];
  const isSimulation = rows.some(({ standing }) => standing === 'proposed');
  const head = [
    ...[t.scheme, t.period, t.support, t.counted, t.cost, t.base],
    ...(isSimulation ? [t.simulatedRelief, t.simulatedNet] : [t.relief, t.net]),
  ];
  const lines = rows.map((row) => {
    const amounts = amountsIn(row);
    return [
      comparedName(language, row),
      comparedPeriod(language, row.period),
      say(language, supportTexts[row.support]),
      row.counted === null ? t.nothing : time(language, row.counted),
      row.costCents === null ? t.nothing : cents(language, row.costCents),
      ...(amounts === null
        ? [t.nothing, t.nothing, t.nothing]
        : [
            cents(language, amounts.baseCents),
            euros(language, amounts.declaredEuros),
            cents(language, amounts.net.cents),
          ]),
    ];
  });
  const beside = rows.flatMap((row) => {
    const amounts = amountsIn(row);
    return [
      ...notCountedLines(language, row),
      ...(row.missing === null ? [] : [`${t.missing} ${say(language, row.missing)}`]),
      ...(amounts === null ? [] : [netFormula(language, amounts)]),
      ...(row.note === null ? [] : [say(language, row.note)]),
    ];
  });
  return ['', `${t.preview} – ${title}`, ...textTable([head, ...lines]), ...new Set(beside)];
}

export function comparisonLines(comparison: Comparison, language: Language): string[] {
  const t = inLanguage(language, compareWords);
  const { company, period, paysCorporateTax, rows } = comparison;
  const stated = (standing: ComparedRow['standing']): ComparedRow[] =>
    rows.filter((row) => row.use === 'statement' && row.standing === standing);
  return [
    `${t.preview} – ${company.name} (${company.siren}), ${period.from}..${period.to}`,
    t.previewText,
    ...(paysCorporateTax ? [t.howText] : [t.timeOnlyText]),
    ...block(t.proposed, stated('proposed'), t, language),
    ...block(t.inForce, stated('in-force'), t, language),
    ...block(
      t.comparator,
      rows.filter(({ use }) => use === 'comparator'),
      t,
      language,
    ),
    ...block(t.timeOnly, stated(null), t, language),
  ];
}

const amountsJson = (amounts: ComparedAmounts, language: Language): object => ({
  ...amounts,
  net: { ...amounts.net, says: amounts.net.says[language] },
});

/** The same for programs: what is bilingual comes in one language. */
export function comparisonJson(comparison: Comparison, language: Language): object {
  return {
    preview: true,
    ...comparison,
    rows: comparison.rows.map(({ missing, note, relief, simulation, notCounted, ...row }) => ({
      ...row,
      notCounted: notCounted.map(({ says, ...each }) => ({ ...each, says: says[language] })),
      ...(relief !== null && { relief: amountsJson(relief, language) }),
      ...(simulation !== null && { simulation: amountsJson(simulation, language) }),
      missing: missing?.[language] ?? null,
      note: note?.[language] ?? null,
    })),
  };
}
