// The forges that have an API of their own, each made from what was set for its host.
import type { Forge } from '../../ports/forge.ts';
import type { ForgeCredentials, ForgeOptions } from './forge-options.ts';
import type { ForgeSetting } from './forge-settings.ts';
import { forgejoForge } from './forgejo/forgejo-forge.ts';
import { githubForge } from './github/github-forge.ts';
import { gitlabForge } from './gitlab/gitlab-forge.ts';
import { apiBaseOf, type KnownForge } from './known-forges.ts';
import type { ForgeFetch } from './safe-fetch.ts';

/** What is set for a host. */
export type ForgeAt = Omit<ForgeSetting, 'kind'>;

function credentialsOf({ token, app }: ForgeAt): ForgeCredentials | null {
  if (app !== undefined) {
    return { kind: 'github-app', appId: app.id, installationId: app.installation, privateKeyPem: app.privateKey };
  }
  return token === undefined ? null : { kind: 'token', token };
}

/**
 * @param now UTC milliseconds
 * @param fetch the guarded one unless given
 */
export function apiForges(
  now: () => number,
  fetch?: ForgeFetch,
): Readonly<Record<KnownForge['kind'], (at: ForgeAt) => Forge>> {
  const optionsOf = (kind: KnownForge['kind'], at: ForgeAt): ForgeOptions => ({
    host: at.host,
    apiBase: (at.api ?? apiBaseOf({ host: at.host, kind })).replace(/\/+$/, ''),
    credentials: credentialsOf(at),
    ...(fetch === undefined ? {} : { fetch }),
    now,
  });
  return {
    github: (at) => githubForge(optionsOf('github', at)),
    gitlab: (at) => gitlabForge(optionsOf('gitlab', at)),
    forgejo: (at) => forgejoForge(optionsOf('forgejo', at)),
  };
}
