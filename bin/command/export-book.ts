import { whole } from '../../lib/model/quantity-text.ts';
import { exportBook } from '../../lib/use-cases/export-book.ts';
import { companyBook, companyOf, type DirectoryPorts } from '../../lib/use-cases/people.ts';
import { writeArchive } from '../frame/archive-files.ts';
import { command } from '../frame/command.ts';
import { ledgerOptions, readLedger } from '../ledger.ts';

const bookMeant = async (ports: DirectoryPorts, text: string): Promise<string> =>
  /^[\d\s]{9,}$/.test(text) ? companyBook(await companyOf(ports, text)) : text;

export const exportBookCommand = command({
  name: 'export-book',
  argument: 'BOOK',
  summary: {
    fr: 'écrit un livre entier comme une archive vérifiable (BOOK : un SIREN, registry, ou le nom du livre)',
    en: 'writes a whole book as an archive that can be verified (BOOK: a SIREN, registry, or the book’s name)',
  },
  options: {
    out: {
      value: 'DIR|FILE.zip',
      required: true,
      summary: { fr: 'dossier ou fichier .zip à écrire', en: 'folder or .zip file to write' },
    },
    'with-sealed': {
      summary: {
        fr: 'avec les fichiers scellés, en clair (originaux, paie, noms) : pour leur propriétaire seul',
        en: 'with the sealed files, in the open (originals, pay, names): for their owner alone',
      },
    },
    ...ledgerOptions,
  },
  run: async ({ argument, options }) => {
    const files = await readLedger(options, async (ports) =>
      exportBook(ports, { book: await bookMeant(ports, argument), withSealed: options['with-sealed'] }),
    );
    await writeArchive(options.out, files);
    return {
      exitCode: 0,
      json: () => ({ out: options.out, files: [...files.keys()].sort() }),
      text: (language) =>
        language === 'fr'
          ? `Écrit : ${options.out}, ${whole('fr', files.size)} fichiers. Vérifiez-le avec « sha256sum -c MANIFEST » ; reprenez-le avec « communs restore-book ».`
          : `Written: ${options.out}, ${whole('en', files.size)} files. Check it with 'sha256sum -c MANIFEST'; take it back with 'communs restore-book'.`,
    };
  },
});
