// Each employer contribution that modele-social knows falls into one class of ours; the classes reach whoever fills in the pay file.
import { expect, test } from 'vitest';
import { type ChargeClassCode, chargeClasses } from '../../lib/rules/charges.ts';
import beside from './beside/modele-social.json' with { type: 'json' };

/** By the name of modele-social. Another name in its list must be put into a class here, by somebody who has read the text. */
const classOf: Readonly<Record<string, ChargeClassCode>> = {
  'maladie . employeur': 'social-security',
  ATMP: 'social-security',
  'vieillesse . plafonnée . employeur': 'social-security',
  'vieillesse . déplafonnée . employeur': 'social-security',
  'allocations familiales': 'social-security',
  AGS: 'unemployment',
  chômage: 'unemployment',
  'retraite complémentaire-CEG-CET . employeur': 'complementary-pension',
  'APEC . employeur': 'complementary-pension',
  'prévoyances . santé . employeur': 'collective-insurance',
  'prévoyances . incapacité invalidité décès . employeur': 'collective-insurance',
  "taxe d'apprentissage": 'wage-taxes',
  'formation professionnelle': 'wage-taxes',
  'CPF CDD': 'wage-taxes',
  PEEC: 'wage-taxes',
  'versement mobilité': 'transport-levy',
  FNAL: 'solidarity-levies',
  CSA: 'solidarity-levies',
  'contribution au dialogue social': 'solidarity-levies',
  'forfait social': 'forfait-social',
};

test('no employer contribution of modele-social is without a class, and none of the classes is for a name that it does not know', () => {
  const names = beside.employerContributions;
  expect(names.filter((name) => classOf[name] === undefined)).toEqual([]);
  expect(Object.keys(classOf).filter((name) => !names.includes(name))).toEqual([]);
});

test('modele-social speaks of every class but profit-sharing, which is no contribution on wages', () => {
  const spokenOf = new Set(Object.values(classOf));
  expect(chargeClasses.map(({ code }) => code).filter((code) => !spokenOf.has(code))).toEqual(['profit-sharing']);
});

test('a class is in or out by a text, and says so in both languages', () => {
  expect(new Set(chargeClasses.map(({ code }) => code)).size).toBe(chargeClasses.length);
  for (const { label, reference } of chargeClasses)
    for (const text of [label.fr, label.en, reference]) expect(text).not.toBe('');
  expect(chargeClasses.filter(({ treatment }) => treatment === 'eligible').map(({ code }) => code)).toEqual([
    'social-security',
    'unemployment',
    'complementary-pension',
    'collective-insurance',
  ]);
});
