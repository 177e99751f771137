// What a statement waits for: each point with whether it stops preparing and why, on whom it waits, and how it is settled. One table.
import type { Bilingual } from '../../model/text.ts';

/** On whom a point waits. */
export type WaitsFor = 'developers' | 'hr' | 'finance' | 'foundation' | 'registrar' | 'operator';

/** The page on which a point is settled; null: by command alone. */
export type FixPage = 'hr-months' | 'foundation-list' | 'declarations' | 'statements';

export interface Point {
  /** True: preparing refuses. */
  readonly blocks: boolean;
  /** Why it stops preparing, or why it does not. */
  readonly why: Bilingual;
  readonly title: Bilingual;
  readonly waitsFor: WaitsFor;
  readonly page: FixPage | null;
  /** Without company and year, which whoever prints it knows. */
  readonly command: string | null;
}

const notCounted: Bilingual = {
  fr: 'Ce temps n’est pas compté et l’état le dit ; personne ne doit pouvoir retenir tout l’état par son silence.',
  en: 'This time is not counted and the statement says so; nobody may hold the whole statement by her silence.',
};
const refusedByRule: Bilingual = {
  fr: 'Ce temps est écarté, avec son motif ; le reste de l’état n’en dépend pas.',
  en: 'This time is refused, with its reason; the rest of the statement does not rest on it.',
};
const notAsked: Bilingual = {
  fr: 'L’état écrit « non demandé », jamais « non » : qui le lit voit ce qui manque.',
  en: 'The statement says “not asked”, never “no”: whoever reads it sees what is missing.',
};
const wrongAmount: Bilingual = {
  fr: 'Sans cela le montant ne se calcule pas, et il n’est jamais deviné.',
  en: 'Without it the amount cannot be worked out, and it is never guessed.',
};

