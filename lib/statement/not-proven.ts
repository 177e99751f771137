// What an authentic statement does not prove, in words: printed with every answer of the verifier.
import type { Bilingual } from '../model/text.ts';
import type { StatementPayload } from './payload.ts';
import type { EvidenceAtHand, TrustLevel } from './trust.ts';

const always: readonly Bilingual[] = [
  {
    fr: 'Que les heures sont vraies : seulement qui les a déclarées et confirmées, quand, et que rien n’a été modifié depuis.',
    en: 'That the hours are true: only who declared and confirmed them, when, and that nothing was changed since.',
  },
  {
    fr: 'Qu’un avantage fiscal est dû : authentique ne veut pas dire fondé en droit.',
    en: 'That any tax relief is due: authentic does not mean entitled.',
  },
];

const onItsWord: Bilingual = {
  fr: 'Les dates : aucun tiers ne les atteste ; elles reposent sur la parole de l’exploitant.',
  en: 'The dates: no third party vouches for them; they rest on the operator’s word.',
};
const registryOnItsWord: Bilingual = {
  fr: 'Ce que dit le registre (fondations, projets, éligibilité) : aucune signature d’un teneur indépendant, dont la clé vienne d’ailleurs, n’a été vérifiée.',
  en: 'What the registry says (foundations, projects, eligibility): no signature of an independent registrar, by a key from elsewhere, was checked.',
};
const signedBefore: Bilingual = {
  fr: 'Que l’état a été signé avant le retrait de sa clé : nul tiers ne l’a vu.',
  en: 'That the statement was signed before its key was retired: no third party saw it.',
};
const registryAsGiven: Bilingual = {
  fr: 'Que le teneur du registre n’a rien décidé d’autre : seuls les faits joints portent sa signature. Demandez-le-lui.',
  en: 'That the registrar decided nothing else: only the facts that came along carry its signature. Ask it.',
};
const statusUnknown: Bilingual = {
  fr: 'Que l’état n’a pas été remplacé ni révoqué : aucun status.jws n’a été vérifié. Demandez-le, ou cherchez le numéro sur /verify.',
  en: 'That the statement still stands: no status.jws was checked. Ask for it, or look the number up at /verify.',
};
const ownKeys: Bilingual = {
  fr: 'De qui vient la clé : elle accompagnait le fichier. Comparez son empreinte avec une source que vous connaissez.',
  en: 'Whose key it is: it came with the file. Compare its fingerprint with a source you know.',
};
const ownLog: Bilingual = {
  fr: 'De qui est le journal : sa clé accompagnait le fichier. Comparez log.vkey avec /log/vkey de l’exploitant.',
  en: 'Whose log it is: its key came with the file. Compare log.vkey with /log/vkey of the operator.',
};
const noLog: Bilingual = {
  fr: 'Que l’émission est au journal public : aucune preuve n’en a été vérifiée. Donnez le dossier entier, ou demandez-le quand le journal y sera venu.',
  en: 'That the issue stands in the public log: no proof of it was checked. Give the whole bundle, or ask for it once the log has come to it.',
};
const noEffect: Bilingual = {
  fr: 'Les montants simulés n’ont aucun effet juridique : le dispositif n’est qu’une proposition.',
  en: 'The simulated amounts have no legal effect: the scheme is only a proposal.',
};

/** Of a PDF: its seal is only held against its bytes here. */
export const sealer: Bilingual = {
  fr: 'Qui a scellé le PDF : pdfsig le dit. Ce qui fait foi est statement.jws, qui y est joint : comparez les montants avec lui.',
  en: 'Who sealed the PDF: pdfsig tells. What counts is statement.jws, which is attached to it: compare the amounts with it.',
};

/** Of a bundle: read-mes, workbook, and whatever a forger puts beside them and on the list. */
export const unread = (names: string): Bilingual => ({
  fr: `Que ces fichiers sont d’origine : ${names}. Aucun contrôle ne les lit, et un MANIFEST se refait. L’exploitant reconnaît son classeur sur /verify.`,
  en: `That these files are original: ${names}. No check reads them, and a MANIFEST can be made anew. The operator knows its workbook at /verify.`,
});

/** Of a fact and its place in the log, without a statement around them: neither is read for what it says. */
const factUnread: Bilingual = {
  fr: 'Ce que dit le fait, ni qu’il est vrai : seulement qu’il est au journal, octet pour octet. Pour un état, donnez le dossier entier.',
  en: 'What the fact says, or that it is true: only that it stands in the log, byte for byte. For a statement, give the whole bundle.',
};
const dateUnread: Bilingual = {
  fr: 'Quand il y est entré : aucune date n’est lue ici.',
  en: 'When it entered: no date is read here.',
};

/** @param isLogPinned the key of the log came from a source of the reader's own */
export const notProvenByProof = (isLogPinned: boolean): Bilingual[] => [
  factUnread,
  dateUnread,
  ...(isLogPinned ? [] : [ownLog]),
];

/** What was established, and by what. */
export interface Established {
  readonly trust: TrustLevel;
  /** When somebody outside saw the issue in the log; null: nobody did. */
  readonly seenAt: string | null;
  /** When the registry retired the key that signed; null: it is not, or nothing says it. */
  readonly retired?: string | null;
  /** Who signed the facts of the registry, by a key from elsewhere. */
  readonly registrar: EvidenceAtHand['registrar'];
  readonly statusChecked: boolean;
  /** The keys came from a source of the reader's own, not with the file. */
  readonly keysPinned: boolean;
  /** In which log the issue was found: one whose key she has from elsewhere, one whose key came along, or none. */
  readonly log: 'pinned' | 'given' | null;
}

export function notProven(
  payload: StatementPayload,
  { trust, seenAt, registrar, retired = null, statusChecked, keysPinned, log }: Established,
): Bilingual[] {
  return [
    ...always,
    ...(trust === 'self' && seenAt === null ? [onItsWord] : []),
    ...(retired !== null && (seenAt === null || seenAt > retired) ? [signedBefore] : []),
    registrar === 'independent' ? registryAsGiven : registryOnItsWord,
    ...(statusChecked ? [] : [statusUnknown]),
    ...(keysPinned ? [] : [ownKeys]),
    ...(log === 'given' ? [ownLog] : []),
    ...(log === null && payload.log !== undefined ? [noLog] : []),
    ...(payload.scheme.standing === 'proposed' ? [noEffect] : []),
  ];
}
