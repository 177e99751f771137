import { whole } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import { type RestoredBook, restoreBook } from '../../lib/use-cases/restore-book.ts';
import { readArchive } from '../frame/archive-files.ts';
import { command } from '../frame/command.ts';
import { ledgerOptions, readLedger } from '../ledger.ts';

function said({ book, facts, already, digest, sealedMissing }: RestoredBook, language: Language): string {
  const [all, stood, missing] = [facts, already, sealedMissing].map((n) => whole(language, n));
  const lines =
    language === 'fr'
      ? [
          `Repris : ${book}, ${all} faits, dont ${stood} déjà là. Tête : ${digest}`,
          ...(sealedMissing === 0
            ? []
            : [`Fichiers scellés absents de l’archive : ${missing}. « communs check » les nomme.`]),
        ]
      : [
          `Restored: ${book}, ${all} facts, ${stood} of them there already. Head: ${digest}`,
          ...(sealedMissing === 0
            ? []
            : [`Sealed files that the archive does not hold: ${missing}. 'communs check' names them.`]),
        ];
  return lines.join('\n');
}

export const restoreBookCommand = command({
  name: 'restore-book',
  argument: 'DIR|FILE.zip',
  summary: {
    fr: 'reprend un livre d’une archive, vérifiée d’abord ; un autre livre n’est jamais remplacé',
    en: 'takes a book back from an archive, which is verified first; another book is never replaced',
  },
  options: ledgerOptions,
  run: async ({ argument, options }) => {
    const files = await readArchive(argument);
    // What follows the facts has happened where they came from: it is put in its place, not done again.
    const restored = await readLedger(options, (ports) => restoreBook(ports, files), false);
    return { exitCode: 0, json: () => restored, text: (language) => said(restored, language) };
  },
});
