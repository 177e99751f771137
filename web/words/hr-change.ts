// Changing how a file is read, in both languages.
import type { Bilingual } from '../../lib/model/text.ts';
import type { Words } from '../parts/words.ts';

export const hrChangeWords = {
  title: { fr: 'Changer la lecture du fichier', en: 'Change how the file is read' },
  lead: {
    fr: 'Ne changez que ce qui n’est pas juste : le reste est laissé à la lecture automatique. Rien n’est enregistré ici.',
    en: 'Change only what is not right: the rest is left to the reader. Nothing is posted here.',
  },
  sheets: { fr: 'Feuilles à lire', en: 'Sheets to read' },
  hidden: { fr: 'masquée dans le fichier', en: 'hidden in the file' },
  headerRow: { fr: 'Ligne d’en-têtes', en: 'Header row' },
  headerRowText: {
    fr: 'Choisissez la ligne qui nomme les colonnes. Voici les premières lignes, telles qu’elles sont écrites.',
    en: 'Choose the row that names the columns. Here are the first rows, as written.',
  },
  firstRows: { fr: 'Premières lignes du fichier', en: 'First rows of the file' },
  ofSheet: { fr: 'Feuille', en: 'Sheet' },
  row: { fr: 'Ligne', en: 'Row' },
  useRow: { fr: 'Utiliser cette ligne', en: 'Use this row' },
  columns: { fr: 'Colonnes', en: 'Columns' },
  columnsText: {
    fr: 'Il faut une personne, un jour, un projet et une durée. Une grille n’a pas de colonne de jour ni de durée.',
    en: 'A person, a day, a project and a duration are needed. A grid has no column for day and duration.',
  },
  noHeaders: {
    fr: 'Choisissez d’abord la ligne d’en-têtes : ses colonnes seront proposées ici.',
    en: 'Choose the header row first: its columns are then offered here.',
  },
  noColumn: { fr: 'aucune colonne', en: 'no column' },
  personFrom: { fr: 'Qui a travaillé', en: 'Who worked' },
  projectFrom: { fr: 'Sur quel projet', en: 'On which project' },
  numbers: { fr: 'Durées et dates', en: 'Durations and dates' },
  unit: { fr: 'Unité des durées', en: 'Unit of durations' },
  decimals: { fr: 'Nombres d’heures à virgule', en: 'Decimal numbers of hours' },
  dateOrder: { fr: 'Ordre des dates', en: 'Order of dates' },
  month: { fr: 'Mois de la grille', en: 'Month of the grid' },
  text: { fr: 'Fichier texte', en: 'Text file' },
  encoding: { fr: 'Encodage', en: 'Encoding' },
  encodingHint: {
    fr: 'À changer si des accents sont abîmés plus haut.',
    en: 'To change if accents are garbled above.',
  },
  delimiter: { fr: 'Séparateur de colonnes', en: 'Column separator' },
  keepTitle: { fr: 'Pour les prochains fichiers', en: 'For the next files' },
  keep: {
    fr: 'Garder cette lecture pour les fichiers de même présentation',
    en: 'Keep this reading for files of the same layout',
  },
  keepHint: {
    fr: 'Elle servira quand un fichier aura les mêmes en-têtes, et vous pourrez toujours la changer. Les versions d’avant restent.',
    en: 'It is used when a file has the same headers, and you may always change it. Earlier versions remain.',
  },
  profileName: { fr: 'Nom de cette présentation', en: 'Name of this layout' },
  send: { fr: 'Lire avec ces choix', en: 'Read with these choices' },
  back: { fr: 'Retour à ce que nous avons compris', en: 'Back to what we understood' },
} as const satisfies Words;

/** @param understood of the first grid; null: it does not say */
export const monthHint = (understood: Bilingual | null): Bilingual =>
  understood === null
    ? {
        fr: 'Le fichier ne le dit pas. Pour ce fichier seulement.',
        en: 'The file does not say it. For this file only.',
      }
    : {
        fr: `Laissez vide si la lecture est juste : ${understood.fr}. Pour ce fichier seulement.`,
        en: `Leave empty if the reading is right: ${understood.en}. For this file only.`,
      };

/** The first choice of the header row. */
export const rowLeftToTheReader = (understood: number | null): Bilingual =>
  leftToTheReader(understood === null ? null : { fr: `ligne ${understood}`, en: `row ${understood}` });

/** The first choice of each field. @param understood in words; null: the reader could not tell */
export const leftToTheReader = (understood: Bilingual | null): Bilingual =>
  understood === null
    ? { fr: 'lecture automatique (rien trouvé)', en: 'left to the reader (found nothing)' }
    : { fr: `lecture automatique : ${understood.fr}`, en: `left to the reader: ${understood.en}` };