/** Closed list, in the order in which it is read: what stops first, then what waits. */
export const checklistPoints = {
  'cannot-compute': {
    ...{ blocks: true, why: wrongAmount, waitsFor: 'finance', page: null, command: null },
    title: { fr: 'Le calcul n’est pas possible', en: 'It cannot be worked out' },
  },
  'missing-pay': {
    ...{ blocks: true, why: wrongAmount, waitsFor: 'hr', page: null, command: 'pay FILE' },
    title: { fr: 'Paie manquante pour du temps retenu', en: 'Pay missing for counted time' },
  },
  'missing-time-base': {
    ...{ blocks: true, why: wrongAmount, waitsFor: 'hr', page: null, command: 'pay FILE' },
    title: { fr: 'Base de temps manquante ou trop petite', en: 'Time base missing or too small' },
  },
  'missing-turnover': {
    ...{ blocks: true, why: wrongAmount, waitsFor: 'finance', page: null, command: 'fiscal-year FILE' },
    title: { fr: 'Chiffre d’affaires de l’exercice non déclaré', en: 'Turnover of the year not declared' },
  },
  'other-aid-not-declared': {
    ...{ blocks: true, waitsFor: 'finance', page: 'declarations', command: 'declarations FILE' },
    why: {
      fr: 'Les aides reçues diminuent l’assiette : sans réponse, l’état compterait peut-être deux fois le même euro.',
      en: 'Aid received lowers the base: without an answer the statement might count one euro twice.',
    },
    title: { fr: 'Autres aides reçues : pas de réponse', en: 'Other aid received: no answer' },
  },
  'payroll-below-cost': {
    ...{ blocks: true, waitsFor: 'finance', page: 'declarations', command: 'declarations FILE' },
    why: {
      fr: 'Une paie ne peut pas contenir un coût plus grand qu’elle : l’un des deux chiffres est faux.',
      en: 'A payroll cannot hold a cost that is larger than itself: one of the two figures is wrong.',
    },
    title: {
      fr: 'Le coût dépasse la paie à laquelle il est rattaché',
      en: 'The cost is larger than the payroll it is tied to',
    },
  },
  'months-not-checked': {
    ...{ blocks: false, waitsFor: 'developers', page: 'hr-months', command: 'check-month' },
    why: {
      fr: 'Vérifier son mois est un droit, pas un devoir : l’état porte ce que la fondation confirme.',
      en: 'Checking her month is a right and no duty: the statement carries what the foundation confirms.',
    },
    title: { fr: 'Mois que les personnes n’ont pas vérifiés', en: 'Months that people have not checked' },
  },
  'months-not-complete': {
    ...{ blocks: false, waitsFor: 'hr', page: 'hr-months', command: 'complete' },
    why: {
      fr: 'Du temps peut encore être ajouté : un état plus tard remplacera celui-ci.',
      en: 'Time may still be added: a later statement will replace this one.',
    },
    title: { fr: 'Mois que les RH n’ont pas déclarés complets', en: 'Months that HR has not declared complete' },
  },
  contested: {
    ...{ blocks: false, why: notCounted, waitsFor: 'hr', page: 'hr-months', command: 'correct' },
    title: { fr: 'Temps contesté par la personne', en: 'Time that the person contests' },
  },
  'conflict-of-claims': {
    ...{ blocks: false, why: notCounted, waitsFor: 'hr', page: 'hr-months', command: 'correct' },
    title: { fr: 'Jours déclarés aussi par un autre employeur', en: 'Days that another employer declared too' },
  },
  'not-confirmed': {
    ...{ blocks: false, why: notCounted, waitsFor: 'foundation', page: 'foundation-list', command: 'confirm' },
    title: { fr: 'Confirmations attendues', en: 'Confirmations awaited' },
  },
  'cannot-tell': {
    ...{ blocks: false, why: notCounted, waitsFor: 'developers', page: null, command: 'show-work' },
    title: { fr: 'La fondation ne peut pas dire : apporter de quoi', en: 'The foundation cannot tell: bring evidence' },
  },
  'foundation-refused': {
    ...{ blocks: false, why: notCounted, waitsFor: 'foundation', page: 'foundation-list', command: 'confirm' },
    title: { fr: 'Temps que la fondation n’a pas confirmé', en: 'Time that the foundation did not confirm' },
  },
  'secondment-papers-missing': {
    ...{ blocks: false, why: refusedByRule, waitsFor: 'hr', page: null, command: 'secondments FILE' },
    title: { fr: 'Pièces de mise à disposition manquantes', en: 'Secondment papers missing' },
  },
  'public-servant-without-basis': {
    ...{ blocks: false, why: refusedByRule, waitsFor: 'hr', page: null, command: 'secondments FILE' },
    title: { fr: 'Agents publics sans fondement déclaré', en: 'Public servants without a legal basis' },
  },
  'outside-secondment': {
    ...{ blocks: false, why: refusedByRule, waitsFor: 'hr', page: null, command: 'secondments FILE' },
    title: { fr: 'Temps hors de toute mise à disposition', en: 'Time outside any secondment' },
  },
  'eligibility-not-decided': {
    ...{ blocks: false, why: refusedByRule, waitsFor: 'registrar', page: null, command: 'registry FILE' },
    title: {
      fr: 'Projets sans décision d’éligibilité sur l’exercice',
      en: 'Projects without a decision on eligibility in the year',
    },
  },
  'licence-not-decided': {
    ...{ blocks: false, waitsFor: 'registrar', page: null, command: 'decide-licence' },
    why: {
      fr: 'Le registre fait foi jusqu’à la décision ; si elle change du temps, l’état sera à préparer de nouveau.',
      en: 'The registry holds until it is decided; if that moves time, the statement is to be prepared again.',
    },
    title: { fr: 'Changements de licence à trancher', en: 'Changes of licence to decide' },
  },
  'foundation-standing-missing': {
    ...{ blocks: false, why: refusedByRule, waitsFor: 'registrar', page: null, command: 'registry FILE' },
    title: { fr: 'Qualité de la fondation absente du registre', en: 'Standing of the foundation not in the registry' },
  },
  'payroll-not-tied': {
    ...{ blocks: false, waitsFor: 'finance', page: 'declarations', command: 'declarations FILE' },
    why: {
      fr: 'L’état l’écrit ; un vérificateur demandera à quelle paie le coût se rattache.',
      en: 'The statement says so; an auditor will ask to which payroll the cost is tied.',
    },
    title: { fr: 'Coût non rattaché à la paie', en: 'Cost not tied to the payroll' },
  },
  'payroll-of-another-period': {
    ...{ blocks: false, waitsFor: 'finance', page: 'declarations', command: 'declarations FILE' },
    why: {
      fr: 'L’extrait ne couvre pas tout l’exercice : la comparaison avec le coût n’est que partielle.',
      en: 'The extract does not cover the whole fiscal year: it is compared with the cost in part only.',
    },
    title: { fr: 'La paie rattachée ne couvre pas l’exercice', en: 'The payroll tied does not cover the year' },
  },
  'return-not-declared': {
    ...{ blocks: false, waitsFor: 'finance', page: 'declarations', command: 'declarations FILE' },
    why: {
      fr: 'Le dépôt vient souvent après l’état : il écrit « non déposé », et un état suivant dira la ligne.',
      en: 'Filing often comes after the statement: it says “not filed”, and a later one will say the line.',
    },
    title: { fr: 'Déclaration fiscale et ligne non indiquées', en: 'Return and line not declared' },
  },
  'other-employers-not-asked': {
    ...{ blocks: false, why: notAsked, waitsFor: 'finance', page: 'declarations', command: 'declarations FILE' },
    title: { fr: 'Autres employeurs : pas de réponse', en: 'Other employers: no answer' },
  },
  'billed-to-clients-not-asked': {
    ...{ blocks: false, why: notAsked, waitsFor: 'finance', page: 'declarations', command: 'declarations FILE' },
    title: { fr: 'Temps facturé à des clients : pas de réponse', en: 'Time billed to clients: no answer' },
  },
  'counterparts-not-asked': {
    ...{ blocks: false, why: notAsked, waitsFor: 'finance', page: 'declarations', command: 'declarations FILE' },
    title: { fr: 'Contreparties reçues : pas de réponse', en: 'Counterparts received: no answer' },
  },
  'works-council-not-recorded': {
    ...{ blocks: false, waitsFor: 'hr', page: 'declarations', command: 'declarations FILE' },
    why: {
      fr: 'Le droit du travail le demande avant le suivi des heures (C. trav., L. 2312-38) ; l’état n’en dépend pas.',
      en: 'Labour law asks for it before hours are followed (C. trav., L. 2312-38); the statement does not rest on it.',
    },
    title: { fr: 'Consultation du CSE non enregistrée', en: 'Consultation of the works council not recorded' },
  },
  'notice-not-recorded': {
    ...{ blocks: false, waitsFor: 'hr', page: 'declarations', command: 'declarations FILE' },
    why: {
      fr: 'Le droit du travail le demande avant le suivi des heures (C. trav., L. 1222-4) ; l’état n’en dépend pas.',
      en: 'Labour law asks for it before hours are followed (C. trav., L. 1222-4); the statement does not rest on it.',
    },
    title: { fr: 'Information des personnes non enregistrée', en: 'Notice to the people not recorded' },
  },
  'statement-touched': {
    ...{ blocks: false, waitsFor: 'finance', page: 'statements', command: 'prepare' },
    why: {
      fr: 'Préparer de nouveau est justement ce qu’il faut faire.',
      en: 'Preparing again is the very thing to do.',
    },
    title: { fr: 'États émis à préparer de nouveau', en: 'Issued statements to prepare again' },
  },
} as const satisfies Readonly<Record<string, Point>>;

export type ChecklistCode = keyof typeof checklistPoints;
export const checklistCodes = Object.keys(checklistPoints) as readonly ChecklistCode[];
export const pointOf = (code: ChecklistCode): Point => checklistPoints[code];
