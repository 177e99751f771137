import { declareFiscalYear } from '../../lib/use-cases/declare-fiscal-year.ts';
import { companyOf } from '../../lib/use-cases/people.ts';
import { statementsTouched } from '../../lib/use-cases/statements-touched.ts';
import { companyOption } from '../company-option.ts';
import { declarationCommand } from '../declaration-command.ts';
import { touchedText } from '../frame/licence-text.ts';

export const fiscalYear = declarationCommand({
  kind: 'fiscal-year',
  summary: {
    fr: 'déclare un exercice : ses jours, son chiffre d’affaires, les dons reportés (JSON)',
    en: 'declares a fiscal year: its days, its turnover, gifts brought forward (JSON)',
  },
  options: companyOption,
  carryOut: async (ports, { by, file, options }) => {
    const company = await companyOf(ports, options.company);
    const receipt = await declareFiscalYear(ports, { by, file, company });
    const touched = await statementsTouched(ports, company);
    const told = { fr: touchedText(touched, 'fr').join('\n'), en: touchedText(touched, 'en').join('\n') };
    return touched.length === 0 ? receipt : { ...receipt, notes: [...receipt.notes, told] };
  },
});
