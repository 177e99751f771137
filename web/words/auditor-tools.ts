// What an auditor reads on the pages of her tools: the sample, what was known on a day, what changed since, what stands out, her questions.
import type { Words } from '../parts/words.ts';

export const linkSampleWords = {
  title: { fr: 'Échantillon', en: 'Sample' },
  lead: {
    fr: 'Des mois de ligne – une personne, un projet, un mois – tirés par l’empreinte de l’état lui-même : ni l’entreprise ni nous ne les avons choisis, et chacun peut les tirer de nouveau.',
    en: 'Months of lines – one person, one project, one month – drawn by the digest of the statement itself: neither the company nor we chose them, and anybody can draw them again.',
  },
  from: { fr: 'Mois de ligne dans cet état :', en: 'Months of lines in this statement:' },
  method: { fr: 'Méthode', en: 'Method' },
  size: { fr: 'Combien', en: 'How many' },
  sizeHint: {
    fr: 'Par unité monétaire, c’est le nombre de parts égales du total : un même mois peut en recevoir plusieurs.',
    en: 'By monetary unit it is the number of equal parts of the total: one month may get several.',
  },
  word: { fr: 'Un mot à vous (facultatif)', en: 'A word of yours (optional)' },
  wordHint: {
    fr: 'L’entreprise pouvait connaître l’empreinte en signant, et tirer avant vous ; avec un mot qu’elle ignorait, elle ne le pouvait pas.',
    en: 'The company could know the digest when it signed, and draw before you; with a word that it did not know, it could not.',
  },
  draw: { fr: 'Tirer', en: 'Draw' },
  drawn: { fr: 'Ce qui est tiré', en: 'What was drawn' },
  of: { fr: 'sur', en: 'of' },
  unit: {
    fr: 'mois de ligne. Chaque mois mène à ses trois preuves.',
    en: 'months of lines. Each month leads to its three proofs.',
  },
  place: { fr: 'N°', en: 'No.' },
  person: { fr: 'Personne', en: 'Person' },
  month: { fr: 'Mois', en: 'Month' },
  counted: { fr: 'Retenu', en: 'Counted' },
  cost: { fr: 'Coût', en: 'Cost' },
  hits: { fr: 'Centimes tirés', en: 'Cents drawn' },
  download: { fr: 'Télécharger (XLSX)', en: 'Download (XLSX)' },
  downloadText: { fr: 'avec des colonnes vides pour vos constats.', en: 'with empty columns for your findings.' },
  seed: { fr: 'Graine', en: 'Seed' },
  total: { fr: 'Coût total', en: 'Total cost' },
  interval: { fr: 'Intervalle, en centimes', en: 'Interval, in cents' },
  start: { fr: 'Départ, en centimes', en: 'Start, in cents' },
  again: { fr: 'Le tirer de nouveau, sans nous', en: 'Draw it again, without us' },
  againText: {
    fr: 'La commande ci-dessous tire les mêmes à partir du dossier, hors ligne ; la méthode est assez courte pour être refaite dans n’importe quel langage :',
    en: 'The command below draws the same from the bundle, offline; the method is short enough to be written again in any language:',
  },
  methodology: { fr: 'la voici', en: 'here it is' },
} as const satisfies Words;

export const linkFindingsWords = {
  title: { fr: 'Points saillants', en: 'What stands out' },
  lead: {
    fr: 'Ce que les règles et les traces disent des lignes déclarées, rangé pour qui contrôle. Une ligne peut paraître sous plusieurs titres ; aucun n’est une accusation.',
    en: 'What rules and traces say of the declared lines, set in order for whoever checks. A line may stand under several headings; none of them is an accusation.',
  },
  of: { fr: 'sur', en: 'of' },
  lineCount: { fr: 'lignes déclarées', en: 'declared lines' },
  noRule: { fr: 'Aucune règle n’écarte pour cela.', en: 'No rule refuses for this.' },
  first: { fr: 'Les premières :', en: 'The first ones:' },
  day: { fr: 'Jour', en: 'Day' },
  person: { fr: 'Personne', en: 'Person' },
  project: { fr: 'Projet', en: 'Project' },
  time: { fr: 'Déclaré', en: 'Declared' },
  late: { fr: 'Retard', en: 'Late' },
  nothing: { fr: 'Rien ne ressort.', en: 'Nothing stands out.' },
} as const satisfies Words;

