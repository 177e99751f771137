import { declareYear } from '../../lib/use-cases/declare-year.ts';
import { companyOf } from '../../lib/use-cases/people.ts';
import { companyOption } from '../company-option.ts';
import { declarationCommand } from '../declaration-command.ts';

export const declarations = declarationCommand({
  kind: 'declarations',
  summary: {
    fr: 'donne les déclarations de l’entreprise sur un exercice : paie, liasse, autres aides, clients, contreparties, CSE (JSON)',
    en: 'gives the company’s declarations on a fiscal year: payroll, return, other aid, clients, counterparts, works council (JSON)',
  },
  options: companyOption,
  carryOut: async (ports, { by, file, options }) =>
    declareYear(ports, { by, file, company: await companyOf(ports, options.company) }),
});
