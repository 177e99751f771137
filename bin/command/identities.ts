import { companyOf } from '../../lib/use-cases/people.ts';
import { vouchIdentities } from '../../lib/use-cases/vouch-identities.ts';
import { companyOption } from '../company-option.ts';
import { declarationCommand } from '../declaration-command.ts';

export const identities = declarationCommand({
  kind: 'identities',
  summary: {
    fr: 'atteste les adresses sous lesquelles une personne contribue (CSV ou JSON)',
    en: 'vouches for the addresses under which a person contributes (CSV or JSON)',
  },
  options: companyOption,
  carryOut: async (ports, { by, file, options }) =>
    vouchIdentities(ports, { by, file, company: await companyOf(ports, options.company) }),
});
