import type { Language } from '../../lib/model/text.ts';
import { type ChargeTreatment, chargeClasses } from '../../lib/rules/charges.ts';
import { companyOf } from '../../lib/use-cases/people.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { companyOption } from '../company-option.ts';
import { declarationCommand } from '../declaration-command.ts';

const columns: Readonly<Record<Language, Readonly<Record<ChargeTreatment, string>>>> = {
  fr: { eligible: 'Charges éligibles : ', excluded: 'Charges exclues : ' },
  en: { eligible: 'Eligible charges: ', excluded: 'Excluded charges: ' },
};

/** Which employer charge goes into which column. */
const chargeNotes = (language: Language): string[] =>
  (['eligible', 'excluded'] as const).map((treatment) => {
    const labels = chargeClasses.filter((each) => each.treatment === treatment).map(({ label }) => label[language]);
    return `${columns[language][treatment]}${labels.join(' | ')}.`;
  });

export const pay = declarationCommand({
  kind: 'pay',
  summary: {
    fr: 'donne paie, base de temps, subventions et remboursements (CSV ou JSON)',
    en: 'gives pay, time base, subsidies and reimbursements (CSV or JSON)',
  },
  notes: chargeNotes,
  options: companyOption,
  carryOut: async (ports, { by, file, options }) =>
    recordPay(ports, { by, file, company: await companyOf(ports, options.company) }),
});
