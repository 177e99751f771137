// The public check of a statement, in both languages.
import type { Words } from '../parts/words.ts';

export const verifyWords = {
  title: { fr: 'Vérifier un état certifié', en: 'Check a certified statement' },
  lead: {
    fr: 'Par son numéro, ou par son fichier. Aucun compte ; le fichier n’est pas gardé.',
    en: 'By its number, or by its file. No account; the file is not kept.',
  },
  byNumber: { fr: 'Par numéro', en: 'By number' },
  byNumberText: {
    fr: 'Dit si nous avons émis ce numéro, et s’il tient encore. Aucun montant n’est montré.',
    en: 'Says whether we issued this number, and whether it still stands. No amount is shown.',
  },
  siren: { fr: 'SIREN de l’entreprise', en: 'SIREN of the company' },
  sirenHint: { fr: 'Neuf chiffres.', en: 'Nine digits.' },
  number: { fr: 'Numéro de l’état', en: 'Number of the statement' },
  numberHint: { fr: 'Par exemple 2025-0001.', en: 'For example 2025-0001.' },
  look: { fr: 'Chercher', en: 'Look it up' },
  byDigest: { fr: 'Par empreinte', en: 'By digest' },
  byDigestText: {
    fr: 'Dit si un fichier est tel que nous l’avons remis : statement.jws, PDF ou classeur. Seule son empreinte nous est envoyée. Une archive contient une situation du jour : vérifiez-la par fichier.',
    en: 'Says whether a file is as we handed it over: statement.jws, PDF or workbook. Only its digest is sent to us. A zip holds a status of its day: check it by file.',
  },
  sha256: { fr: 'SHA-256 du fichier', en: 'SHA-256 of the file' },
  sha256Hint: {
    fr: '64 chiffres et lettres, comme sha256sum les écrit.',
    en: '64 digits and letters, as sha256sum writes them.',
  },
  chooseFile: { fr: 'Fichier, dont seule l’empreinte est envoyée', en: 'File, of which only the digest is sent' },
  unchanged: { fr: 'Inchangé', en: 'Unchanged' },
  unchangedText: {
    fr: 'Ce fichier est, octet pour octet, celui que nous avons remis.',
    en: 'This file is, byte for byte, the one that we handed over.',
  },
  unknownFile: { fr: 'Inconnu ici', en: 'Unknown here' },
  unknownFileText: {
    fr: 'Aucun fichier que nous avons remis n’a cette empreinte : il a été modifié, ou il vient d’ailleurs. Vérifiez-le par fichier, ou demandez l’original à l’entreprise.',
    en: 'No file that we handed over has this digest: it was altered, or comes from elsewhere. Check it by file, or ask the company for the original.',
  },
  kind: { fr: 'Fichier', en: 'File' },
  byFile: { fr: 'Par fichier', en: 'By file' },
  byFileText: {
    fr: 'Vérifie la signature, le contenu et les sommes. Sans clés données, nos propres clés publiques servent.',
    en: 'Checks the signature, the content and the sums. Without keys given, our own public keys serve.',
  },
  statement: { fr: 'Fichier reçu', en: 'File received' },
  statementHint: {
    fr: 'statement.jws, l’archive du dossier de preuves, le PDF ou le classeur.',
    en: 'statement.jws, the zip of the evidence bundle, the PDF or the workbook.',
  },
  status: { fr: 'status.jws (facultatif)', en: 'status.jws (optional)' },
  statusHint: { fr: 'Dit si l’état tient encore.', en: 'Says whether the statement still stands.' },
  keys: { fr: 'jwks.json (facultatif)', en: 'jwks.json (optional)' },
  keysHint: {
    fr: 'Les clés d’un autre exploitant que nous.',
    en: 'The keys of another operator than us.',
  },
  check: { fr: 'Vérifier', en: 'Check' },
  result: { fr: 'Résultat', en: 'Result' },
  unknown: { fr: 'Aucun état de ce numéro', en: 'No statement of this number' },
  unknownText: {
    fr: 'Nous n’avons pas émis ce numéro pour ce SIREN. Vérifiez les deux ; si l’état vous a été remis par l’entreprise, demandez-lui l’original.',
    en: 'We did not issue this number for this SIREN. Check both; if the company gave you the statement, ask it for the original.',
  },
  state: { fr: 'Situation', en: 'State' },
  issuedOn: { fr: 'Émis le', en: 'Issued on' },
  replacedBy: { fr: 'Remplacé par', en: 'Replaced by' },
  asOf: { fr: 'Selon le grand livre', en: 'According to the ledger' },
  digest: { fr: 'SHA-256 de statement.jws', en: 'SHA-256 of statement.jws' },
  digestText: {
    fr: 'Comparez-la avec celle de votre fichier : la même empreinte, le même état.',
    en: 'Compare it with that of your file: the same digest, the same statement.',
  },
  file: { fr: 'Fichier', en: 'File' },
  company: { fr: 'Entreprise', en: 'Company' },
  period: { fr: 'Période', en: 'Period' },
  keysOurs: { fr: 'Clés utilisées : les nôtres.', en: 'Keys used: ours.' },
  keysGiven: {
    fr: 'Clés utilisées : celles que vous avez données.',
    en: 'Keys used: those that you gave.',
  },
  codes: { fr: 'Ce que disent les codes de sortie', en: 'What the exit codes mean' },
  offline: { fr: 'Sans nous', en: 'Without us' },
  offlineText: {
    fr: 'La même vérification se fait hors ligne, avec ce programme ou un autre :',
    en: 'The same check works offline, with this program or another:',
  },
} as const satisfies Words;
