// Receipts for gifts of work, as a foundation issues them and finance keeps them, in both languages.
import type { Words } from '../parts/words.ts';

export const receiptWords = {
  title: { fr: 'Reçus de dons de temps', en: 'Receipts for gifts of time' },
  lead: {
    fr: 'Une entreprise qui met des salariés à votre disposition au titre du mécénat (CGI, article 238 bis) a besoin de votre reçu. Il reprend le temps et la valeur de son état certifié ; vous attestez le temps et ses dates, l’entreprise répond de la valeur.',
    en: 'A company that lends you people as mécénat (CGI, article 238 bis) needs your receipt. It takes time and value from its certified statement; you attest the time and its dates, the company answers for the value.',
  },
  actingFor: { fr: 'Vous agissez pour', en: 'You act for' },
  awaiting: { fr: 'En attente de votre reçu', en: 'Awaiting your receipt' },
  noneAwaiting: { fr: 'Aucun don n’attend de reçu.', en: 'No gift awaits a receipt.' },
  issued: { fr: 'Reçus délivrés', en: 'Receipts issued' },
  noneIssued: { fr: 'Aucun reçu n’a encore été délivré.', en: 'No receipt has been issued yet.' },
  company: { fr: 'Entreprise', en: 'Company' },
  statement: { fr: 'État certifié', en: 'Certified statement' },
  fiscalYear: { fr: 'Exercice', en: 'Fiscal year' },
  period: { fr: 'Période', en: 'Period' },
  time: { fr: 'Temps reçu', en: 'Time received' },
  value: { fr: 'Valeur selon l’entreprise', en: 'Value as the company has it' },
  next: { fr: 'À faire', en: 'To do' },
  prepare: { fr: 'Voir ce que dira le reçu', en: 'See what the receipt will say' },
  willCancel: { fr: 'annulera et remplacera le reçu', en: 'will cancel and replace receipt' },
  number: { fr: 'Reçu n°', en: 'Receipt no.' },
  at: { fr: 'Délivré le', en: 'Issued on' },
  by: { fr: 'Par', en: 'By' },
  files: { fr: 'Télécharger', en: 'Download' },
  cancels: { fr: 'annule et remplace', en: 'cancels and replaces' },
  cancelledBy: { fr: 'annulé et remplacé par', en: 'cancelled and replaced by' },
  statementGone: {
    fr: 'l’état n’est plus en cours : s’il est remplacé, le nouvel état demande son propre reçu',
    en: 'the statement no longer stands: if another replaces it, that one needs a receipt of its own',
  },
  back: { fr: 'Contributions à confirmer', en: 'Contributions to confirm' },
  toReceipts: { fr: 'Reçus de dons de temps (mécénat)', en: 'Receipts for gifts of time (mécénat)' },

  draftTitle: { fr: 'Reçu à délivrer', en: 'Receipt to issue' },
  thisOne: { fr: 'Ce reçu', en: 'This receipt' },
  draftLead: {
    fr: 'Voici ce que dira le reçu. Rien n’est encore écrit.',
    en: 'This is what the receipt will say. Nothing is written yet.',
  },
  missing: { fr: 'Ce qui manque', en: 'What is missing' },
  missingText: {
    fr: 'Le modèle de l’administration (2041-MEC-SD) demande ces mentions ; sans elles, le reçu n’est pas délivré :',
    en: 'The tax office’s model (2041-MEC-SD) asks for these mentions; without them no receipt is issued:',
  },
  already: {
    fr: 'Un reçu est déjà délivré pour cet état, et reste tel quel. Un autre ne le remplace que si l’entreprise émet un nouvel état.',
    en: 'A receipt was issued for this statement and stays as it is. Another one replaces it only if the company issues a new statement.',
  },
  beneficiary: { fr: 'Organisme bénéficiaire', en: 'Beneficiary' },
  donor: { fr: 'Entreprise donatrice', en: 'Donor company' },
  gift: { fr: 'Don', en: 'Gift' },
  people: { fr: 'Personnes mises à disposition', en: 'People who were lent' },
  person: { fr: 'Personne', en: 'Person' },
  erased: { fr: 'nom effacé', en: 'name erased' },
  signature: { fr: 'Signature', en: 'Signature' },
  name: { fr: 'Dénomination', en: 'Name' },
  registration: { fr: 'SIREN, RNA ou registre', en: 'SIREN, RNA or register' },
  address: { fr: 'Adresse', en: 'Address' },
  purpose: { fr: 'Objet', en: 'Purpose' },
  category: { fr: 'Catégorie', en: 'Category' },
  legalForm: { fr: 'Forme juridique', en: 'Legal form' },
  nature: { fr: 'Nature', en: 'Nature' },
  natureText: {
    fr: 'mise à disposition gratuite de salariés : développement des projets',
    en: 'staff lent free of charge: development of the projects',
  },
  signatory: { fr: 'Signataire', en: 'Signatory' },
  capacity: { fr: 'En qualité de', en: 'In the capacity of' },
  mandate: { fr: 'Mandat', en: 'Mandate' },
  notGiven: { fr: 'à donner', en: 'to be given' },
  issue: { fr: 'Délivrer', en: 'Issue' },
  certify: {
    fr: 'Je certifie sur l’honneur que ce don ouvre droit à la réduction d’impôt de l’article 238 bis, et que le temps et les dates sont exacts',
    en: 'I certify on my honour that this gift gives right to the tax reduction of article 238 bis, and that time and dates are right',
  },
  language: { fr: 'Langue du reçu', en: 'Language of the receipt' },
  issueButton: { fr: 'Délivrer le reçu', en: 'Issue the receipt' },
  issueText: {
    fr: 'Le reçu prend le numéro suivant de la fondation et porte votre nom ; il ne se modifie ni ne s’efface.',
    en: 'The receipt takes the foundation’s next number and bears your name; it is never changed or erased.',
  },
  toList: { fr: 'Tous les reçus', en: 'All receipts' },

  ofStatement: { fr: 'Reçus des fondations', en: 'Receipts of the foundations' },
  ofStatementText: {
    fr: 'La réduction d’impôt de l’article 238 bis demande le reçu de chaque fondation. Il paraît ici dès qu’elle l’a délivré.',
    en: 'The tax reduction of article 238 bis asks for the receipt of each foundation. It appears here as soon as the foundation has issued it.',
  },
  noneOfStatement: {
    fr: 'Aucun reçu n’est encore délivré pour cet état.',
    en: 'No receipt has been issued for this statement yet.',
  },
  foundation: { fr: 'Fondation', en: 'Foundation' },
} as const satisfies Words;

/** Each mention that may be missing, and by whom and how it is given. */
export const mentionWords = {
  'beneficiary.registration': {
    fr: 'numéro SIREN, RNA ou de registre de la fondation — demandez au teneur du registre (fichier du registre, « registration »)',
    en: 'SIREN, RNA or register number of the foundation — the registry keeps it: ask the registrar (registry file, “registration”)',
  },
  'beneficiary.address': {
    fr: 'adresse de la fondation — demandez au teneur du registre (fichier du registre, « address »)',
    en: 'address of the foundation — ask the registrar (registry file, “address”)',
  },
  'beneficiary.purpose': {
    fr: 'objet de la fondation — demandez au teneur du registre (fichier du registre, « purpose »)',
    en: 'purpose of the foundation — ask the registrar (registry file, “purpose”)',
  },
  'donor.legalForm': {
    fr: 'forme juridique de l’entreprise — demandez-la-lui (fichier de l’entreprise, « legalForm »)',
    en: 'legal form of the company — ask the company (company file, “legalForm”)',
  },
  'donor.address': {
    fr: 'adresse de l’entreprise — demandez-la-lui (fichier de l’entreprise, « address »)',
    en: 'address of the company — ask the company (company file, “address”)',
  },
} as const satisfies Words;
