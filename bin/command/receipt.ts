import { resolve } from 'node:path';
import { cents } from '../../lib/model/quantity-text.ts';
import { issueReceipt } from '../../lib/use-cases/issue-receipt.ts';
import { companyOf, personOf } from '../../lib/use-cases/people.ts';
import { writingOptions } from '../actor.ts';
import { companyOption } from '../company-option.ts';
import { command } from '../frame/command.ts';
import { languageOf } from '../frame/locale.ts';
import { writeFolder } from '../frame/write-folder.ts';
import { withLedger } from '../ledger.ts';

export const receipt = command({
  name: 'receipt',
  argument: null,
  summary: {
    fr: 'la fondation délivre le reçu d’un don de temps (CGI 238 bis) qu’un état de mécénat évalue',
    en: 'the foundation issues the receipt for a gift of time (CGI 238 bis) that a statement of mécénat values',
  },
  options: {
    ...companyOption,
    number: { value: 'N', required: true, summary: { fr: 'le numéro de l’état', en: 'the number of the statement' } },
    foundation: { value: 'ID', required: true, summary: { fr: 'la fondation', en: 'the foundation' } },
    certify: {
      summary: {
        fr: 'vous certifiez ce que dit le reçu, et avez lu ce que coûte un reçu irrégulier (CGI 1740 A)',
        en: 'you certify what the receipt says, and have read what an unlawful one costs (CGI 1740 A)',
      },
    },
    out: {
      value: 'DIR',
      summary: { fr: 'écrit ici le PDF scellé et le JSON', en: 'writes the sealed PDF and the JSON here' },
    },
    ...writingOptions,
    as: {
      value: 'PERSON',
      required: true,
      summary: { fr: 'le signataire, inscrit au registre', en: 'the signatory, as the registry has her' },
    },
  },
  run: async ({ options }) => {
    const { number, foundation, out } = options;
    const issued = await withLedger(options, async (ports) =>
      issueReceipt(ports, {
        ...{ number, foundation, certified: options.certify },
        company: await companyOf(ports, options.company),
        by: await personOf(ports, options.as),
        language: languageOf(process.argv, process.env),
      }),
    );
    const name = `receipt-${foundation}-${issued.number}`;
    const files = new Map([
      [`${name}.pdf`, issued.pdf],
      [`${name}.json`, issued.json],
    ]);
    const written = out === undefined ? [] : await writeFolder(resolve(out), files);
    const { supersedes, valueCents, already } = issued;
    return {
      exitCode: 0,
      json: () => ({ number: issued.number, supersedes, valueCents, already, files: written }),
      text: (language) => {
        const value = cents(language, valueCents);
        const head = {
          fr: `${already ? 'Déjà délivré' : 'Délivré'} : reçu n° ${issued.number}${supersedes === null ? '' : `, qui annule et remplace ${supersedes}`}, ${value}.`,
          en: `${already ? 'Issued already' : 'Issued'}: receipt ${issued.number}${supersedes === null ? '' : `, which cancels and replaces ${supersedes}`}, ${value}.`,
        };
        return [head[language], ...written].join('\n');
      },
    };
  },
});
