import { declareOrders } from '../../lib/use-cases/declare-orders.ts';
import { companyOf } from '../../lib/use-cases/people.ts';
import { companyOption } from '../company-option.ts';
import { declarationCommand } from '../declaration-command.ts';

export const orders = declarationCommand({
  kind: 'orders',
  summary: {
    fr: 'donne les ordres de travailler un jour chômé : qui, quel jour, signé quand (CSV ou JSON)',
    en: 'gives orders to work on a day off: who, which day, signed when (CSV or JSON)',
  },
  options: companyOption,
  carryOut: async (ports, { by, file, options }) =>
    declareOrders(ports, { by, file, company: await companyOf(ports, options.company) }),
});
