// One question to a forge about accounts, and its answer: the text, nothing where there is none, a refusal for everything else.
import { Refusal } from '../../model/refusal.ts';
import type { KnownForge } from './known-forges.ts';
import type { ForgeFetch, ForgeRequest } from './safe-fetch.ts';

const unreachable = (host: string, why: { readonly fr: string; readonly en: string }, cause?: unknown): Refusal =>
  new Refusal(
    'forge-unreachable',
    {
      fr: `La forge ${host} ${why.fr}. Recommencez dans quelques minutes ; rien n’a été enregistré.`,
      en: `The forge ${host} ${why.en}. Try again in some minutes; nothing was saved.`,
    },
    { cause },
  );

/**
 * @param none statuses that say that there is no such thing
 * @returns the body, or null where there is none
 * @throws Refusal `forge-unreachable`
 */
export async function askForge(
  ask: ForgeFetch,
  { host }: KnownForge,
  url: string,
  request: ForgeRequest = {},
  none: readonly number[] = [404],
): Promise<string | null> {
  let answer: Response;
  try {
    answer = await ask(url, { ...request, headers: { 'user-agent': 'communs', ...request.headers } });
  } catch (cause) {
    throw unreachable(host, { fr: 'ne répond pas', en: 'does not answer' }, cause);
  }
  if (none.includes(answer.status)) return null;
  if (answer.status === 403 || answer.status === 429) {
    throw unreachable(host, { fr: 'limite nos demandes pour le moment', en: 'limits our requests for now' });
  }
  if (!answer.ok) throw unreachable(host, { fr: `répond ${answer.status}`, en: `answers ${answer.status}` });
  return answer.text();
}

/** @throws Refusal `forge-unreachable` where it is something else than was asked for */
export function readAnswer<T>({ host }: KnownForge, text: string, parse: (value: unknown) => T): T {
  try {
    return parse(JSON.parse(text));
  } catch (cause) {
    throw unreachable(host, { fr: 'répond autre chose que prévu', en: 'answers something unexpected' }, cause);
  }
}

export const unknownForge = (host: string, hosts: readonly string[]): Refusal =>
  new Refusal('unknown-forge', {
    fr: `La forge « ${host} » n’est pas de celles que cette installation interroge (${hosts.join(', ') || 'aucune'}). Choisissez-en une, prouvez une adresse à la place, ou demandez à l’opérateur de l’ajouter (COMMUNS_FORGE_ACCOUNTS).`,
    en: `The forge '${host}' is not among those that this installation asks (${hosts.join(', ') || 'none'}). Choose one of them, prove an address instead, or ask the operator to add it (COMMUNS_FORGE_ACCOUNTS).`,
  });
