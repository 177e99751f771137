// The checklist and the page of declarations, filled with invented points: open ones, answered ones, and what was typed wrong.
import { checklistPoints } from '../../lib/rules/checklist/points.ts';
import type { FinanceChecklistView } from '../../web/finance-checklist.ts';
import type { FinanceDeclarationsView } from '../../web/finance-declarations.ts';
import { sampleDigest } from './sample-figures.ts';

const company = { id: 'co-rail', siren: '999001001', name: 'Rail Exemple' };
const period = { from: '2025-01-01', to: '2025-12-31' };
const years = [2026, 2025];
const schemes = ['digital-commons-investor', 'mecenat-de-competences-238bis', 'none'];

const open = <Code extends keyof typeof checklistPoints>(code: Code, extent: object = {}) => ({
  code,
  ...checklistPoints[code],
  ...extent,
});

export const sampleChecklist: FinanceChecklistView = {
  ...{ company, years, fiscalYear: 2025, schemes, scheme: schemes[0]!, period },
  projectNames: { horaires: 'Horaires ouverts' },
  items: [
    open('missing-pay', {
      detail: {
        fr: 'La paie manque pour du temps retenu de : Chloé Damanville (R-103).',
        en: 'Pay is missing for counted time of: Chloé Damanville (R-103).',
      },
    }),
    open('payroll-below-cost', { cents: { cost: 40_123_45, payroll: 38_000_00 } }),
    open('months-not-checked', { count: 4 }),
    open('not-confirmed', { count: 3, time: { minutes: 3_600, halfDays: 3 } }),
    open('foundation-refused', { count: 1, time: { minutes: 1_260, halfDays: 0 } }),
    open('licence-not-decided', { count: 1, about: ['horaires'] }),
    open('return-not-declared'),
    open('counterparts-not-asked'),
    open('notice-not-recorded'),
  ],
};

export const settledChecklist: FinanceChecklistView = { ...sampleChecklist, items: [] };

const none = { minutes: null, halfDays: null, cents: null };
const saidOn = '2026-01-21';

export const sampleDeclarations: FinanceDeclarationsView = {
  ...{ company, years, fiscalYear: 2025, period, schemes: schemes.slice(0, 2) },
  payroll: { run: period, digest: sampleDigest('payroll extract'), totalCents: 148_230_000, saidOn },
  returns: [
    { scheme: schemes[0]!, said: null },
    {
      scheme: schemes[1]!,
      said: { entered: { form: '2069-RCI-SD', line: '14', euros: 37_200, filedOn: '2026-05-18' }, saidOn },
    },
  ],
  answers: {
    'other-aid': { answer: 'no', ...none, saidOn },
    'other-employers': null,
    'billed-to-clients': { answer: 'yes', ...none, minutes: 750, halfDays: 3, saidOn },
    counterparts: { answer: 'yes', ...none, cents: 120_000, saidOn },
  },
  worksCouncil: { step: 'works-council', on: null, reason: 'own-instance', saidOn },
  told: null,
  notice: { fr: 'Enregistré.', en: 'Saved.' },
  typed: {},
  errors: [],
};

export const wrongDeclarations: FinanceDeclarationsView = {
  ...sampleDeclarations,
  notice: null,
  typed: { 'payroll.total': 'environ un million', 'payroll.digest': 'abc' },
  errors: [
    {
      field: 'payroll.digest',
      text: {
        fr: 'ce n’est pas une empreinte SHA-256 : 64 chiffres hexadécimaux.',
        en: 'this is not a SHA-256 digest: 64 hexadecimal digits.',
      },
    },
    { field: 'payroll.total', text: { fr: 'ce n’est pas un montant.', en: 'this is not an amount.' } },
  ],
};
