import type { Ports } from '../../lib/ports.ts';
import type { Herself } from '../../lib/use-cases/own-identity.ts';
import type { ProofRequest } from '../../lib/use-cases/proof-requests.ts';
import { sendAddressCode } from '../../lib/use-cases/prove-address.ts';
import { askForSignature, challengeText } from '../../lib/use-cases/prove-by-signature.ts';
import { signingCommand } from '../../web/parts/signing-command.ts';
import { dayOption } from '../day-option.ts';
import { command } from '../frame/command.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { herselfOf, herselfOptions } from '../herself.ts';
import { withLedger } from '../ledger.ts';

const name = 'link-identity';

interface Begun {
  readonly request: ProofRequest;
  /** The text to sign; null where a code was sent. */
  readonly challenge: string | null;
  readonly outbox: string | null;
}

interface Said {
  readonly since: string | null;
  readonly until: string | null;
  readonly isSamePerson: boolean;
}

async function begin(
  ports: Ports,
  who: Herself,
  said: Said,
  { address, account }: { readonly address: string | undefined; readonly account: string | undefined },
): Promise<Begun> {
  if (address !== undefined && account === undefined) {
    const request = await sendAddressCode(ports, { ...who, ...said, address });
    return { request, challenge: null, outbox: ports.mail.outbox };
  }
  const [, host, login] = /^([^/]+)\/([^/]+)$/.exec(account ?? '') ?? [];
  if (address !== undefined || host === undefined || login === undefined) {
    throw wrongUsage(name, {
      fr: 'Donnez ce qui est à rattacher : --address ADRESSE, ou --account FORGE/IDENTIFIANT (par exemple codeberg.org/jo).',
      en: 'Give what is to be linked: --address ADDRESS, or --account FORGE/LOGIN (for example codeberg.org/jo).',
    });
  }
  const request = await askForSignature(ports, { ...who, ...said, host, login });
  return { request, challenge: challengeText(request, who, ports.installation.issuer), outbox: null };
}

const words = {
  fr: ({ request, challenge, outbox }: Begun, as: string): string =>
    challenge === null
      ? [
          `Un code a été envoyé à ${request.where}.`,
          ...(outbox === null
            ? []
            : [`TEST : ce lancement n’envoie pas de courriel ; le message est un fichier dans ${outbox}.`]),
          `Ensuite : communs prove-identity --as ${as} --request ${request.id} --code CODE`,
        ].join('\n')
      : [
          'Signez ce texte avec une clé que la forge publie pour ce compte (remplacez le nom de fichier par celui de votre clé) :',
          `${signingCommand(challenge)} > signature`,
          `Ensuite : communs prove-identity --as ${as} --request ${request.id} --signature signature`,
        ].join('\n'),
  en: ({ request, challenge, outbox }: Begun, as: string): string =>
    challenge === null
      ? [
          `A code was sent to ${request.where}.`,
          ...(outbox === null ? [] : [`TEST: this run sends no mail; the message is a file in ${outbox}.`]),
          `Then: communs prove-identity --as ${as} --request ${request.id} --code CODE`,
        ].join('\n')
      : [
          'Sign this text with a key that the forge publishes for this account (put the file name of your key in place of this one):',
          `${signingCommand(challenge)} > signature`,
          `Then: communs prove-identity --as ${as} --request ${request.id} --signature signature`,
        ].join('\n'),
} as const;

export const linkIdentity = command({
  name,
  argument: null,
  summary: {
    fr: 'la personne commence à prouver une adresse (code) ou un compte de forge (signature SSH)',
    en: 'the person begins to prove an address (code) or an account of a forge (SSH signature)',
  },
  options: {
    ...herselfOptions,
    address: {
      value: 'ADDRESS',
      summary: { fr: 'adresse à laquelle un code est envoyé', en: 'address that a code is sent to' },
    },
    account: {
      value: 'FORGE/LOGIN',
      summary: { fr: 'compte dont la forge publie les clés SSH', en: 'account whose SSH keys the forge publishes' },
    },
    since: {
      value: 'DAY',
      summary: {
        fr: 'premier jour où elle est à vous ; sinon le début de la mise à disposition',
        en: 'first day on which it is yours; else the start of the secondment',
      },
    },
    until: {
      value: 'DAY',
      summary: { fr: 'dernier jour, si elle ne l’est plus', en: 'last day, if it is yours no longer' },
    },
    'same-person': {
      summary: {
        fr: 'si un autre matricule de l’entreprise la détient, c’est vous',
        en: 'if another staff number of the company holds it, that is you',
      },
    },
  },
  run: async ({ options }) => {
    const said = {
      since: dayOption(name, 'since', options.since),
      until: dayOption(name, 'until', options.until),
      isSamePerson: options['same-person'],
    };
    const begun = await withLedger(options, async (ports) =>
      begin(ports, await herselfOf(ports, name, options.as), said, options),
    );
    const { request, challenge, outbox } = begun;
    return {
      exitCode: 0,
      json: () => ({
        ...{ request: request.id, proof: request.proof, where: request.where, login: request.login, challenge },
        ...{ since: request.since, until: request.until, expires: request.expires, outbox },
      }),
      text: (language) => words[language](begun, options.as),
    };
  },
});
