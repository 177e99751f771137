import { companyOf } from '../../lib/use-cases/people.ts';
import { proposeFromMailmap } from '../../lib/use-cases/propose-from-mailmap.ts';
import { vouchIdentities } from '../../lib/use-cases/vouch-identities.ts';
import { companyOption } from '../company-option.ts';
import { declarationCommand } from '../declaration-command.ts';

export const identities = declarationCommand({
  kind: 'identities',
  summary: {
    fr: 'atteste les adresses sous lesquelles une personne contribue (CSV ou JSON), ou en propose d’après un .mailmap',
    en: 'vouches for the addresses under which a person contributes (CSV or JSON), or proposes some from a .mailmap',
  },
  options: {
    ...companyOption,
    mailmap: {
      summary: {
        fr: 'le fichier est le .mailmap d’un dépôt : il propose, il n’atteste rien',
        en: 'the file is a repository’s .mailmap: it proposes, it vouches for nothing',
      },
    },
  },
  carryOut: async (ports, { by, file, options }) => {
    const company = await companyOf(ports, options.company);
    if (!options.mailmap) return vouchIdentities(ports, { by, file, company });
    const { proposed, people } = await proposeFromMailmap(ports, { by, file, company });
    const note = {
      fr: `Personnes à qui une adresse est proposée : ${people}. Rien n’est rattaché : chacune prouve, ou dit non.`,
      en: `People to whom an address is proposed: ${people}. Nothing is linked: each proves it, or says no.`,
    };
    return { written: proposed, unchanged: 0, notes: [note] };
  },
});
