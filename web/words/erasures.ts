// Erasing a person, as HR decides it, and an outside author, as the registrar does, in both languages.
import type { Words } from '../parts/words.ts';

export const erasureWords = {
  title: { fr: 'Effacer une personne', en: 'Erase a person' },
  lead: {
    fr: 'Qui le demande est effacé, mais pas avant le terme de ce que la loi fait garder. L’effacement se décide à deux : la personne elle-même ou quelqu’un des ressources humaines le demande, quelqu’un d’autre des ressources humaines l’exécute. Il est sans retour.',
    en: 'Whoever asks is erased, but not before the term of what the law keeps. It takes two: this person or somebody of HR asks for it, somebody else of HR carries it out. An erasure cannot be undone.',
  },
  company: { fr: 'Entreprise', en: 'Company' },
  people: { fr: 'Personnes', en: 'People' },
  nobody: { fr: 'Personne n’est inscrit à cette entreprise.', en: 'Nobody is enrolled at this company.' },
  person: { fr: 'Personne', en: 'Person' },
  matricule: { fr: 'Matricule', en: 'Staff number' },
  state: { fr: 'Demande', en: 'Request' },
  none: { fr: 'aucune', en: 'none' },
  askedBy: { fr: 'demandé par', en: 'asked by' },
  herself: { fr: 'la personne elle-même', en: 'the person herself' },
  page: { fr: 'Sa page', en: 'Her page' },
  open: { fr: 'Ce qui partirait, ce qui reste', en: 'What would go, what stays' },
  erased: { fr: 'Personnes effacées', en: 'People erased' },
  identifier: { fr: 'Identifiant qui reste', en: 'Identifier that is left' },
  at: { fr: 'Décidé le', en: 'Decided on' },
  by: { fr: 'Par', en: 'By' },
  back: { fr: 'Toutes les personnes', en: 'All people' },
  timesheets: { fr: 'Feuilles de temps', en: 'Timesheets' },
  toErasures: { fr: 'Effacer une personne', en: 'Erase a person' },

  where: { fr: 'Où en est la demande', en: 'Where the request stands' },
  lentOpen: {
    fr: 'Cette personne est encore mise à disposition, sans terme connu : tant que cela dure, rien d’elle n’est effacé. Mettez d’abord fin à la mise à disposition.',
    en: 'This person is still lent out, with no known end: while that lasts, nothing of her is erased. End the secondment first.',
  },
  lentTo: {
    fr: 'Rien d’elle n’est effacé tant qu’elle est mise à disposition, soit jusqu’au',
    en: 'Nothing of her is erased while she is lent out, that is until',
  },
  keptUntil: { fr: 'Rien n’est effacé avant la fin du', en: 'Nothing is erased before the end of' },
  keptText: {
    fr: 'C’est la réponse à lui donner, avec le texte ci-dessous (RGPD, article 17, 3, b). La demande se refait ensuite.',
    en: 'This is the answer to give her, with the text below (GDPR, article 17(3)(b)). The request is made again afterwards.',
  },
  mayAsk: {
    fr: 'Tous les termes sont passés : l’effacement peut être demandé.',
    en: 'All terms are over: the erasure may be asked for.',
  },
  asked: { fr: 'Demandé le', en: 'Asked on' },
  own: {
    fr: 'Vous l’avez demandé : une autre personne des ressources humaines ouvre cette page et l’exécute.',
    en: 'You asked for it: another person of HR opens this page and carries it out.',
  },
  mayErase: { fr: 'Vous pouvez l’exécuter.', en: 'You may carry it out.' },
  goes: { fr: 'Ce qui part', en: 'What goes' },
  goesNames: {
    fr: 'son nom, son matricule, ses adresses et les identités qu’elle a rattachées',
    en: 'her name, staff number, addresses and the identities that she linked',
  },
  goesRows: { fr: 'les lignes du grand livre qui parlent d’elle', en: 'rows of the ledger about her' },
  goesFiles: {
    fr: 'les classeurs et PDF d’états qui la nomment, et les fichiers d’origine dont le terme est passé',
    en: 'workbooks and PDFs of statements that name her, and original files whose term is over',
  },
  goesKeys: { fr: 'les clés qui salaient ses lignes', en: 'the keys that salted her rows' },
  goesCommits: {
    fr: 'ce qui a été relevé de ses commits, si plus aucun employeur ne la connaît ici',
    en: 'what was pulled of her commits, if no employer knows her here any more',
  },
  stays: { fr: 'Ce qui reste', en: 'What stays' },
  staysFacts: {
    fr: 'les faits datés, sans nom ni texte libre, avec leurs empreintes : tout le reste se vérifie encore',
    en: 'dated facts, without a name or free text, with their digests: everything else still verifies',
  },
  staysStatements: {
    fr: 'les états signés, lus au niveau des totaux là où elle figurait',
    en: 'signed statements, read at the level of totals where she was in them',
  },
  staysReceipts: {
    fr: 'les reçus d’une fondation, qui les garde six ans pour son propre contrôle',
    en: 'receipts of a foundation, which keeps them six years for its own inspection',
  },
  staysOthers: {
    fr: 'ce que d’autres employeurs gardent d’elle, et les copies déjà remises à d’autres',
    en: 'what other employers keep of her, and copies that others already hold',
  },
  kept: {
    fr: 'Par quel texte chaque pièce est gardée, et jusqu’à quand',
    en: 'By which text each piece is kept, and until when',
  },
  byWhom: { fr: 'par', en: 'by' },
  nothingKept: { fr: 'Rien n’est à garder.', en: 'Nothing is to be kept.' },
  piece: { fr: 'Pièces', en: 'Pieces' },
  until: { fr: 'Jusqu’au', en: 'Until' },
  text: { fr: 'Texte', en: 'Text' },
  ask: { fr: 'Demander l’effacement', en: 'Ask for the erasure' },
  ground: { fr: 'Pourquoi', en: 'Why' },
  request: { fr: 'elle le demande', en: 'she asks for it' },
  term: { fr: 'le terme est passé', en: 'the term is over' },
  typed: { fr: 'Tapez son matricule pour confirmer', en: 'Type her staff number to confirm' },
  typedHint: { fr: 'Tel qu’il est écrit en haut de cette page.', en: 'As it stands at the top of this page.' },
  askButton: { fr: 'Demander l’effacement', en: 'Ask for the erasure' },
  erase: { fr: 'Exécuter l’effacement', en: 'Carry the erasure out' },
  eraseText: {
    fr: 'Ce qui part ne revient pas, pour personne, pas même pour qui exploite Communs.',
    en: 'What goes does not come back, for anybody, not even for whoever operates Communs.',
  },
  eraseButton: { fr: 'Effacer définitivement', en: 'Erase for good' },
} as const satisfies Words;

