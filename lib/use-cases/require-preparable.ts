// What stops preparing though the computation is possible: aid that nobody answered for, and a payroll smaller than the cost tied to it.
import { eurosText } from '../model/euros-text.ts';
import { Refusal } from '../model/refusal.ts';
import { payrollFlaw } from '../rules/checklist/checklist.ts';
import type { BookState } from './book-state.ts';
import type { StatementContent } from './statement-content.ts';
import { answerTo } from './year-declarations.ts';

/** @returns whether the company said what other aid it received: amounts on file for the year, or a no */
export async function isAidSaid(
  company: BookState,
  { period, otherAid }: Pick<StatementContent, 'period' | 'otherAid'>,
): Promise<boolean> {
  return otherAid.length > 0 || (await answerTo(company, period, 'other-aid'))?.answer === 'no';
}

/** @returns the payroll that is too small for the cost, with both amounts; null if it fits or none is tied */
function payrollTooSmall({ cost }: Pick<StatementContent, 'cost'>): ReturnType<typeof payrollFlaw> {
  if (cost === null || cost === undefined || cost.payroll === 'not-tied') return null;
  return payrollFlaw(cost.cents, cost.payroll);
}

/** @throws Refusal `other-aid-not-declared`, `payroll-below-cost` */
export async function requirePreparable(company: BookState, content: StatementContent): Promise<void> {
  if (content.cost === null) return;
  const flaw = payrollTooSmall(content);
  if (flaw !== null) {
    const [cost, payroll] = [eurosText(flaw.cost), eurosText(flaw.payroll)];
    throw new Refusal('payroll-below-cost', {
      fr: `Le coût du temps retenu est de ${cost.fr}, et la paie à laquelle il est rattaché ne totalise que ${payroll.fr}. Vérifiez l’extrait de paie (« communs declarations ») et la paie donnée (« communs pay »).`,
      en: `The counted time costs ${cost.en}, and the payroll it is tied to adds up to ${payroll.en} only. Check the payroll extract ('communs declarations') and the pay given ('communs pay').`,
    });
  }
  if (await isAidSaid(company, content)) return;
  throw new Refusal('other-aid-not-declared', {
    fr: 'L’entreprise n’a pas dit si elle a reçu d’autres aides pour ce travail sur cet exercice. Répondez « non » sur la page Déclarations (ou « communs declarations »), ou donnez les montants avec « communs pay ».',
    en: "The company has not said whether it received other aid for this work in this fiscal year. Answer 'no' on the page Declarations (or 'communs declarations'), or give the amounts with 'communs pay'.",
  });
}
