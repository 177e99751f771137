// The public log, in both languages.
import type { Words } from '../parts/words.ts';

export const logWords = {
  title: { fr: 'Journal public', en: 'Public log' },
  lead: {
    fr: 'Chaque fait enregistré ici entre une fois dans un journal public, auquel on ne peut qu’ajouter. On y voit des empreintes salées : qu’il existe un fait, et dans quel ordre ; jamais ce qu’il dit.',
    en: 'Each fact recorded here enters once a public log, to which one can only add. It shows salted digests: that there is a fact, and in which order; never what it says.',
  },
  never: {
    fr: 'Le journal est encore vide : aucun fait n’y est entré.',
    en: 'The log is still empty: no fact has entered it.',
  },
  broken: {
    fr: 'Le journal ne tient pas : ce qui est enregistré n’est pas ce qui a été signé. Plus rien n’y est ajouté tant qu’une personne n’a pas regardé.',
    en: 'The log does not hold: what is stored is not what was signed. Nothing more is added until a person has looked.',
  },
  testKey: {
    fr: 'Ce journal est signé par une clé d’essai (TEST) : il ne prouve rien à personne d’autre.',
    en: 'This log is signed by a TEST key: it proves nothing to anybody else.',
  },
  entries: { fr: 'Entrées', en: 'Entries' },
  root: { fr: 'Racine', en: 'Root' },
  origin: { fr: 'Origine', en: 'Origin' },
  key: { fr: 'Clé publique', en: 'Public key' },
  checkpoint: { fr: 'Point de contrôle', en: 'Checkpoint' },
  checkpointFile: { fr: 'Télécharger', en: 'Download' },
  witnesses: { fr: 'Témoins extérieurs', en: 'Outside witnesses' },
  noWitness: {
    fr: 'aucun : les dates reposent sur la parole de qui tient ce journal',
    en: 'none: dates rest on the word of whoever keeps this log',
  },
  witnessed: { fr: 'a vu ce journal de', en: 'saw this log of' },
  stamp: { fr: 'Horodatage (RFC 3161)', en: 'Time stamp (RFC 3161)' },
  noStamp: { fr: 'aucun jusqu’ici', en: 'none so far' },
  stamped: { fr: 'pour un journal de', en: 'for a log of' },
  of: { fr: 'entrées', en: 'entries' },
  how: { fr: 'Surveiller ce journal soi-même', en: 'Monitor this log yourself' },
  howKeep: {
    fr: 'Gardez un point de contrôle. Plus tard, le journal doit en être la suite : rien de changé, rien de retiré, rien d’intercalé.',
    en: 'Keep a checkpoint. Later the log must go on from it: nothing changed, nothing taken away, nothing put in between.',
  },
  howSee: {
    fr: 'Toute personne qui a un état peut prouver que son fait est dans le journal, avec le fichier .tlog-proof qui accompagne l’état et la clé ci-dessus.',
    en: 'Whoever has a statement can prove that its fact is in the log, with the file .tlog-proof beside the statement and the key above.',
  },
  howFormat: {
    fr: 'Le format est celui de tlog-tiles (c2sp.org) : /log/ANNÉE/checkpoint et /log/ANNÉE/tile/…, lisibles par tout outil qui le connaît, dont le paquet sumdb/tlog de Go. Avec le programme de Communs :',
    en: 'The format is that of tlog-tiles (c2sp.org): /log/YEAR/checkpoint and /log/YEAR/tile/…, read by any tool that knows it, such as Go’s package sumdb/tlog. With the program of Communs:',
  },
  howKeys: {
    fr: 'Une clé lue sur cette page prouve seulement que tout ici se tient. Comparez-la à une copie venue d’ailleurs : un état reçu plus tôt, un courrier, un témoin.',
    en: 'A key read on this page proves only that all this fits together. Compare it with a copy from elsewhere: a statement received earlier, a letter, a witness.',
  },
  status: { fr: 'Contrôle du grand livre', en: 'State of the ledger' },
} as const satisfies Words;
