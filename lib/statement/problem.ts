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
  'json-differs',
  'disclosure-malformed',
  'disclosure-unknown',
  'disclosure-twice',
  'status-invalid',
  'status-of-another',
] as const;

/** Codes that mean "something needed is missing or cannot be read": the answer is `incomplete`. */
const incompleteCodes = ['jws-unreadable', 'keys-unreadable', 'disclosures-partial'] as const;

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
  'jws-unreadable': () => ({
    fr: 'Ce fichier n’est pas un état signé. Déposez statement.jws, ou le dossier zip entier.',
    en: 'This file is not a signed statement. Drop statement.jws, or the whole zip.',
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
  'signature-wrong': () =>
    altered(
      'La signature ne correspond pas : le fichier a été modifié.',
      'The signature does not match: the file was altered.',
    ),
  'sums-wrong': (what) => altered(`Les totaux ne correspondent pas (${what}).`, `The totals do not add up (${what}).`),
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
    fr: `status.jws parle de l’état ${what}. Prenez celui qui accompagne cet état.`,
    en: `status.jws is about statement ${what}. Take the one that goes with this statement.`,
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
    fr: `L’état ${what} donné en plus ne remplace pas celui-ci, ou n’est pas authentique : il n’a pas été pris en compte.`,
    en: `The further statement ${what} does not replace this one, or is not authentic: it was left aside.`,
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
