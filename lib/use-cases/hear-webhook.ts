// A forge says that something was pushed: a hint, no evidence. The repository is asked for, and what it says is forgotten.
import { Refusal } from '../model/refusal.ts';
import { canonicalAddress, hostOf } from '../model/repository.ts';
import type { Ports } from '../ports.ts';
import type { BookPorts } from './book-state.ts';
import { registeredRepositories } from './registered-repositories.ts';
import { isFrom, type SignedMessage } from './webhook-signature.ts';

export type WebhookPorts = BookPorts & Pick<Ports, 'clock' | 'pullQueue' | 'webhooks'>;

const unreadable = (): Refusal =>
  new Refusal('unsupported-body', {
    fr: 'Le message est bien signé mais n’est pas du JSON. Réglez le webhook de la forge sur « application/json ».',
    en: 'The message is signed well but is no JSON. Set the webhook of the forge to "application/json".',
  });

/** GitHub may wrap the JSON into a form. */
function bodyOf({ headers, body }: SignedMessage): unknown {
  const text = new TextDecoder().decode(body);
  const isForm = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  try {
    return JSON.parse(isForm ? (new URLSearchParams(text).get('payload') ?? '') : text);
  } catch {
    throw unreadable();
  }
}

/** `repository` of GitHub, Forgejo and Gitea, `project` of GitLab; each names its addresses in its own way. */
function addressesIn(message: unknown): readonly string[] {
  const { repository, project } = (message ?? {}) as Record<string, unknown>;
  return [repository, project].flatMap((one) => {
    const { html_url, clone_url, web_url, git_http_url } = (one ?? {}) as Record<string, unknown>;
    return [html_url, clone_url, web_url, git_http_url].filter((url) => typeof url === 'string' && URL.canParse(url));
  }) as string[];
}

/**
 * The same message again is harmless: it asks for a pull, a pull asked for twice is done once or finds nothing new, and nothing of the
 * message is kept. So a delivery's id needs not be remembered; a signature that carries its time is refused once it is old.
 * @param host whose secret was shared, as in the address that the forge calls
 * @returns whether a pull was asked for: false where the registry does not know the repository, or the message names none
 * @throws Refusal `unknown-webhook`, `webhook-refused`, `unsupported-body`
 */
export async function hearWebhook(
  ports: WebhookPorts,
  host: string,
  message: SignedMessage,
): Promise<{ readonly queued: boolean }> {
  const agreed = ports.webhooks.of(host);
  if (agreed === null) {
    throw new Refusal('unknown-webhook', {
      fr: 'Aucun secret n’est convenu avec cet hôte. L’opérateur l’ajoute au réglage COMMUNS_WEBHOOKS (docs/forges.md).',
      en: 'No secret was agreed with this host. The operator adds it to the setting COMMUNS_WEBHOOKS (docs/forges.md).',
    });
  }
  const now = ports.clock.now();
  if (!isFrom(ports.primitives.hmacSha256, agreed, message, now)) {
    throw new Refusal('webhook-refused', {
      fr: 'La signature manque, est fausse ou trop ancienne. Vérifiez le secret des deux côtés, et l’heure de l’expéditeur.',
      en: 'The signature is missing, wrong or too old. Check the secret on both sides, and the clock of the sender.',
    });
  }
  // The host vouches for its own repositories alone.
  const named = new Set(
    addressesIn(bodyOf(message))
      .filter((url) => hostOf(url) === host)
      .map(canonicalAddress),
  );
  const found = (await registeredRepositories(ports)).find(({ url }) => named.has(canonicalAddress(url)));
  if (found !== undefined) await ports.pullQueue.ask(found.id, now);
  return { queued: found !== undefined };
}
