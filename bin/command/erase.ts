import { erasureGrounds } from '../../lib/ledger/kinds.ts';
import type { Bilingual } from '../../lib/model/text.ts';
import type { Ports } from '../../lib/ports.ts';
import { type EraseAnswer, eraseDeveloper } from '../../lib/use-cases/erase-developer.ts';
import { companyOf, developerOf, personOf } from '../../lib/use-cases/people.ts';
import { upholdObjection } from '../../lib/use-cases/uphold-objection.ts';
import { writingOptions } from '../actor.ts';
import { appendedOutcome } from '../frame/appended-outcome.ts';
import { command, type Outcome } from '../frame/command.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { withLedger } from '../ledger.ts';

const name = 'erase';

interface Meant {
  readonly company: string;
  readonly developer: string;
}

/** By her staff number; once it is erased, by the identifier that the erasure printed. */
async function meant(ports: Ports, text: string): Promise<Meant> {
  const [, siren, given] = /^([^/]+)\/(.+)$/.exec(text) ?? [];
  if (siren === undefined || given === undefined) {
    throw wrongUsage(name, {
      fr: `--developer ${text} : il faut SIREN/matricule, séparés par une barre.`,
      en: `--developer ${text}: SIREN/staff number is needed, with a slash between.`,
    });
  }
  const company = await companyOf(ports, siren);
  const isId = /^de-[0-9a-f]{16}$/.test(given);
  return { company, developer: isId ? given : (await developerOf(ports, company, given)).developer };
}

function said(answer: EraseAnswer, developer: string): Bilingual {
  if (answer.step === 'asked') {
    return {
      fr: `Demande enregistrée. Rien n’est encore effacé : une autre personne des ressources humaines donne la même commande (--as), et l’effacement est alors sans retour.\nIdentifiant : ${developer}`,
      en: `Recorded. Nothing is erased yet: another person of HR gives the same command (--as), and then it cannot be undone.\nIdentifier: ${developer}`,
    };
  }
  const before = answer.already ? { fr: 'C’était déjà fait. ', en: 'It was done already. ' } : { fr: '', en: '' };
  return {
    fr: `${before.fr}Effacé : ${answer.rows} lignes, ${answer.files} fichiers scellés, le nom, les adresses, les clés. Racines et totaux tiennent : « communs check ».\nIdentifiant : ${developer}`,
    en: `${before.en}Erased: ${answer.rows} rows, ${answer.files} sealed files, name, addresses, keys. Roots and totals hold: 'communs check'.\nIdentifier: ${developer}`,
  };
}

export const erase = command({
  name,
  argument: null,
  summary: {
    fr: 'efface une développeuse au terme de la conservation, ou les contributions de qui s’y oppose',
    en: 'erases a developer once her evidence may go, or the contributions of an author who objects',
  },
  options: {
    developer: {
      value: 'SIREN/MATRICULE',
      summary: {
        fr: 'qui est effacé ; deux personnes des RH donnent la commande, l’une après l’autre',
        en: 'who is erased; two people of HR give the command, one after the other',
      },
    },
    author: {
      value: 'ADDRESS|HASH',
      summary: {
        fr: 'ou l’auteur extérieur qui s’oppose (--ground objection) : son adresse, ou son empreinte dans le grand livre',
        en: 'or the outside author who objects (--ground objection): her address, or her hash in the ledger',
      },
    },
    ground: {
      value: erasureGrounds.join('|'),
      required: true,
      summary: {
        fr: 'pourquoi : elle l’a demandé, le terme est passé, ou un auteur s’oppose',
        en: 'why: she asked, the term is over, or an author objects',
      },
    },
    ...writingOptions,
    as: { value: 'PERSON', required: true, summary: { fr: 'qui agit', en: 'who acts' } },
  },
  run: async ({ options }): Promise<Outcome> => {
    const { developer, author, ground } = options;
    const known = erasureGrounds.find((one) => one === ground);
    const fits = known === 'objection' ? author !== undefined : developer !== undefined;
    if (known === undefined || !fits || (developer !== undefined && author !== undefined)) {
      throw wrongUsage(name, {
        fr: '--developer avec --ground request ou term ; --author avec --ground objection.',
        en: '--developer with --ground request or term; --author with --ground objection.',
      });
    }
    if (known === 'objection') {
      const upheld = await withLedger(options, async (ports) =>
        upholdObjection(ports, { author: author!, by: await personOf(ports, options.as) }),
      );
      return appendedOutcome(upheld, {
        fr: 'Fait : ses contributions et ses nom et adresse sont effacés de tous les dépôts, et ne seront plus relevés.',
        en: 'Done: her contributions, her name and her address are erased from all repositories, and will be pulled no more.',
      });
    }
    const done = await withLedger(options, async (ports) => {
      const who = await meant(ports, developer!);
      const answer = await eraseDeveloper(ports, { ...who, ground: known, by: await personOf(ports, options.as) });
      return { ...answer, developer: who.developer };
    });
    return {
      exitCode: 0,
      json: () => done,
      text: (language) => said(done, done.developer)[language],
    };
  },
});
