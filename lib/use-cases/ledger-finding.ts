// What the full check finds wrong, named so that somebody can go there, and said in both languages.
import type { BatchRef, Head } from '../ledger/kinds.ts';
import type { Bilingual } from '../model/text.ts';
import type { ViewFlaw } from './folded-views.ts';

export interface LedgerFinding {
  readonly book: string;
  /** The fact, or the one that refers to what is wrong; null where there is none. */
  readonly seq: number | null;
  readonly what:
    | 'fact'
    | 'chain'
    | 'batch'
    | 'view'
    | 'head'
    | 'file'
    | 'statement'
    | 'directory'
    | 'log'
    | 'signature';
  /** What it is called where it lies: a seq, `<root>/<chunk>`, `<root>:<row>`, a view's name, a digest, what is wrong with a head. */
  readonly name: string;
  readonly detail: Bilingual;
}

/** A finding but for where it is. */
export type Flaw = Pick<LedgerFinding, 'what' | 'name' | 'detail'>;

const restore: Bilingual = {
  fr: 'N’effacez rien : restaurez l’original d’une sauvegarde, puis relancez « communs check ».',
  en: "Delete nothing: restore the original from a backup, then run 'communs check' again.",
};
const rebuild: Bilingual = {
  fr: 'Les faits de ce livre sont intacts : refaites ses vues avec « communs rebuild-views ».',
  en: "The facts of this book are intact: make its views again with 'communs rebuild-views'.",
};

const flaw = (what: Flaw['what'], name: string, said: Bilingual, todo = restore): Flaw => ({
  what,
  name,
  detail: { fr: `${said.fr} ${todo.fr}`, en: `${said.en} ${todo.en}` },
});

export const factFlaw = (seq: number): Flaw =>
  flaw('fact', String(seq), {
    fr: `Le fait ${seq} a été modifié : il ne se lit plus.`,
    en: `Fact ${seq} was changed: it does not read any more.`,
  });

