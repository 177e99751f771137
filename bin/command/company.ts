import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { declarationCommand } from '../declaration-command.ts';

export const company = declarationCommand({
  kind: 'company',
  summary: {
    fr: 'inscrit une société et qui agit pour elle (JSON)',
    en: 'enrols a company and who acts for it (JSON)',
  },
  options: {},
  carryOut: enrolCompany,
});
