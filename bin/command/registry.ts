import { register } from '../../lib/use-cases/register.ts';
import { declarationCommand } from '../declaration-command.ts';

export const registry = declarationCommand({
  kind: 'registry',
  summary: {
    fr: 'inscrit fondations, projets, licences, éligibilité, signataires et liens (JSON)',
    en: 'registers foundations, projects, licences, eligibility, signatories and ties (JSON)',
  },
  options: {},
  carryOut: register,
});
