// Which forge reads which host, and what was agreed with hosts that send webhooks: two settings, each a list in JSON.
import * as z from 'zod';
import type { Refusal } from '../../model/refusal.ts';
import type { WebhookSecret, Webhooks } from '../../ports/pulls.ts';
import { unreadableSetting } from './forge-refusals.ts';

/** As in `new URL(…).host`: lower case, a port only where it is not the usual one. */
const host = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/, 'host in lower case, without https:// and path');
const secret = z.string().min(1);

export const forgeKinds = ['github', 'gitlab', 'forgejo', 'git'] as const;
export type ForgeKind = (typeof forgeKinds)[number];

/** Told in messages, so that nothing secret may stand in it. */
const apiBase = z.url({ protocol: /^https$/ }).refine((text) => {
  const { username, password, search, hash } = new URL(text);
  return username + password + search + hash === '';
}, 'an address without user, password, query and fragment');

/** What a forge is asked with: nothing (public repositories of some forges), a token, or the credentials of an app of GitHub. */
const forgeSetting = z
  .strictObject({
    host,
    kind: z.enum(forgeKinds),
    /** Where its interface is, if not at the usual place of the host. */
    api: apiBase.optional(),
    token: secret.optional(),
    app: z.strictObject({ id: secret, installation: secret, privateKey: secret }).optional(),
  })
  .refine(({ token, app }) => token === undefined || app === undefined, 'token or app, not both')
  .refine(({ kind, app }) => app === undefined || kind === 'github', 'app is for github only')
  .refine(
    ({ kind, api, token }) => kind !== 'git' || (api === undefined && token === undefined),
    'git is asked without api and token',
  );
export type ForgeSetting = z.infer<typeof forgeSetting>;

const webhookSecret = z.strictObject({
  host,
  kind: z.enum(['github', 'gitlab', 'forgejo']),
  /** Long enough not to be guessed. */
  secret: z.string().min(16, 'at least 16 characters'),
});

const once = (list: readonly { readonly host: string }[]): boolean =>
  new Set(list.map((one) => one.host)).size === list.length;

/** @throws Refusal `invalid-settings` that names the setting and the member, never a value: some are secret */
function readList<T extends { readonly host: string }>(
  name: string,
  text: string | undefined,
  one: z.ZodType<T>,
): readonly T[] {
  if (text === undefined || text.trim() === '') return [];
  const refuse = (where: string): Refusal => unreadableSetting(name, 'docs/forges.md', where);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's own words would quote the text, and with it a secret.
    throw refuse('JSON');
  }
  const read = z.array(one).refine(once, 'a host stands twice').safeParse(json);
  if (read.success) return read.data;
  const [{ path, message }] = read.error.issues as [z.core.$ZodIssue];
  throw refuse(`${path.length === 0 ? '' : `${path.map(String).join('.')}: `}${message}`);
}

/** @param text `COMMUNS_FORGES`; absent or empty: plain git for every host @throws Refusal `invalid-settings` */
export const readForgeSettings = (text: string | undefined): readonly ForgeSetting[] =>
  readList('COMMUNS_FORGES', text, forgeSetting);

/** @param text `COMMUNS_WEBHOOKS`; absent or empty: no webhook is taken @throws Refusal `invalid-settings` */
export function readWebhooks(text: string | undefined): Webhooks {
  const byHost = new Map(
    readList<WebhookSecret>('COMMUNS_WEBHOOKS', text, webhookSecret).map((one) => [one.host, one]),
  );
  return { of: (host) => byHost.get(host) ?? null };
}
