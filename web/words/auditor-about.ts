// Around the statement behind a link: tools, what a level hides, the other statements of the year, who sees the reader.
import type { Words } from '../parts/words.ts';

export const linkAboutWords = {
  company: { fr: 'Entreprise', en: 'Company' },
  statement: { fr: 'État', en: 'Statement' },
  back: { fr: 'Retour à l’état', en: 'Back to the statement' },
  tools: { fr: 'Outils du contrôle', en: 'Tools of the audit' },
  sample: { fr: 'Échantillon', en: 'Sample' },
  sampleText: {
    fr: 'tiré par l’empreinte de l’état : personne ne l’a choisi',
    en: 'drawn by the statement’s digest: nobody chose it',
  },
  changes: { fr: 'Depuis la clôture, et à une date', en: 'Since closing, and on a day' },
  changesText: {
    fr: 'régularisations, annulations, confirmations retirées ; ce que le grand livre disait un jour donné',
    en: 'corrections, undos, withdrawn confirmations; what the ledger said on a given day',
  },
  findings: { fr: 'Points saillants', en: 'What stands out' },
  findingsText: {
    fr: 'lignes tardives, jours non ouvrés, plafonds, conflits, montants ronds, sans trace',
    en: 'late lines, days off, limits, conflicts, round amounts, no trace',
  },
  notes: { fr: 'Questions et réponses', en: 'Questions and answers' },
  notesText: {
    fr: 'écrire à l’entreprise, ici ; lire ses réponses',
    en: 'write to the company, here; read its answers',
  },
  methodology: { fr: 'Méthode', en: 'Methodology' },
  methodologyText: {
    fr: 'comment les heures sont déclarées, ce qu’un recoupement veut dire, ce que nous n’affirmons pas',
    en: 'how hours are declared, what a match means, what we do not claim',
  },
  totalsHides: {
    fr: 'Ce lien montre les totaux. Il cache les lignes, les noms, la paie, les fichiers et les identifiants de commits : demandez à l’entreprise un lien « lignes » ou « noms » pour aller plus loin.',
    en: 'This link shows the totals. It hides lines, names, pay, files and commit ids: ask the company for a link at `lines` or `names` to go further.',
  },
  linesHides: {
    fr: 'Ce lien montre les lignes sans nom. Il cache les noms, la paie, les noms de fichiers, le texte des cellules et les identifiants de commits : demandez à l’entreprise un lien « noms » pour les voir.',
    en: 'This link shows the lines without names. It hides names, pay, names of files, the text of cells and commit ids: ask the company for a link at `names` to see them.',
  },
  namesHides: {
    fr: 'Ce lien montre tout ce que l’état contient. Il ne contient ni heures d’arrivée ou de départ, ni motifs d’absence, ni messages de commits.',
    en: 'This link shows all that the statement holds. It holds no clock times, no reasons of absence, no commit messages.',
  },
  siblings: { fr: 'Tous les états de l’exercice', en: 'All statements of fiscal year' },
  noGap: {
    fr: 'Les numéros se suivent : il n’en manque aucun.',
    en: 'The numbers follow one another: none is missing.',
  },
  gap: { fr: 'Il manque des numéros :', en: 'Numbers are missing:' },
  gapNext: {
    fr: 'Le grand livre est endommagé ou incomplet : demandez-en raison à l’exploitant.',
    en: 'The ledger is damaged or incomplete: ask the operator why.',
  },
  number: { fr: 'Numéro', en: 'Number' },
  thisOne: { fr: 'celui-ci', en: 'this one' },
  scheme: { fr: 'Dispositif', en: 'Scheme' },
  period: { fr: 'Période', en: 'Period' },
  issued: { fr: 'Signé', en: 'Signed' },
  state: { fr: 'Situation', en: 'State' },
  chain: { fr: 'Chaîne', en: 'Chain' },
  replaces: { fr: 'remplace', en: 'replaces' },
  replacedBy: { fr: 'remplacé par', en: 'replaced by' },
  whoSees: { fr: 'Qui voit que vous êtes ici', en: 'Who sees that you are here' },
  whoSeesText: {
    fr: 'L’entreprise voit chaque ouverture de ce lien, sa date et le destinataire pour lequel il a été fait. Chaque personne dont vous ouvrez les lignes ou le nom le voit sur sa page, avec ce destinataire. Personne ne voit votre adresse de réseau.',
    en: 'The company sees each opening of this link, its date and the audience that it was made for. Each person whose lines or name you open sees it on her page, with that audience. Nobody sees your network address.',
  },
} as const satisfies Words;
