import { declareFiscalYear } from '../../lib/use-cases/declare-fiscal-year.ts';
import { companyOf } from '../../lib/use-cases/people.ts';
import { companyOption } from '../company-option.ts';
import { declarationCommand } from '../declaration-command.ts';

export const fiscalYear = declarationCommand({
  kind: 'fiscal-year',
  summary: {
    fr: 'déclare un exercice : ses jours, son chiffre d’affaires, les dons reportés (JSON)',
    en: 'declares a fiscal year: its days, its turnover, gifts brought forward (JSON)',
  },
  options: companyOption,
  carryOut: async (ports, { by, file, options }) =>
    declareFiscalYear(ports, { by, file, company: await companyOf(ports, options.company) }),
});
