// Is this message from the host that the secret was shared with? Each forge signs in its own way; none of them is believed without.
import type { HmacSha256 } from '../model/hashing.ts';
import { toHex } from '../model/hashing.ts';
import type { WebhookSecret } from '../ports/pulls.ts';

/** A message as it came. */
export interface SignedMessage {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/** How far the clock of the sender may be from ours; a copy sent later is refused. */
export const toleranceSeconds = 300;

const encoder = new TextEncoder();

/** In a time that tells nothing of where they differ. */
function isSameText(a: string, b: string): boolean {
  const [one, other] = [encoder.encode(a), encoder.encode(b)];
  let difference = one.length ^ other.length;
  for (let i = 0; i < one.length; i += 1) difference |= one[i]! ^ (other[i % Math.max(other.length, 1)] ?? 0);
  return difference === 0;
}

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** Standard Webhooks gives keys as `whsec_` and base64; anything else is its own bytes. */
function keyOf(secret: string): Uint8Array {
  if (!secret.startsWith('whsec_')) return encoder.encode(secret);
  try {
    return Uint8Array.from(atob(secret.slice('whsec_'.length)), (sign) => sign.charCodeAt(0));
  } catch {
    return encoder.encode(secret);
  }
}

/** GitHub: `sha256=` and hex of the HMAC of the body; Forgejo and Gitea the same, and without the prefix under names of their own. */
function isSignedBody(hmac: HmacSha256, { secret, kind }: WebhookSecret, { headers, body }: SignedMessage): boolean {
  const expected = toHex(hmac(encoder.encode(secret), body));
  const own = headers['x-forgejo-signature'] ?? headers['x-gitea-signature'];
  if (kind === 'forgejo' && own !== undefined) return isSameText(own, expected);
  return isSameText(headers['x-hub-signature-256'] ?? '', `sha256=${expected}`);
}

/** GitLab with a signing token: `webhook-signature` of `<id>.<timestamp>.<body>`, one of several that are parted by blanks. */
function isStandardWebhook(
  hmac: HmacSha256,
  { secret }: WebhookSecret,
  message: SignedMessage,
  nowMs: number,
): boolean {
  const { headers, body } = message;
  const [id = '', timestamp = ''] = [headers['webhook-id'], headers['webhook-timestamp']];
  if (id === '' || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(nowMs / 1000 - Number(timestamp)) > toleranceSeconds) return false;
  const head = encoder.encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(head.length + body.length);
  signed.set(head);
  signed.set(body, head.length);
  const expected = `v1,${toBase64(hmac(keyOf(secret), signed))}`;
  return (headers['webhook-signature'] ?? '').split(' ').some((one) => isSameText(one, expected));
}

/** @returns false for whatever is not signed as this host signs */
export function isFrom(hmac: HmacSha256, agreed: WebhookSecret, message: SignedMessage, nowMs: number): boolean {
  if (agreed.kind !== 'gitlab') return isSignedBody(hmac, agreed, message);
  if (message.headers['webhook-signature'] !== undefined) return isStandardWebhook(hmac, agreed, message, nowMs);
  // Without one GitLab sends the secret itself.
  return isSameText(message.headers['x-gitlab-token'] ?? '', agreed.secret);
}
