// The parameters of a statement are read in the language of the page; what is not known here stands as it was signed.
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { Language } from '../../lib/model/text.ts';
import { parameterWords } from '../../lib/use-cases/statement-words.ts';
import { parameterTable } from '../../web/parts/parameters.ts';
import { textOf } from './html.ts';

const stated = { from: '2026-01-01', to: null, certainty: 'A' };
const parameters = [
  { ...stated, key: 'rounding', value: 'euro-half-away', reference: 'CGI 1649 undecies; form in whole euros' },
  { ...stated, key: 'rate', value: '3/5', reference: 'a text of another year' },
];
const textIn = (language: Language): string =>
  textOf(render(h('div', null, parameterTable(language, parameters, parameterWords))));

it('says values and references in French to a French reader', () => {
  const text = textIn('fr').replaceAll('\u202f', ' ');
  expect(text).toContain('à l’euro le plus proche, la moitié vers le haut');
  expect(text).toContain('CGI 1649 undecies ; imprimé en euros entiers');
  expect(text).toContain('60 %');
  expect(text).toContain('a text of another year');
});

it('says them in English to an English reader, references as they were signed', () => {
  const text = textIn('en');
  expect(text).toContain('to the nearest euro, half away from zero');
  expect(text).toContain('CGI 1649 undecies; form in whole euros');
  expect(text).toContain('60%');
});