export const objectionWords = {
  title: { fr: 'Oppositions d’auteurs extérieurs', en: 'Objections of outside authors' },
  lead: {
    fr: 'Qui a écrit un commit dans un dépôt suivi ici, sans être mis à disposition par personne, peut s’opposer à ce qu’il en soit gardé trace (RGPD, article 21). Ses lignes, son nom et son adresse s’effacent alors de tous les dépôts, et ne sont plus relevés.',
    en: 'Whoever wrote a commit in a repository followed here, without being lent by anybody, may object to its being kept (GDPR, article 21). Her rows, her name and her address are then erased from all repositories, and pulled no more.',
  },
  developer: {
    fr: 'Une adresse rattachée par une développeuse mise à disposition est une pièce à conserver : l’opposition est alors refusée, avec ce qu’il faut lui répondre.',
    en: 'An address linked by a developer lent out is evidence to be kept: the objection is then refused, with what to answer her.',
  },
  uphold: { fr: 'Faire droit à une opposition', en: 'Uphold an objection' },
  author: { fr: 'Adresse des commits, ou son empreinte', en: 'Address of the commits, or its hash' },
  authorHint: {
    fr: 'L’adresse sous laquelle elle a écrit ; ou les 64 caractères sous lesquels le grand livre la connaît.',
    en: 'The address under which she wrote; or the 64 characters under which the ledger knows it.',
  },
  again: { fr: 'La même, une seconde fois, pour confirmer', en: 'The same a second time, to confirm' },
  againHint: { fr: 'C’est sans retour.', en: 'This cannot be undone.' },
  button: { fr: 'Effacer ses contributions', en: 'Erase her contributions' },
  upheld: { fr: 'Oppositions accueillies', en: 'Objections upheld' },
  none: { fr: 'Aucune.', en: 'None.' },
  hash: { fr: 'Empreinte', en: 'Hash' },
  at: { fr: 'Décidé le', en: 'Decided on' },
} as const satisfies Words;
