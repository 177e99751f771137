// What `communs declarations --template` gives: every point that a company may declare of a fiscal year, with explanations.
import type { Language } from '../../model/text.ts';

const help: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    'à lire': 'Les explications sous « help » ne sont pas lues. Retirez les points que vous ne déclarez pas encore.',
    period: 'premier et dernier jour de l’exercice, AAAA-MM-JJ',
    payroll:
      'l’extrait de paie auquel le coût est rattaché : période, SHA-256 du fichier, total (brut, accessoires, charges patronales)',
    returns:
      'pour chaque dispositif : formulaire, ligne et euros déclarés ; « filed » : null tant que rien n’est déposé',
    otherAid:
      'subventions et remboursements reçus pour ce travail ; « yes » : leurs montants se donnent avec « communs pay »',
    otherEmployers: 'les personnes mises à disposition ont-elles, à votre connaissance, un autre employeur ?',
    billedToClients: 'part du temps déclaré qui a été facturée à des clients ; heures ou demi-journées si « yes »',
    counterparts: 'contreparties reçues de la fondation ou du projet, en euros si « yes »',
    worksCouncil:
      'jour de consultation du CSE (C. trav., L. 2312-38), ou « reason » : under-11-employees, no-candidates, own-instance (organisme public)',
    notice: 'jour où les personnes concernées ont été informées (C. trav., L. 1222-4)',
  },
  en: {
    'read me': 'The explanations under "help" are not read. Remove the points that you do not declare yet.',
    period: 'first and last day of the fiscal year, YYYY-MM-DD',
    payroll:
      'the payroll extract the cost is tied to: run, SHA-256 of the file, total (gross, accessories, employer charges)',
    returns: 'for each scheme: form, line and euros entered; "filed": null as long as nothing was filed',
    otherAid: 'subsidies and reimbursements received for this work; "yes": their amounts are given with "communs pay"',
    otherEmployers: 'do the people lent, as far as you know, have another employer?',
    billedToClients: 'the part of the declared time that was billed to clients; hours or half-days if "yes"',
    counterparts: 'what the foundation or project gave in return, in euros if "yes"',
    worksCouncil:
      'day on which the CSE was consulted (C. trav., L. 2312-38), or "reason": under-11-employees, no-candidates, own-instance (public body)',
    notice: 'day on which the people concerned were told (C. trav., L. 1222-4)',
  },
};

/** @param digest a SHA-256 that the template shows */
export const yearTemplate = (language: Language, digest: string): unknown => ({
  help: help[language],
  period: { from: '2025-01-01', to: '2025-12-31' },
  payroll: { from: '2025-01-01', to: '2025-12-31', digest, total: '1 482 300,00' },
  returns: [
    {
      scheme: 'mecenat-de-competences-238bis',
      filed: { form: '2069-RCI-SD', line: '14', euros: '37 200', filedOn: '2026-05-18' },
    },
  ],
  otherAid: { answer: 'no' },
  otherEmployers: { answer: 'no' },
  billedToClients: { answer: 'yes', hours: '12,50', halfDays: '3' },
  counterparts: { answer: 'yes', amount: '1 500,00' },
  worksCouncil: { on: '2024-11-28', reason: null },
  notice: { on: '2024-12-02' },
});
