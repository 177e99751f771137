import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { companyOf } from '../../lib/use-cases/people.ts';
import { companyOption } from '../company-option.ts';
import { declarationCommand } from '../declaration-command.ts';

export const secondments = declarationCommand({
  kind: 'secondments',
  summary: {
    fr: 'dit qui est mis à disposition, de quelle fondation et à quelles dates (CSV ou JSON)',
    en: 'says who is lent, to which foundation and on which days (CSV or JSON)',
  },
  options: companyOption,
  carryOut: async (ports, { by, file, options }) =>
    agreeSecondments(ports, { by, file, company: await companyOf(ports, options.company) }),
});
