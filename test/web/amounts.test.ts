// A proposal is never printed as law: where its amounts stand, "no legal effect" stands too.

import { describe, expect, it } from 'vitest';
import { cents, euros } from '../../lib/model/quantity-text.ts';
import { type FinanceStatementView, renderFinanceStatement } from '../../web/finance-statement.ts';
import { financeFrame } from './finance-frame.ts';
import { insideOf, type Tag, textOf, withName } from './html.ts';
import { samplePayload } from './sample-figures.ts';
import { samples } from './sample-views.ts';

const simulated = samplePayload.simulation!;
const words = { fr: 'aucun effet juridique', en: 'no legal effect' } as const;
const withClass = (html: string, name: string): Tag | undefined =>
  withName(html, 'section').find((tag) => tag.attributes.get('class') === name);
const named = (name: string) => samples.find((sample) => sample.name === name)!;

describe.each(['finance-statement', 'finance-prepared', 'link-statement'])('%s', (name) => {
  it.each(['fr', 'en'] as const)('shows simulated amounts beside the words, and nowhere else (%s)', (language) => {
    const html = named(name).render(financeFrame(language));
    const part = insideOf(html, withClass(html, 'simulation')!);
    expect(textOf(part).split(words[language]).length).toBeGreaterThan(2);
    const shown = [
      cents(language, simulated.baseCents),
      cents(language, simulated.creditCents),
      euros(language, simulated.declaredEuros),
    ];
    for (const amount of shown) {
      expect(part).toContain(amount);
      expect(html.split(`>${amount}<`)).toHaveLength(2);
    }
    // The class by which the style sheet prints the words on each sheet.
    expect(html).toContain(`<html lang="${language}" class="simulation-sheet">`);
  });
});

describe('under a scheme in force', () => {
  const view: FinanceStatementView = {
    ...(named('finance-statement').view as FinanceStatementView),
    figures: { ...samplePayload, simulation: undefined, relief: simulated },
  };

  it('the amounts stand as relief, and no sheet says simulation', () => {
    const html = renderFinanceStatement(view, financeFrame('en'));
    expect(withClass(html, 'relief')).toBeDefined();
    expect(html).not.toContain('simulation-sheet');
  });
});

describe('a year of gifts', () => {
  const gift = {
    ...{ turnoverCents: 400_000_000, ceilingCents: 2_000_000, retainedCents: 1_000_000, excessCents: 0 },
    carryIn: [
      {
        origin: '2024-12-31',
        cents: 30_050,
        aboveThresholdCents: 0,
        yearsLeft: 5,
        usedCents: 10_010,
        expiredCents: 0,
        leftCents: 20_040,
      },
    ],
    carryOut: [{ origin: '2024-12-31', cents: 20_040, aboveThresholdCents: 0, yearsLeft: 3 }],
  };
  const view: FinanceStatementView = {
    ...(named('finance-statement').view as FinanceStatementView),
    rectifies: { other: '2025-0001', creditCents: -150_040, declaredEuros: -1_500, isSimulation: false },
    rectifiedBy: { other: '2025-0003', creditCents: 90_000, declaredEuros: 900, isSimulation: false },
    figures: { ...samplePayload, simulation: undefined, relief: { ...simulated, reading: 'annual-flat', gift } },
  };

  it('shows value, ceiling, what was carried in and out, and which reading of the law is ours', () => {
    const html = renderFinanceStatement(view, financeFrame('fr'));
    const part = textOf(insideOf(html, withClass(html, 'relief')!));
    for (const amount of [2_000_000, 30_050, 10_010, 20_040]) expect(part).toContain(cents('fr', amount));
    expect(part).toContain('Lecture du texte');
    expect(part).toContain('trois plafonds annuels, dans l’année');
    expect(part).toContain('Valeur du don');
  });

  it('shows what it changes of the statement before, and what the next one changes of it', () => {
    const text = textOf(renderFinanceStatement(view, financeFrame('en')));
    expect(text).toContain(`${euros('en', -1_500)} (to the cent: ${cents('en', -150_040)})`);
    expect(text).toContain(`+${euros('en', 900)} (to the cent: +${cents('en', 90_000)})`);
  });
});

it('a contribution statement has no amounts at all', () => {
  const html = named('finance-link-made').render(financeFrame('en'));
  expect(withClass(html, 'simulation')).toBeUndefined();
  expect(withClass(html, 'relief')).toBeUndefined();
});

it('an authentic statement is called so, first of all', () => {
  const text = textOf(named('link-statement').render(financeFrame('fr')));
  expect(text.indexOf('Authentique')).toBeGreaterThan(0);
  expect(text.indexOf('Authentique')).toBeLessThan(text.indexOf('aucun effet juridique'));
});
