import type { Ports } from '../../lib/ports.ts';
import type { Linked } from '../../lib/use-cases/link-identity.ts';
import type { Herself } from '../../lib/use-cases/own-identity.ts';
import { answerAddressCode } from '../../lib/use-cases/prove-address.ts';
import { answerWithSignature } from '../../lib/use-cases/prove-by-signature.ts';
import { command } from '../frame/command.ts';
import { readInput } from '../frame/read-input.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { herselfOf, herselfOptions } from '../herself.ts';
import { withLedger } from '../ledger.ts';

const name = 'prove-identity';

interface Given {
  readonly request: string;
  readonly code: string | undefined;
  readonly signature: string | null;
}

function answer(ports: Ports, who: Herself, { request, code, signature }: Given): Promise<Linked> {
  if (code !== undefined) return answerAddressCode(ports, { ...who, request, code });
  return answerWithSignature(ports, { ...who, request, signature: signature ?? '' });
}

const words = {
  fr: ({ already, claims }: Linked): string =>
    `Identité ${already ? 'déjà rattachée' : 'rattachée'}${claims === 0 ? '' : ` ; déclarations de temps reprises : ${claims}`}.`,
  en: ({ already, claims }: Linked): string =>
    `Identity ${already ? 'linked already' : 'linked'}${claims === 0 ? '' : `; declarations of time taken over: ${claims}`}.`,
} as const;

export const proveIdentity = command({
  name,
  argument: null,
  summary: {
    fr: 'la personne donne le code ou la signature que « link-identity » demande',
    en: 'the person gives the code or the signature that “link-identity” asks for',
  },
  options: {
    ...herselfOptions,
    request: {
      value: 'ID',
      required: true,
      summary: { fr: 'la demande, donnée par « link-identity »', en: 'the request, as “link-identity” gave it' },
    },
    code: { value: 'CODE', summary: { fr: 'le code reçu à l’adresse', en: 'the code that came to the address' } },
    signature: {
      value: 'FILE',
      summary: { fr: 'ce que « ssh-keygen -Y sign » a écrit', en: 'what “ssh-keygen -Y sign” wrote' },
    },
  },
  run: async ({ options }) => {
    const { request, code, signature } = options;
    if ((code === undefined) === (signature === undefined)) {
      throw wrongUsage(name, {
        fr: 'Donnez l’une des deux réponses : --code CODE, ou --signature FICHIER.',
        en: 'Give one of the two answers: --code CODE, or --signature FILE.',
      });
    }
    const text = signature === undefined ? null : new TextDecoder().decode((await readInput(signature)).bytes);
    const linked = await withLedger(options, async (ports) =>
      answer(ports, await herselfOf(ports, name, options.as), { request, code, signature: text }),
    );
    const { already, claims } = linked;
    return { exitCode: 0, json: () => ({ already, claims }), text: (language) => words[language](linked) };
  },
});
