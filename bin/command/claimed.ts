import { declareClaimed } from '../../lib/use-cases/declare-claimed.ts';
import { companyOf } from '../../lib/use-cases/people.ts';
import { companyOption } from '../company-option.ts';
import { declarationCommand } from '../declaration-command.ts';

export const claimed = declarationCommand({
  kind: 'claimed',
  summary: {
    fr: 'donne le temps déjà demandé ailleurs : CIR, CICo, CII, aide européenne, mécénat, autre employeur (CSV ou JSON)',
    en: 'gives time already claimed elsewhere: CIR, CICo, CII, EU grant, mécénat, another employer (CSV or JSON)',
  },
  options: companyOption,
  carryOut: async (ports, { by, file, options }) =>
    declareClaimed(ports, { by, file, company: await companyOf(ports, options.company) }),
});
