// What a verifier may find wrong, each with a code that never changes and a sentence that says what to do.
import type { Bilingual } from '../model/text.ts';

/** Codes that mean "this is not what was signed": the answer is `invalid`. */
const invalidCodes = [
  'jws-malformed',
  'jws-header',
  'jws-signature-length',
  'payload-not-canonical',
  'payload-schema',
  'key-unknown',
  'signature-wrong',
  'sums-wrong',
  'steps-wrong',
  'json-differs',
  'disclosure-malformed',
  'disclosure-unknown',
  'disclosure-twice',
  'status-invalid',
  'status-of-another',
  'manifest-differs',
  'key-file-differs',
  'fact-differs',
  'log-proof-wrong',
  'log-key-unknown',
  'checkpoint-wrong',
  'timestamp-wrong',
  'entries-wrong',
  'contributions-wrong',
  'confirmations-wrong',
  'registry-wrong',
  'registrar-key-unknown',
  'rules-differ',
  'attachment-differs',
  'seal-wrong',
] as const;

/** Codes that mean "something needed is missing or cannot be read": the answer is `incomplete`. */
const incompleteCodes = [
  'file-is-archive',
  'file-is-pdf',
  'file-is-json',
  'file-is-status',
  'file-is-workbook',
  'file-is-proof',
  'archive-refused',
  'log-unchecked',
  'jws-unreadable',
  'keys-unreadable',
  'signature-unchecked',
  'disclosures-partial',
] as const;

export type IncompleteCode = (typeof incompleteCodes)[number];
/** Codes never change once published; each has a section in docs/problems.md. */
export const verificationCodes = [
  ...invalidCodes,
  ...incompleteCodes,
  'superseded',
  'revoked',
  // A later statement that was handed over but does not verify is left out of the answer, and said.
  'later-not-used',
] as const;
export type VerificationCode = (typeof verificationCodes)[number];

export interface VerificationProblem {
  readonly code: VerificationCode;
  /** What the sentence is about: a line, a key, a path, a number, a file; empty where the code says all. */
  readonly about: string;
  readonly detail: Bilingual;
}

const askForOriginal: Bilingual = {
  fr: 'Demandez l’original à l’entreprise.',
  en: 'Ask the company for the original.',
};

const altered = (fr: string, en: string): Bilingual => ({
  fr: `${fr} ${askForOriginal.fr}`,
  en: `${en} ${askForOriginal.en}`,
});

const rowsWrong =
  (file: string) =>
  (fr: string, en: string): Bilingual =>
    altered(
      `${file} ne donne pas ce que dit l’état (${fr}).`,
      `${file} does not give what the statement says (${en}).`,
    );

