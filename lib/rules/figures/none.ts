// The contribution statement: what may count, and no amount.
import type { Figure } from './figure.ts';
import type { admissionKeys } from './figure-keys.ts';
import { assessable, holding } from './holding.ts';
import { chosen } from './sources.ts';

const held = holding<keyof typeof admissionKeys>(assessable);

export const noneFigures: readonly Figure[] = [
  held('support', 'foundation', chosen('practice of mécénat: both parties validate')),
  held('legalForms', 'loan, service-gift, own-work', chosen('a contribution is one whatever its legal form')),
  held('beneficiary', 'registered', chosen('an eligible project of a registered foundation')),
  held(
    'noDoubleBenefit',
    'other-employer',
    chosen('a statement without amounts relieves nothing; whose hour it is still matters'),
  ),
];
