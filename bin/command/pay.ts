import { companyOf } from '../../lib/use-cases/people.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { companyOption } from '../company-option.ts';
import { declarationCommand } from '../declaration-command.ts';

export const pay = declarationCommand({
  kind: 'pay',
  summary: {
    fr: 'donne paie, base de temps, subventions et remboursements (CSV ou JSON)',
    en: 'gives pay, time base, subsidies and reimbursements (CSV or JSON)',
  },
  options: companyOption,
  carryOut: async (ports, { by, file, options }) =>
    recordPay(ports, { by, file, company: await companyOf(ports, options.company) }),
});
