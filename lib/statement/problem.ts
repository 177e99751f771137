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
] as const;

/** Codes that mean "something needed is missing or cannot be read": the answer is `incomplete`. */
const incompleteCodes = [
  'file-is-archive',
  'file-is-pdf',
  'file-is-json',
  'file-is-status',
  'jws-unreadable',
  'keys-unreadable',
  'signature-unchecked',
  'disclosures-partial',
] as const;

export type InvalidCode = (typeof invalidCodes)[number];
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

const sentences: Readonly<Record<VerificationCode, (what: string) => Bilingual>> = {
  'file-is-archive': () => ({
    fr: 'Ce fichier est une archive ou un classeur. Ouvrez l’archive et donnez statement.jws, avec jwks.json ; un classeur seul ne prouve rien.',
    en: 'This file is an archive or a workbook. Open the archive and give statement.jws, with jwks.json; a workbook alone proves nothing.',
  }),
  'file-is-pdf': () => ({
    fr: 'Ce fichier est un PDF. Donnez statement.jws, remis avec lui, et jwks.json.',
    en: 'This file is a PDF. Give statement.jws, which was handed over with it, and jwks.json.',
  }),
  'file-is-json': () => ({
    fr: 'Ce fichier est un contenu sans signature. Donnez statement.jws, remis avec lui, et jwks.json.',
    en: 'This file is content without a signature. Give statement.jws, which was handed over with it, and jwks.json.',
  }),
  'file-is-status': () => ({
    fr: 'Ce fichier dit où en est un état : ce n’est pas l’état. Donnez statement.jws, remis avec lui.',
    en: 'This file tells how a statement stands: it is not the statement. Give statement.jws, which was handed over with it.',
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

/** @param what the part of the sentence that changes: a line, a key, a path, a number */
export const problem = (code: VerificationCode, what = ''): VerificationProblem => ({
  code,
  detail: sentences[code](what),
});

const invalid: ReadonlySet<string> = new Set(invalidCodes);
const incomplete: ReadonlySet<string> = new Set(incompleteCodes);
export const meansInvalid = (code: VerificationCode): boolean => invalid.has(code);
export const meansIncomplete = (code: VerificationCode): boolean => incomplete.has(code);
