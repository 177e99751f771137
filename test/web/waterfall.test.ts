// Pages that explain: the waterfall and the steps say in words all that they draw, in both languages.

import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { cents, minutes } from '../../lib/model/quantity-text.ts';
import type { Frame } from '../../web/frame.ts';
import { verificationParts } from '../../web/parts/verification.ts';
import { financeFrame } from './finance-frame.ts';
import { insideOf, textOf, withName } from './html.ts';
import { authentic, samplePayload } from './sample-figures.ts';
import { samples } from './sample-views.ts';

const page = (name: string, language: Frame['language'] = 'en'): string =>
  samples.find((sample) => sample.name === name)!.render(financeFrame(language));
const explained = ['finance-statement', 'finance-prepared', 'link-statement'] as const;

describe.each(explained)('%s', (name) => {
  it.each(['fr', 'en'] as const)(
    'shows each refused and each awaiting block with its time, words and bar (%s)',
    (language) => {
      const html = page(name, language);
      const [inHours, inHalfDays] = withName(html, 'table')
        .filter((tag) => tag.attributes.get('class') === 'waterfall')
        .map((tag) => insideOf(html, tag));
      for (const { minutes: amount } of [...samplePayload.refused, ...samplePayload.awaits]) {
        if (amount > 0) expect(inHours).toContain(minutes(language, amount));
      }
      const rows = 10;
      expect(withName(inHours!, 'svg')).toHaveLength(rows);
      expect(withName(inHours!, 'svg').every((tag) => (tag.attributes.get('aria-label') ?? '') !== '')).toBe(true);
      expect(textOf(inHours!)).toContain(language === 'fr' ? 'attend la fondation' : 'awaits the foundation');
      expect(textOf(inHours!)).toContain(language === 'fr' ? 'attend l’employeur' : 'awaits the employer');
      // Half-days have a waterfall of their own.
      expect(textOf(inHalfDays!)).toMatch(language === 'fr' ? /demi.journées/ : /half.days/);
    },
  );

  it.each(['fr', 'en'] as const)(
    'lists the signed steps as sentences with article, exact value and euros (%s)',
    (language) => {
      const html = page(name, language);
      const part = withName(html, 'section').find((tag) => tag.attributes.get('class') === 'simulation')!;
      const text = textOf(insideOf(html, part));
      for (const step of samplePayload.simulation!.steps) {
        expect(text).toContain(step.exactEuros);
        expect(text).toContain(cents(language, step.cents));
      }
      expect(text).toContain(
        language === 'fr' ? 'sur le modèle du CGI 244 quater B, II b' : 'modelled on CGI 244 quater B, II b',
      );
      // The words stand on the same part of the page as the steps.
      expect(text).toContain(language === 'fr' ? 'aucun effet juridique' : 'no legal effect');
    },
  );
});

it.each(explained)('%s: a refusal leads to the parameter it rests on, with its text', (name) => {
  const html = page(name);
  expect(html).toContain('<a href="#figure-caps.dailyMinutes">house policy</a>');
  expect(html.split('id="figure-caps.dailyMinutes"')).toHaveLength(2);
});

it('the answer of the verifier says how many steps it worked out again, and that it read the others', () => {
  const said = (language: Frame['language'], recomputed: number): string => {
    const computation = { ...authentic.computation!, recomputed };
    return textOf(render(h('div', null, verificationParts(language, { ...authentic, computation }, false))));
  };
  expect(said('en', 7)).toMatch(/7 of 7 steps, all exact(?!;)/);
  expect(said('en', 5)).toContain('5 of 7 steps, all exact; the others read as signed');
  expect(said('fr', 5)).toContain('5 étapes sur 7, toutes exactes\u202f; les autres lues telles que signées');
});

it('finance sees where a year stands before anything is prepared, time only', () => {
  const html = page('finance-statements');
  const years = withName(html, 'details').map((tag) => textOf(insideOf(html, tag)));
  expect(years.map((text) => /\d{4}/.exec(text)?.[0])).toEqual(['2026', '2025']);
  expect(years[0]).toContain('awaits both employers');
  expect(years.join(' ')).not.toContain('€');
});

it.each(['fr', 'en'] as const)('finance sees each month of a year as figures and as one bar (%s)', (language) => {
  const html = page('finance-statements', language);
  const [, closed] = withName(html, 'details').map((tag) => insideOf(html, tag));
  const tables = withName(closed!, 'table').filter((tag) => tag.attributes.get('class') === 'by-month');
  expect(tables).toHaveLength(2);
  const inHours = insideOf(closed!, tables[0]!);
  const [march, april] = withName(inHours, 'svg');
  expect(textOf(inHours)).toContain(language === 'fr' ? 'mars 2025' : 'March 2025');
  const words = language === 'fr' ? ['Retenu', 'Écarté'] : ['Counted', 'Refused'];
  expect(march!.attributes.get('aria-label')).toBe(
    `${words[0]} ${minutes(language, 52_000)}, ${words[1]} ${minutes(language, 3_920)}`,
  );
  // The longest month fills the width, the others keep its scale.
  const ends = [march!, april!].map((bar) =>
    Math.max(
      ...withName(insideOf(inHours, bar), 'rect').map(
        ({ attributes }) => Number(attributes.get('x')) + Number(attributes.get('width')),
      ),
    ),
  );
  expect(ends).toEqual([1000, Math.round((4_080 * 1000) / 55_920)]);
});