/** What came after the heads of a statement were pinned. */
export const changeKinds = {
  'timesheet-posted': { fr: 'Feuille de temps enregistrée', en: 'Timesheet posted' },
  'timesheet-undone': { fr: 'Feuille de temps annulée', en: 'Timesheet undone' },
  'correction-posted': { fr: 'Régularisation', en: 'Correction' },
  confirmed: { fr: 'Confirmation de la fondation', en: 'Confirmation by the foundation' },
  disputed: { fr: 'Contestation de la fondation', en: 'Dispute by the foundation' },
  'confirmation-withdrawn': { fr: 'Confirmation retirée', en: 'Confirmation withdrawn' },
  contested: { fr: 'Contesté par la personne', en: 'Contested by the person' },
  'pay-recorded': { fr: 'Paie enregistrée de nouveau', en: 'Pay recorded anew' },
  'subsidy-declared': { fr: 'Autre aide déclarée', en: 'Other aid declared' },
  'secondment-agreed': { fr: 'Mise à disposition convenue', en: 'Secondment agreed' },
  'secondment-ended': { fr: 'Mise à disposition terminée', en: 'Secondment ended' },
  'work-ordered': { fr: 'Ordre de travailler un jour de repos', en: 'Order to work on a day off' },
  'time-claimed-elsewhere': { fr: 'Temps valorisé ailleurs', en: 'Time claimed elsewhere' },
  'fiscal-year-declared': { fr: 'Exercice déclaré', en: 'Fiscal year declared' },
  'payroll-tied': { fr: 'Coût rattaché à la paie', en: 'Cost tied to payroll' },
  'return-declared': { fr: 'Déclaration fiscale indiquée', en: 'Tax return stated' },
  'year-answered': { fr: 'Réponse de l’entreprise', en: 'Answer of the company' },
  'statement-issued': { fr: 'Autre état émis sur cette période', en: 'Another statement issued for this period' },
  'statement-revoked': { fr: 'État révoqué', en: 'Statement revoked' },
  'licence-changed': { fr: 'Licence d’un projet', en: 'Licence of a project' },
  'eligibility-decided': { fr: 'Décision sur un projet', en: 'Decision on a project' },
  'standing-decided': { fr: 'Qualité d’une fondation', en: 'Standing of a foundation' },
} as const satisfies Words;

export const linkChangesWords = {
  title: { fr: 'Depuis la clôture, et à une date', en: 'Since closing, and on a day' },
  lead: {
    fr: 'Un état repose sur les livres tels qu’ils étaient quand il a été préparé. Voici ce qui est venu depuis et touche sa période, puis ce que le grand livre aurait répondu un jour donné.',
    en: 'A statement rests on the books as they were when it was prepared. Here is what came since and touches its period, then what the ledger would have answered on a given day.',
  },
  period: { fr: 'Période', en: 'Period' },
  prepared: { fr: 'Livres arrêtés', en: 'Books closed' },
  issued: { fr: 'Émis', en: 'Issued' },
  since: { fr: 'Depuis la clôture', en: 'Since closing' },
  sinceText: {
    fr: 'Rien de ceci n’est dans les chiffres signés. Une régularisation ne modifie pas un état : elle en appelle un nouveau, qui le remplace.',
    en: 'None of this is in the signed figures. A correction does not edit a statement: it calls for a new one, which replaces it.',
  },
  nothing: { fr: 'Rien n’est venu depuis.', en: 'Nothing has come since.' },
  when: { fr: 'Quand', en: 'When' },
  what: { fr: 'Quoi', en: 'What' },
  time: { fr: 'Temps déclaré', en: 'Declared time' },
  who: { fr: 'Sur quoi', en: 'About what' },
  person: { fr: 'Personne', en: 'Person' },
  other: { fr: 'une autre personne', en: 'another person' },
  asOf: { fr: 'Ce que le grand livre savait le', en: 'What the ledger knew on' },
  day: { fr: 'À la fin du jour', en: 'At the end of the day' },
  dayHint: { fr: 'Heure de Paris ; aujourd’hui au plus tard.', en: 'Paris time; today at the latest.' },
  show: { fr: 'Montrer', en: 'Show' },
  state: { fr: 'L’état, ce jour-là', en: 'The statement, on that day' },
  notIssued: { fr: 'pas encore émis', en: 'not issued yet' },
  facts: { fr: 'Faits dans le livre de l’entreprise', en: 'Facts in the company’s book' },
  where: { fr: 'Temps de la période', en: 'Time of the period' },
  declared: { fr: 'Déclaré', en: 'Declared' },
  signed: { fr: 'Signé dans l’état', en: 'Signed in the statement' },
  thatDay: { fr: 'Connu ce jour-là', en: 'Known on that day' },
  nothingThen: {
    fr: 'Ce jour-là, rien ne pouvait encore être examiné.',
    en: 'On that day nothing could be assessed yet.',
  },
  asOfText: {
    fr: 'Examiné de nouveau, à partir des faits écrits jusqu’à ce jour, sous le même dispositif. Les heures déclarées chez d’autres employeurs sont lues telles qu’elles sont aujourd’hui.',
    en: 'Assessed again, from the facts written up to that day, under the same scheme. Hours declared with other employers are read as they stand today.',
  },
} as const satisfies Words;

export const linkNotesWords = {
  title: { fr: 'Questions et réponses', en: 'Questions and answers' },
  lead: {
    fr: 'Ce que vous demandez ici est lu par l’entreprise, qui répond ici. Rien ne s’efface ni ne se modifie : chaque question et chaque réponse reste, avec sa date.',
    en: 'What you ask here is read by the company, which answers here. Nothing is deleted or edited: each question and each answer stays, with its date.',
  },
  left: {
    fr: 'Votre question est remise. Elle paraît ci-dessous d’ici une minute ; rechargez la page.',
    en: 'Your question is handed over. It appears below within a minute; reload the page.',
  },
  asked: { fr: 'Par ce lien', en: 'By this link' },
  ask: { fr: 'Poser une question', en: 'Ask a question' },
  about: { fr: 'Elle porte sur :', en: 'It is about:' },
  text: { fr: 'Votre question', en: 'Your question' },
  textHint: {
    fr: 'Mille caractères au plus. Pour une ligne, partez de la page de son mois.',
    en: 'A thousand characters at most. For a line, start from the page of its month.',
  },
  send: { fr: 'Remettre', en: 'Hand over' },
} as const satisfies Words;
