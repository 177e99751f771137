import { Refusal } from '../../lib/model/refusal.ts';
import type { Language } from '../../lib/model/text.ts';
import type { Ports } from '../../lib/ports.ts';
import { acceptIdentity } from '../../lib/use-cases/accept-identity.ts';
import { proposalsOf } from '../../lib/use-cases/identities.ts';
import type { Herself } from '../../lib/use-cases/own-identity.ts';
import { command } from '../frame/command.ts';
import { refusedJson } from '../frame/refused-json.ts';
import { herselfOf, herselfOptions } from '../herself.ts';
import { withLedger } from '../ledger.ts';

const name = 'accept-identities';

/** What became of one address; an address held by somebody else does not keep the others from being linked. */
type Answered = { readonly address: string } & (
  | { readonly already: boolean; readonly claims: number }
  | { readonly refusal: Refusal }
);

async function acceptAll(ports: Ports, { company, developer }: Herself): Promise<readonly Answered[]> {
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
  options: herselfOptions,
  run: async ({ options }) => {
    const answers = await withLedger(options, async (ports) =>
      acceptAll(ports, await herselfOf(ports, name, options.as)),
    );
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
