// The forges whose accounts can be proved here: three public ones, and those that the operator names in `COMMUNS_FORGE_ACCOUNTS`.
import * as z from 'zod';
import type { Refusal } from '../../model/refusal.ts';
import { unreadableSetting } from './forge-refusals.ts';

const forge = z.strictObject({
  /** As in the addresses of its pages, with a port where it has one. */
  host: z.string().regex(/^[a-z0-9.-]+(?::\d{1,5})?$/),
  kind: z.enum(['github', 'gitlab', 'forgejo']),
  /** Of the OAuth application that the operator made there; without them nobody signs in with this forge. */
  clientId: z.string().min(1).optional(),
  clientSecret: z.string().min(1).optional(),
});
export type KnownForge = z.infer<typeof forge>;

const publicForges: readonly KnownForge[] = [
  { host: 'github.com', kind: 'github' },
  { host: 'gitlab.com', kind: 'gitlab' },
  { host: 'codeberg.org', kind: 'forgejo' },
];

const unreadable = (where: string): Refusal => unreadableSetting('COMMUNS_FORGE_ACCOUNTS', 'docs/identities.md', where);

/**
 * @param setting JSON: `[{ "host", "kind", "clientId", "clientSecret" }]`; empty is as good as absent
 * @returns by host, in order
 * @throws Refusal `invalid-settings` that names the member and quotes nothing of it: some are secret
 */
export function knownForges(setting: string | undefined): ReadonlyMap<string, KnownForge> {
  const forges = new Map(publicForges.map((one) => [one.host, one]));
  if (setting === undefined || setting.trim() === '') return forges;
  let named: unknown;
  try {
    named = JSON.parse(setting);
  } catch {
    throw unreadable('JSON');
  }
  const read = z.array(forge).safeParse(named);
  if (!read.success) throw unreadable(read.error.issues.map(({ path }) => path.join('.')).join(', '));
  for (const one of read.data) forges.set(one.host, one);
  return new Map([...forges].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Where the API of a forge usually answers. */
export function apiBaseOf({ host, kind }: Pick<KnownForge, 'host' | 'kind'>): string {
  if (kind === 'gitlab') return `https://${host}/api/v4`;
  if (kind === 'forgejo') return `https://${host}/api/v1`;
  return host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`;
}

/** Every host that is asked for the accounts of a forge. */
export const hostsAsked = (forges: Iterable<KnownForge>): readonly string[] => [
  ...new Set([...forges].flatMap((one) => [one.host, new URL(apiBaseOf(one)).host].map((host) => host.split(':')[0]!))),
];