const signatureWords = {
  missing: {
    fr: 'n’est pas signé, alors que le teneur du registre avait déjà une clé',
    en: 'is not signed, though the registrar had a key already',
  },
  wrong: {
    fr: 'porte une signature qui n’est pas celle de ce qu’il dit',
    en: 'carries a signature that is not of what it says',
  },
  'unknown-key': {
    fr: 'est signé d’une clé que le registre n’avait pas publiée pour cet usage',
    en: 'is signed with a key that the registry had not published for this use',
  },
  'retired-key': {
    fr: 'est signé d’une clé qui était déjà retirée',
    en: 'is signed with a key that was already retired',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
/** What may be wrong with a signature. */
export type SignatureIs = keyof typeof signatureWords;
const askRegistrar: Bilingual = {
  fr: 'N’effacez rien : demandez au teneur du registre ce qu’il a décidé, restaurez l’original d’une sauvegarde, puis relancez « communs check ».',
  en: "Delete nothing: ask the registrar what was decided, restore the original from a backup, then run 'communs check' again.",
};

const issueAgain: Bilingual = {
  fr: 'Cherchez qui a signé, révoquez cet état s’il n’est pas de vous, et préparez-en un autre, puis relancez « communs check ».',
  en: "Find out who signed, revoke this statement if it is not yours, and prepare another, then run 'communs check' again.",
};

const signed = (who: Bilingual, is: SignatureIs): Bilingual => ({
  fr: `${who.fr} ${signatureWords[is].fr}.`,
  en: `${who.en} ${signatureWords[is].en}.`,
});

export const signatureFlaw = (seq: number, is: SignatureIs): Flaw =>
  flaw('signature', String(seq), signed({ fr: `Le fait ${seq}`, en: `Fact ${seq}` }, is), askRegistrar);

export const statementKeyFlaw = (number: string, is: SignatureIs): Flaw =>
  flaw('statement', number, signed({ fr: `L’état ${number}`, en: `Statement ${number}` }, is), issueAgain);

export const gapFlaw = (from: number, to: number): Flaw =>
  flaw('chain', String(from), {
    fr: `Il manque les faits ${from} à ${to}.`,
    en: `Facts ${from} to ${to} are missing.`,
  });

export const linkFlaw = (seq: number): Flaw =>
  flaw('chain', String(seq), {
    fr: `Le fait ${seq} ne suit pas ce qui est avant lui : l’un des deux a été modifié.`,
    en: `Fact ${seq} does not follow what stands before it: one of the two was changed.`,
  });

export const chunkFlaw = ({ root }: BatchRef, chunk: number): Flaw =>
  flaw('batch', `${root}/${chunk}`, {
    fr: `Le morceau ${chunk} du lot ${root} manque ou a été modifié.`,
    en: `Chunk ${chunk} of batch ${root} is missing or was changed.`,
  });

export const erasedFlaw = ({ root }: BatchRef, leaf: number): Flaw =>
  flaw('batch', `${root}:${leaf}`, {
    fr: `La ligne ${leaf} du lot ${root} a été effacée sans qu’un fait l’ait décidé.`,
    en: `Row ${leaf} of batch ${root} was erased, and no fact decided it.`,
  });

export const returnedFlaw = ({ root }: BatchRef, leaf: number): Flaw =>
  flaw('batch', `${root}:${leaf}`, {
    fr: `La ligne ${leaf} du lot ${root} avait été effacée, et elle est revenue : effacez-la de nouveau en replaçant le morceau d’après l’effacement.`,
    en: `Row ${leaf} of batch ${root} had been erased, and it came back: erase it again by putting back the chunk from after the erasure.`,
  });

export const returnedFileFlaw = (digest: string): Flaw =>
  flaw('file', digest, {
    fr: `Le fichier ${digest} avait été détruit par un effacement, et il est revenu : détruisez-le.`,
    en: `The file ${digest} had been destroyed by an erasure, and it came back: destroy it.`,
  });

export const listFlaw = ({ root }: BatchRef): Flaw =>
  flaw('batch', `${root}/0`, {
    fr: `Le lot ${root} n’est pas la liste d’un effacement : rien de ce qu’il nomme ne peut manquer.`,
    en: `Batch ${root} is no list of an erasure: nothing that it names may be missing.`,
  });

export const otherPersonFlaw = (developer: string): Flaw =>
  flaw('directory', developer, {
    fr: `Dans l’annuaire, le matricule de ${developer} mène à une autre personne, ou son entrée est celle d’une autre.`,
    en: `In the directory the staff number of ${developer} leads to another person, or her entry is another’s.`,
  });

export const namedAgainFlaw = (developer: string): Flaw =>
  flaw('directory', developer, {
    fr: `${developer} avait été effacée, et l’annuaire la nomme de nouveau : retirez cette entrée.`,
    en: `${developer} had been erased, and the directory names her again: remove that entry.`,
  });

export const groupsFlaw = ({ root }: BatchRef): Flaw =>
  flaw('batch', `${root}/0`, {
    fr: `L’index du lot ${root} ne nomme pas les mois qui y sont.`,
    en: `The index of batch ${root} does not name the months that are in it.`,
  });

export const sumsFlaw = ({ root }: BatchRef): Flaw =>
  flaw('batch', `${root}/0`, {
    fr: `Le temps du lot ${root} ne fait pas le total que le fait en dit.`,
    en: `The time of batch ${root} does not add up to what its fact says.`,
  });

export const fileFlaw = (digest: string): Flaw =>
  flaw('file', digest, {
    fr: `Le fichier ${digest} manque ou a été modifié.`,
    en: `The file ${digest} is missing or was changed.`,
  });

export const pointerFlaw = (digest: string): Flaw =>
  flaw('file', `digests/${digest}`, {
    fr: `Ce qui mène de l’empreinte ${digest} à son état manque ou a été modifié : la page de vérification ne connaît plus ce fichier.`,
    en: `What leads from the digest ${digest} to its statement is missing or was changed: the page of verification does not know that file any more.`,
  });

export const statementFlaw = (digest: string): Flaw =>
  flaw('statement', digest, {
    fr: `Le texte signé ${digest} d’un état manque ou a été modifié.`,
    en: `The signed text ${digest} of a statement is missing or was changed.`,
  });

export const sourceFlaw = ({ book, seq, digest }: Head): Flaw =>
  flaw('statement', digest, {
    fr: `Un état ou un recoupement repose sur le fait ${seq} du livre ${book}, qui manque ou a été modifié.`,
    en: `A statement or a corroboration rests on fact ${seq} of the book ${book}, which is missing or was changed.`,
  });

const viewWords: Readonly<Record<ViewFlaw['is'], Bilingual>> = {
  changed: { fr: 'ne dit pas ce que disent les faits', en: 'does not say what the facts say' },
  missing: { fr: 'manque', en: 'is missing' },
  extra: { fr: 'n’est faite par aucun fait', en: 'is made by no fact' },
  unreadable: { fr: 'ne se lit plus', en: 'does not read any more' },
};

/** @param isSound the book's facts are: then its views can be made again, else not before */
export function viewFlaw({ name, is }: ViewFlaw, isSound: boolean): Flaw {
  const { fr, en } = viewWords[is];
  const said = { fr: `La vue ${name} ${fr}.`, en: `The view ${name} ${en}.` };
  return flaw('view', name, said, isSound ? rebuild : restore);
}

const headWords = {
  altered: {
    fr: 'La tête signée du livre a été modifiée, ou n’est pas de nous.',
    en: 'The signed head of the book was changed, or is not ours.',
  },
  gone: { fr: 'La tête signée du livre manque.', en: 'The signed head of the book is missing.' },
  cut: {
    fr: 'Le livre a été coupé : sa tête signée nomme un fait qui n’y est plus.',
    en: 'The book was cut short: its signed head names a fact that is not there any more.',
  },
  other: {
    fr: 'Le fait que nomme la tête signée du livre a été modifié.',
    en: 'The fact that the signed head of the book names was changed.',
  },
  salts: { fr: 'Le sel d’un fait du livre a été modifié.', en: 'The salt of a fact of the book was changed.' },
  unlisted: {
    fr: 'Le livre a une tête signée, et la liste des livres ne le connaît plus.',
    en: 'The book has a signed head, and the list of books does not know it any more.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const headFlaw = (is: keyof typeof headWords): Flaw => flaw('head', is, headWords[is]);

const logWords = {
  missing: { fr: 'Le fichier manque.', en: 'The file is missing.' },
  'wrong-length': { fr: 'Le fichier n’a pas la bonne longueur.', en: 'The file has another length.' },
  'wrong-entry': {
    fr: 'Une entrée du fichier n’est pas celle de la tuile d’empreintes.',
    en: 'An entry of the file is not the one of the tile of hashes.',
  },
  'wrong-parent': {
    fr: 'La tuile ne mène pas à celle du dessus : l’une des deux a été modifiée.',
    en: 'The tile does not lead to the one above: one of the two was changed.',
  },
  'wrong-root': {
    fr: 'Les tuiles ne mènent pas à la racine signée.',
    en: 'The tiles do not lead to the signed root.',
  },
  'not-ours': {
    fr: 'Le point de contrôle a été modifié, ou n’est pas de nous.',
    en: 'The checkpoint was changed, or is not ours.',
  },
  'retired-key': {
    fr: 'Le point de contrôle a été signé d’une clé qui était déjà retirée.',
    en: 'The checkpoint was signed with a key that was already retired.',
  },
  'set-back': {
    fr: 'Un ancien point de contrôle a été remis à sa place : le journal en dit moins qu’avant.',
    en: 'An older checkpoint was put in its place: the log says less than before.',
  },
  'not-part': {
    fr: 'Le point de contrôle vu de l’extérieur n’est pas une partie de ce que dit le journal aujourd’hui.',
    en: 'The checkpoint that was seen from outside is no part of what the log says today.',
  },
  'wrong-cosignature': {
    fr: 'La cosignature d’un témoin désigné a été modifiée, ou est d’un autre point de contrôle.',
    en: 'The cosignature of a pinned witness was changed, or is of another checkpoint.',
  },
  'foreign-cosignature': {
    fr: 'Une cosignature n’est d’aucun témoin désigné. Si c’en était un, redonnez sa clé dans COMMUNS_WITNESSES, sans adresse.',
    en: 'A cosignature is of no pinned witness. If it was one, give its key in COMMUNS_WITNESSES again, without an address.',
  },
  'wrong-stamp': {
    fr: 'L’horodatage a été modifié, ou est d’un autre point de contrôle.',
    en: 'The time stamp was changed, or is of another checkpoint.',
  },
  'foreign-stamp': {
    fr: 'L’horodatage n’est pas de l’autorité désignée. S’il est de celle d’avant, ajoutez son certificat à COMMUNS_TSA_CA.',
    en: 'The time stamp is not of the authority that is set. If it is of the one before, add its certificate to COMMUNS_TSA_CA.',
  },
  'no-place': {
    fr: 'La place de ce fait dans le journal n’est plus connue.',
    en: 'The place of this fact in the log is not known any more.',
  },
  'other-entry': {
    fr: 'L’entrée du journal n’est pas celle de ce fait : le fait, son sel ou sa place a été modifié.',
    en: 'The entry in the log is not this fact’s: the fact, its salt or its place was changed.',
  },
  twice: {
    fr: 'L’entrée de ce fait est déjà celle d’un autre.',
    en: 'The entry of this fact is another’s already.',
  },
  unclaimed: {
    fr: 'Cette entrée du journal n’est celle d’aucun fait : il a été retiré ou modifié.',
    en: 'This entry of the log is no fact’s: it was taken away or changed.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const stopSigning: Bilingual = {
  fr: 'Si l’un de vos programmes signe encore avec elle, redémarrez-le : le prochain point de contrôle prend la place de celui qui est servi. Sinon, cherchez qui détient cette clé.',
  en: 'If one of your programs still signs with it, restart it: the next checkpoint takes the place of the one that is served. Else find out who holds that key.',
};

/** @param name the file, below the log’s address; the seq of the fact; or `<year>/<index>` of the entry */
export const logFlaw = (name: string, is: keyof typeof logWords): Flaw => {
  const { fr, en } = logWords[is];
  const said = { fr: `Journal, ${name} : ${fr}`, en: `Log, ${name}: ${en}` };
  return flaw('log', name, said, is === 'retired-key' ? stopSigning : restore);
};
