// Files of a statement, each with what it is for.

import { type ComponentChild, h } from 'preact';
import type { Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';
import { safeLink } from './safe-link.ts';
import type { Words } from './words.ts';

const purposes: Words = {
  'statement.jws': { fr: 'l’état signé, celui qui fait foi', en: 'the signed statement, the one that counts' },
  'statement.json': { fr: 'son contenu, octet pour octet', en: 'its content, byte for byte' },
  'statement.pdf': {
    fr: 'à lire et à imprimer, scellé, l’état signé attaché ; dans la langue de cette page',
    en: 'to read and print, sealed, with the signed statement attached; in the language of this page',
  },
  'statement.xlsx': {
    fr: 'un classeur, de vrais nombres ; dans la langue de cette page',
    en: 'a workbook, with real numbers; in the language of this page',
  },
  'statement.lines.pdf': { fr: 'le même PDF, lignes sans noms', en: 'the same PDF, lines without names' },
  'statement.lines.xlsx': { fr: 'le même classeur, lignes sans noms', en: 'the same workbook, lines without names' },
  'statement.totals.pdf': { fr: 'le même PDF, totaux seulement', en: 'the same PDF, totals only' },
  'statement.totals.xlsx': { fr: 'le même classeur, totaux seulement', en: 'the same workbook, totals only' },
  'statement.csv': { fr: 'le détail en CSV, pour machines', en: 'the detail as CSV, for machines' },
  'statement.fr.csv': { fr: 'le détail en CSV, pour Excel en français', en: 'the detail as CSV, for Excel in French' },
  'status.jws': { fr: 'sa situation aujourd’hui, signée', en: 'its state today, signed' },
  'jwks.json': { fr: 'les clés publiques de l’exploitant', en: 'the operator’s public keys' },
  'bundle.names.zip': {
    fr: 'le dossier de preuves entier, à vérifier sans nous : avec les noms',
    en: 'the whole evidence bundle, to be checked without us: with names',
  },
  'bundle.lines.zip': {
    fr: 'le dossier de preuves, lignes sans noms',
    en: 'the evidence bundle, lines without names',
  },
  'bundle.totals.zip': {
    fr: 'le dossier de preuves, totaux seulement',
    en: 'the evidence bundle, totals only',
  },
  'disclosures.txt': { fr: 'les lignes de ce niveau de lecture', en: 'the lines of this level' },
};

export const downloads = (
  language: Language,
  files: readonly string[],
  addressOf: (name: string) => string,
): ComponentChild =>
  h(
    'ul',
    { class: 'files' },
    files.map((name) => {
      const purpose = purposes[name];
      return h(
        'li',
        null,
        safeLink(addressOf(name), name),
        purpose === undefined ? null : h('span', { class: 'under' }, say(language, purpose)),
      );
    }),
  );
