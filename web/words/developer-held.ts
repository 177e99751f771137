// What is held on a developer, in both languages.
import type { Words } from '../parts/words.ts';

export const heldWords = {
  title: { fr: 'Ce qui est gardé sur moi', en: 'What is held on me' },
  lead: {
    fr: 'Tout ce que cette installation garde sur vous pour cet employeur, et qui l’a vu. Personne d’autre que vous ne peut ouvrir cette page.',
    en: 'All that this installation holds on you for this employer, and who saw it. Nobody but you can open this page.',
  },
  download: { fr: 'Télécharger le tout (JSON)', en: 'Download all of it (JSON)' },
  who: { fr: 'Qui vous êtes ici', en: 'Who you are here' },
  name: { fr: 'Nom', en: 'Name' },
  matricule: { fr: 'Matricule', en: 'Staff number' },
  addresses: { fr: 'Adresses', en: 'Addresses' },
  pseudonym: { fr: 'Identifiant dans le grand livre', en: 'Identifier in the ledger' },
  identities: { fr: 'Identités que vous avez rattachées', en: 'Identities that you linked' },
  identity: { fr: 'Identité', en: 'Identity' },
  days: { fr: 'Jours', en: 'Days' },
  secondments: { fr: 'Mises à disposition', en: 'Secondments' },
  foundation: { fr: 'Fondation', en: 'Foundation' },
  projects: { fr: 'Projets', en: 'Projects' },
  time: { fr: 'Temps déclaré', en: 'Declared time' },
  day: { fr: 'Jour', en: 'Day' },
  project: { fr: 'Projet', en: 'Project' },
  amount: { fr: 'Durée', en: 'Amount' },
  withdrawn: { fr: 'Repris', en: 'Taken back' },
  source: { fr: 'D’où cela vient', en: 'Where it comes from' },
  rows: {
    fr: 'Tout ce qui a été écrit à votre sujet',
    en: 'All that was written about you',
  },
  when: { fr: 'Quand', en: 'When' },
  what: { fr: 'Quoi', en: 'What' },
  by: { fr: 'Par qui', en: 'By whom' },
  content: { fr: 'Contenu', en: 'Content' },
  traces: { fr: 'Vos contributions relevées', en: 'Your contributions that were pulled' },
  repository: { fr: 'Dépôt', en: 'Repository' },
  commit: { fr: 'Commit', en: 'Commit' },
  statements: { fr: 'États qui reposent sur votre temps', en: 'Statements that rest on your time' },
  number: { fr: 'Numéro', en: 'Number' },
  period: { fr: 'Période', en: 'Period' },
  state: { fr: 'Situation', en: 'State' },
  seen: { fr: 'Qui a vu vos heures', en: 'Who saw your hours' },
  nobody: { fr: 'Personne.', en: 'Nobody.' },
  keeping: { fr: 'Jusqu’à quand c’est gardé, et pourquoi', en: 'Until when it is kept, and why' },
  lent: {
    fr: 'Vous êtes mise à disposition : tant que cela dure, votre temps est déclaré, et il n’y a pas encore de terme.',
    en: 'You are lent out: while that lasts your time is declared, and there is no term yet.',
  },
  untilAll: { fr: 'Rien n’est effacé avant la fin du', en: 'Nothing is erased before the end of' },
  later: {
    fr: 'L’effacement se demande ensuite : ici même une fois connectée, ou à vos ressources humaines.',
    en: 'Erasure is asked for afterwards: here, once you are signed in, or from your HR.',
  },
  over: {
    fr: 'Plus rien ne doit être gardé : vous pouvez demander l’effacement, ici même une fois connectée, ou à vos ressources humaines.',
    en: 'Nothing must be kept any more: you may ask to be erased, here, once you are signed in, or from your HR.',
  },
  askText: {
    fr: 'La demande paraît chez vos ressources humaines. L’effacement est sans retour : emportez d’abord ce que vous voulez garder, par le lien en haut de cette page.',
    en: 'The request appears at your HR. An erasure cannot be undone: first take away what you want to keep, by the link at the top of this page.',
  },
  ask: { fr: 'Demander l’effacement', en: 'Ask to be erased' },
  asked: { fr: 'L’effacement a été demandé le', en: 'Erasure was asked for on' },
  askedNext: {
    fr: 'Une personne de vos ressources humaines, autre que celle qui l’a demandé, l’exécute.',
    en: 'A person of your HR, other than whoever asked for it, carries it out.',
  },
  piece: { fr: 'Pièce', en: 'Piece' },
  text: { fr: 'Texte', en: 'Text' },
  since: { fr: 'Compté du', en: 'Counted from' },
  until: { fr: 'Dernier jour', en: 'Last day' },
  none: { fr: 'Rien.', en: 'Nothing.' },
} as const satisfies Words;

/** Read by herself, and by HR on the page that erases her. */
export const pieceWords = {
  time: { fr: 'temps déclaré', en: 'declared time' },
  words: { fr: 'parole de la personne ou de la fondation', en: 'word of the person or of the foundation' },
  traces: { fr: 'rapprochement avec les traces', en: 'comparison with traces' },
  pay: { fr: 'paie', en: 'pay' },
  statement: { fr: 'état certifié', en: 'certified statement' },
} as const satisfies Words;