const sentences: Readonly<Record<VerificationCode, (what: string, whatEn: string) => Bilingual>> = {
  'file-is-archive': () => ({
    fr: 'Cette archive n’est pas un dossier de preuves : elle n’a pas de statement.jws. Donnez le dossier entier, ou statement.jws avec jwks.json.',
    en: 'This archive is no evidence bundle: it has no statement.jws. Give the whole bundle, or statement.jws with jwks.json.',
  }),
  'file-is-pdf': () => ({
    fr: 'Ce PDF ne contient pas de statement.jws lisible. Donnez statement.jws, remis avec lui, et jwks.json ; pdfdetach -saveall extrait les pièces jointes.',
    en: 'This PDF holds no readable statement.jws. Give statement.jws, which was handed over with it, and jwks.json; pdfdetach -saveall takes attachments out.',
  }),
  'file-is-json': () => ({
    fr: 'Ce fichier est un contenu sans signature. Donnez statement.jws, remis avec lui, et jwks.json.',
    en: 'This file is content without a signature. Give statement.jws, which was handed over with it, and jwks.json.',
  }),
  'file-is-status': (fr, en) => ({
    fr: `Ce fichier dit où en est un état : ce n’est pas l’état${fr === '' ? '' : ` (${fr})`}. Donnez statement.jws, remis avec lui.`,
    en: `This file tells how a statement stands: it is not the statement${en === '' ? '' : ` (${en})`}. Give statement.jws, which was handed over with it.`,
  }),
  'file-is-workbook': () => ({
    fr: 'Un classeur ne porte pas de signature. Son empreinte est connue de l’exploitant : déposez-le sur sa page /verify. Ce qui fait foi est statement.jws, remis avec lui.',
    en: 'A workbook carries no signature. Its digest is known to the operator: drop it on its page /verify. What counts is statement.jws, which was handed over with it.',
  }),
  'file-is-proof': () => ({
    fr: 'Une preuve du journal se vérifie avec le fait qu’elle prouve : donnez statement.fact et statement.salt (options --fact et --salt), et la clé du journal (--vkey).',
    en: 'A proof of the log is checked with the fact that it proves: give statement.fact and statement.salt (options --fact and --salt), and the key of the log (--vkey).',
  }),
  'archive-refused': (fr, en) => ({
    fr: `Cette archive n’est pas ouverte : ${fr}. Demandez le dossier de nouveau à l’entreprise.`,
    en: `This archive is not opened: ${en}. Ask the company for the bundle again.`,
  }),
  'log-unchecked': () => ({
    fr: 'Ce programme ne sait pas contrôler la signature du journal (Ed25519). Essayez un navigateur récent, ou la commande openssl du LISEZ-MOI.',
    en: 'This program cannot check the log signature (Ed25519). Try a recent browser, or the openssl command of the read-me.',
  }),
  'jws-unreadable': () => ({
    fr: 'Ce fichier n’est pas un état signé. Donnez statement.jws.',
    en: 'This file is not a signed statement. Give statement.jws.',
  }),
  'jws-malformed': () =>
    altered(
      'Le texte signé n’est pas écrit comme à sa signature.',
      'The signed text is not written as when it was signed.',
    ),
  'jws-header': () =>
    altered(
      'L’en-tête de la signature n’est pas celui d’un état.',
      'The signature’s header is not that of a statement.',
    ),
  'jws-signature-length': () => altered('La signature n’a pas 64 octets.', 'The signature is not 64 bytes long.'),
  'payload-not-canonical': () =>
    altered('Le contenu signé n’est pas sous sa forme canonique.', 'The signed content is not in canonical form.'),
  'payload-schema': (what) =>
    altered(
      `Le contenu signé n’est pas celui d’un état (${what}).`,
      `The signed content is not that of a statement (${what}).`,
    ),
  'keys-unreadable': () => ({
    fr: 'Aucune clé publique lisible. Donnez jwks.json (option --jwks, ou le fichier du dossier).',
    en: 'No readable public key. Give jwks.json (option --jwks, or the file of the bundle).',
  }),
  'key-unknown': (what) => ({
    fr: `La clé ${what} n’est pas parmi celles données. Vérifiez que jwks.json vient bien de l’exploitant de l’état.`,
    en: `Key ${what} is not among those given. Check that jwks.json does come from the statement’s operator.`,
  }),
  'signature-unchecked': (what) => ({
    fr: `La signature n’a pas pu être contrôlée avec la clé ${what} : clé inutilisable, ou programme sans ES256. Reprenez jwks.json, ou essayez un autre navigateur.`,
    en: `The signature could not be checked with key ${what}: the key is unusable, or this program lacks ES256. Take jwks.json again, or try another browser.`,
  }),
  'signature-wrong': () =>
    altered(
      'La signature ne correspond pas : le fichier a été modifié.',
      'The signature does not match: the file was altered.',
    ),
  'sums-wrong': (what) => altered(`Les totaux ne correspondent pas (${what}).`, `The totals do not add up (${what}).`),
  'steps-wrong': (what) =>
    altered(
      `Le calcul ne se refait pas (${what}) : cette étape ne découle pas de celles qui la précèdent.`,
      `The computation does not come out again (${what}): this step does not follow from those before it.`,
    ),
  'json-differs': () =>
    altered('statement.json n’est pas le contenu signé.', 'statement.json is not the content that was signed.'),
  'disclosure-malformed': (what) =>
    altered(`La ligne ${what} de disclosures.txt est illisible.`, `Line ${what} of disclosures.txt cannot be read.`),
  'disclosure-unknown': (what) =>
    altered(
      `La ligne ${what} de disclosures.txt n’appartient pas à cet état.`,
      `Line ${what} of disclosures.txt does not belong to this statement.`,
    ),
  'disclosure-twice': (what) =>
    altered(`La ligne ${what} de disclosures.txt y figure déjà.`, `Line ${what} of disclosures.txt is there already.`),
  'disclosures-partial': (what) => ({
    fr: `disclosures.txt est incomplet (${what}) : les lignes ne peuvent pas être additionnées. Reprenez le fichier entier.`,
    en: `disclosures.txt is incomplete (${what}): the lines cannot be added up. Take the whole file again.`,
  }),
  'status-invalid': () =>
    altered(
      'status.jws n’est pas signé par l’exploitant de l’état.',
      'status.jws is not signed by the statement’s operator.',
    ),
  'status-of-another': (what) => ({
    fr: `status.jws parle d’un autre état, numéroté ${what}. Prenez celui qui accompagne cet état.`,
    en: `status.jws is about another statement, numbered ${what}. Take the one that goes with this statement.`,
  }),
  'manifest-differs': (what) =>
    altered(
      `Le dossier n’est pas comme son MANIFEST le dit : ${what}.`,
      `The bundle is not as its MANIFEST says: ${what}.`,
    ),
  'key-file-differs': (what) =>
    altered(
      `${what} n’est pas la clé ou la signature de statement.jws.`,
      `${what} is not the key or signature of statement.jws.`,
    ),
  'fact-differs': (fr, en) =>
    altered(
      `statement.fact n’est pas le fait qui a émis cet état (${fr}).`,
      `statement.fact is not the fact that issued this statement (${en}).`,
    ),
  'log-proof-wrong': (what) =>
    altered(`${what} ne prouve pas que le fait est au journal.`, `${what} does not prove that the fact is in the log.`),
  'log-key-unknown': (what) => ({
    fr: `Le point de contrôle du journal n’est signé par aucune des clés données (${what}). Vérifiez que la clé vient bien de l’exploitant.`,
    en: `The checkpoint of the log is signed by none of the keys given (${what}). Check that the key does come from the operator.`,
  }),
  'checkpoint-wrong': (what) =>
    altered(
      `${what} n’est pas le point de contrôle que le journal a signé.`,
      `${what} is not the checkpoint that the log signed.`,
    ),
  'timestamp-wrong': () =>
    altered('checkpoint.tsr ne date pas ce point de contrôle.', 'checkpoint.tsr does not date this checkpoint.'),
  'entries-wrong': rowsWrong('entries.jsonl'),
  'contributions-wrong': rowsWrong('contributions.jsonl'),
  'confirmations-wrong': rowsWrong('confirmations.jsonl'),
  'registry-wrong': rowsWrong('registry.jsonl'),
  'registrar-key-unknown': (what) => ({
    fr: `Un fait du registre est signé par la clé ${what}, qui n’est pas parmi celles données du teneur du registre. Vérifiez qu’elles viennent bien de lui.`,
    en: `A fact of the registry is signed by key ${what}, which is not among those given of the registrar. Check that they do come from it.`,
  }),
  'rules-differ': (what) =>
    altered(
      `ruleset.json n’est pas le jeu de règles de l’état (${what}).`,
      `ruleset.json is not the rule set of the statement (${what}).`,
    ),
  'attachment-differs': (what) =>
    altered(
      `${what}, joint au PDF, n’est pas celui du dossier.`,
      `${what}, attached to the PDF, is not that of the bundle.`,
    ),
  'seal-wrong': (fr, en) =>
    altered(
      `Le sceau du PDF ne couvre pas ce document (${fr}).`,
      `The seal of the PDF does not cover this document (${en}).`,
    ),
  superseded: (what) => ({
    fr: `Cet état est remplacé par l’état ${what}. Demandez ce dernier à l’entreprise.`,
    en: `This statement is replaced by statement ${what}. Ask the company for that one.`,
  }),
  revoked: () => ({
    fr: 'Cet état est révoqué. Demandez à l’entreprise pourquoi, et ce qui le remplace.',
    en: 'This statement is revoked. Ask the company why, and what replaces it.',
  }),
  'later-not-used': (what) => ({
    fr: `Un autre état donné avec celui-ci (${what}) ne le remplace pas, ou n’est pas authentique : il a été laissé de côté.`,
    en: `Another statement given with this one (${what}) does not replace it, or is not authentic: it was left aside.`,
  }),
};

/** @param what the part of the sentence that changes: a line, a key, a path, a number @param whatEn where it is words: those of the English sentence */
export const problem = (code: VerificationCode, what = '', whatEn = what): VerificationProblem => ({
  code,
  about: what,
  detail: sentences[code](what, whatEn),
});

const invalid: ReadonlySet<string> = new Set(invalidCodes);
const incomplete: ReadonlySet<string> = new Set(incompleteCodes);
export const meansInvalid = (code: VerificationCode): boolean => invalid.has(code);
export const meansIncomplete = (code: VerificationCode): boolean => incomplete.has(code);
