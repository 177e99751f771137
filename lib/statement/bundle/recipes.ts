// Checks of a bundle with programs that nobody here wrote: printed in its read-me, and run word for word by the tests.
import type { Bilingual } from '../../model/text.ts';
import type { BundleName } from './bundle-names.ts';

export interface Recipe {
  readonly name: string;
  readonly proves: Bilingual;
  /** The files it needs: where one is missing, the recipe is not printed. */
  readonly needs: readonly BundleName[];
  /** The file of which no byte can change without the check failing; of a PDF: none outside of the seal itself. */
  readonly guards: BundleName;
  /** For a POSIX shell, in the folder of the files. Ends with 0 if, and only if, the check holds. */
  readonly command: string;
  /** Debian’s package that has the program. */
  readonly debian: string;
}

export const recipes: readonly Recipe[] = [
  {
    name: 'whole',
    proves: {
      fr: 'Les fichiers sont ceux que liste MANIFEST, que personne ne signe : c’est contre un accident, non contre un faussaire',
      en: 'The files are those that MANIFEST lists, which nobody signs: this is against accidents, not against a forger',
    },
    needs: ['MANIFEST'],
    guards: 'statement.jws',
    command: 'sha256sum --strict --quiet -c MANIFEST',
    debian: 'coreutils',
  },
  {
    name: 'statement',
    proves: {
      fr: 'L’état est signé par la clé donnée, et statement.json est ce qui a été signé',
      en: 'The statement is signed by the key given, and statement.json is what was signed',
    },
    needs: ['statement.jws', 'jwks.json', 'statement.json'],
    guards: 'statement.jws',
    command: 'jose jws ver -i statement.jws -k jwks.json -O- | cmp - statement.json',
    debian: 'jose',
  },
  {
    name: 'status',
    proves: {
      fr: 'La situation de l’état (à sa date) est signée par la même clé',
      en: 'The status of the statement (on its date) is signed by the same key',
    },
    needs: ['status.jws', 'jwks.json'],
    guards: 'status.jws',
    command: 'jose jws ver -i status.jws -k jwks.json -O-',
    debian: 'jose',
  },
  {
    name: 'signature',
    proves: { fr: 'La même signature, par openssl', en: 'The same signature, by openssl' },
    needs: ['statement.jws', 'statement.pub.pem', 'statement.sig.der'],
    guards: 'statement.jws',
    command:
      'cut -d. -f1,2 statement.jws | tr -d "\\n" | openssl dgst -sha256 -verify statement.pub.pem -signature statement.sig.der',
    debian: 'openssl',
  },
  {
    name: 'fact',
    proves: {
      fr: 'Le fait inscrit au grand livre nomme exactement cet état',
      en: 'The fact written in the ledger names exactly this statement',
    },
    needs: ['statement.fact', 'statement.jws'],
    guards: 'statement.jws',
    command: 'grep -q "$(sha256sum statement.jws | cut -c1-64)" statement.fact',
    debian: 'coreutils',
  },
  {
    name: 'checkpoint',
    proves: { fr: 'Le journal public a signé ce point de contrôle', en: 'The public log signed this checkpoint' },
    needs: ['checkpoint.body', 'checkpoint.sig', 'log.pub.pem'],
    guards: 'checkpoint.body',
    command: 'openssl pkeyutl -verify -pubin -inkey log.pub.pem -rawin -in checkpoint.body -sigfile checkpoint.sig',
    debian: 'openssl',
  },
  {
    name: 'date',
    proves: {
      fr: 'Un tiers a daté ce point de contrôle (RFC 3161)',
      en: 'A third party dated this checkpoint (RFC 3161)',
    },
    needs: ['checkpoint.body', 'checkpoint.tsr', 'tsa-ca.pem'],
    guards: 'checkpoint.body',
    command: 'openssl ts -verify -data checkpoint.body -in checkpoint.tsr -CAfile tsa-ca.pem',
    debian: 'openssl',
  },
  {
    name: 'pdf',
    proves: {
      fr: 'Le PDF entier est scellé, et rien n’y a changé',
      en: 'The whole PDF is sealed, and nothing in it changed',
    },
    needs: ['statement.pdf'],
    guards: 'statement.pdf',
    command:
      'pdfsig -nocert statement.pdf > pdfsig.txt; grep -q "Signature is Valid" pdfsig.txt && grep -q "Total document signed" pdfsig.txt',
    debian: 'poppler-utils',
  },
  {
    name: 'rules',
    proves: {
      fr: 'Les règles jointes sont celles que l’état nomme',
      en: 'The rules that came along are those that the statement names',
    },
    needs: ['ruleset.json', 'statement.json'],
    guards: 'ruleset.json',
    command: 'grep -q "\\"ruleSetDigest\\":\\"$(sha256sum ruleset.json | cut -c1-64)\\"" statement.json',
    debian: 'coreutils',
  },
];
