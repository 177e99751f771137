// The contribution statement: what may count, and no amount.
import type { Figure } from './figure.ts';
import type { admissionKeys } from './figure-keys.ts';
import { holding } from './holding.ts';
import { chosen } from './sources.ts';

// As far back as time can be assessed.
const held = holding<keyof typeof admissionKeys>('2005-01-01');

export const noneFigures: readonly Figure[] = [
  held('support', 'foundation', chosen('practice of mécénat: both parties validate')),
  held('legalForms', 'loan, service-gift, own-work', chosen('a contribution is one whatever its legal form')),
  held('beneficiary', 'registered', chosen('an eligible project of a registered foundation')),
];
