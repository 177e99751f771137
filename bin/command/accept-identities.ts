import { Refusal } from '../../lib/model/refusal.ts';
import type { Language } from '../../lib/model/text.ts';
import type { Ports } from '../../lib/ports.ts';
import { acceptIdentity } from '../../lib/use-cases/accept-identity.ts';
import { proposalsOf } from '../../lib/use-cases/identities.ts';
import { companyOf, developerOf } from '../../lib/use-cases/people.ts';
import { writingOptions } from '../actor.ts';
import { command } from '../frame/command.ts';
import { refusedJson } from '../frame/refused-json.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { withLedger } from '../ledger.ts';

const name = 'accept-identities';

/** What became of one address; an address held by somebody else does not keep the others from being linked. */
type Answered = { readonly address: string } & (
  | { readonly already: boolean; readonly claims: number }
  | { readonly refusal: Refusal }
);

async function acceptAll(ports: Ports, siren: string, matricule: string): Promise<readonly Answered[]> {
  const company = await companyOf(ports, siren);
  const { developer } = await developerOf(ports, company, matricule);
  const answers: Answered[] = [];
  for (const { author, address, since } of await proposalsOf(ports, company, developer)) {
    if (since === null) continue;
    try {
      const { already, claims } = await acceptIdentity(ports, { company, by: developer, developer, author });
      answers.push({ address, already, claims });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      answers.push({ address, refusal: error });
    }
  }
  return answers.sort((a, b) => (a.address < b.address ? -1 : 1));
}

const words = {
  fr: {
    none: 'Aucune adresse n’est attestée pour cette personne. Demandez aux ressources humaines de le faire : communs identities.',
    linked: 'rattachée',
    already: 'déjà rattachée',
    colon: ' :',
  },
  en: {
    none: 'No address is vouched for this person. Ask HR to do it: communs identities.',
    linked: 'linked',
    already: 'linked already',
    colon: ':',
  },
} as const;

function lineOf(answered: Answered, language: Language): string {
  const { linked, already, colon } = words[language];
  const { address } = answered;
  if ('refusal' in answered)
    return `${address}${colon} ${answered.refusal.detail[language]} [${answered.refusal.code}]`;
  return `${address}${colon} ${answered.already ? already : linked}`;
}

export const acceptIdentities = command({
  name,
  argument: null,
  summary: {
    fr: 'la personne elle-même accepte les adresses que son employeur atteste',
    en: 'the person herself accepts the addresses that her employer vouches for',
  },
  options: {
    ...writingOptions,
    as: {
      value: 'SIREN/MATRICULE',
      required: true,
      summary: { fr: 'la personne : SIREN/matricule', en: 'the person: SIREN/staff number' },
    },
  },
  run: async ({ options }) => {
    const [, siren, matricule] = /^([^/]+)\/(.+)$/.exec(options.as) ?? [];
    if (siren === undefined || matricule === undefined) {
      throw wrongUsage(name, {
        fr: `--as ${options.as} : il faut SIREN/matricule, séparés par une barre.`,
        en: `--as ${options.as}: SIREN/staff number is needed, with a slash between.`,
      });
    }
    const answers = await withLedger(options, (ports) => acceptAll(ports, siren, matricule));
    const isNo = answers.length === 0 || answers.some((answered) => 'refusal' in answered);
    return {
      exitCode: isNo ? 1 : 0,
      json: (language) => ({
        identities: answers.map((answered) =>
          'refusal' in answered
            ? { address: answered.address, refused: refusedJson(answered.refusal, language) }
            : answered,
        ),
      }),
      text: (language) =>
        answers.length === 0 ? words[language].none : answers.map((answered) => lineOf(answered, language)).join('\n'),
    };
  },
});
