// The home page, in both languages.
import type { Words } from '../parts/words.ts';

export const homeWords = {
  welcome: { fr: 'Ce qui vous attend', en: 'What awaits you' },
  title: {
    fr: 'Ce que des entreprises donnent aux communs numériques',
    en: 'What companies give to digital commons',
  },
  lead: {
    fr: 'Une entreprise prête des développeurs à un projet d’intérêt général. Communs tient le grand livre de ce temps, et en délivre un état certifié que chacun peut vérifier.',
    en: 'A company lends developers to a project of public interest. Communs keeps the ledger of that time, and issues a certified statement that anyone can check.',
  },
  how: { fr: 'Comment une heure devient une ligne certifiée', en: 'How an hour becomes a certified line' },
  declared: {
    fr: 'L’entreprise déclare des heures datées, dans son propre fichier.',
    en: 'The company declares dated hours, in a file of its own.',
  },
  traces: {
    fr: 'Communs met en regard ce que les forges publiques montrent. Une trace ne crée, ne change et ne pèse aucune heure.',
    en: 'Communs sets beside them what public forges show. A trace creates, changes and weighs no hour.',
  },
  checked: {
    fr: 'La personne relit son mois ; la fondation du projet confirme, en partie ou pas du tout.',
    en: 'The person checks her month; the project’s foundation confirms, in part or not at all.',
  },
  issued: {
    fr: 'Deux personnes des finances préparent puis émettent l’état. Il est signé, et rien ne s’y efface.',
    en: 'Two people of finance prepare, then issue the statement. It is signed, and nothing in it is ever erased unseen.',
  },
  verifyTitle: { fr: 'Vous avez reçu un état ?', en: 'You were given a statement?' },
  verifyText: {
    fr: 'Vérifiez son numéro ou son fichier, sans compte.',
    en: 'Check its number or its file, without an account.',
  },
  verify: { fr: 'Vérifier un état', en: 'Check a statement' },
  signInTitle: { fr: 'Vous déclarez, confirmez ou émettez ?', en: 'You declare, confirm or issue?' },
  signInText: {
    fr: 'Connectez-vous : chaque rôle a sa page.',
    en: 'Sign in: each role has its page.',
  },
  signIn: { fr: 'Se connecter', en: 'Sign in' },
  law: {
    fr: 'Le dispositif « Investisseur en Communs Numériques » est une proposition. Les montants montrés ici sont des simulations sans effet juridique.',
    en: 'The scheme “Digital Commons Investor” is a proposal. Amounts shown here are simulations without legal effect.',
  },
  hr: { fr: 'Ressources humaines', en: 'Human resources' },
  developer: { fr: 'Développeuse ou développeur', en: 'Developer' },
  foundation: { fr: 'Signataire de la fondation', en: 'Signatory of the foundation' },
  finance: { fr: 'Finance', en: 'Finance' },
  auditor: { fr: 'Vérification d’un état', en: 'Audit of a statement' },
  registrar: { fr: 'Teneur du registre', en: 'Registrar' },
  openHr: { fr: 'Ouvrir les feuilles de temps', en: 'Open the timesheets' },
  openErasures: { fr: 'Ouvrir les effacements', en: 'Open the erasures' },
  openDeveloper: { fr: 'Ouvrir mes mois', en: 'Open my months' },
  openFoundation: { fr: 'Ouvrir les confirmations', en: 'Open the confirmations' },
  openReceipts: { fr: 'Ouvrir les reçus', en: 'Open the receipts' },
  openFinance: { fr: 'Ouvrir les états certifiés', en: 'Open the statements' },
  openAuditor: { fr: 'Ouvrir l’état', en: 'Open the statement' },
  openRegistrar: { fr: 'Ouvrir les oppositions', en: 'Open the objections' },
  registrarText: {
    fr: 'Le registre se tient par la commande « communs registry ».',
    en: 'The registry is kept by the command “communs registry”.',
  },
  nothing: { fr: 'Rien ne vous attend.', en: 'Nothing awaits you.' },
} as const satisfies Words;
