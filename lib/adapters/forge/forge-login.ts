// Sign-in with an account of GitHub, GitLab or Forgejo: OAuth 2.0, authorization code with PKCE (RFC 6749, RFC 7636).
import * as z from 'zod';
import { Refusal } from '../../model/refusal.ts';
import type { ForgeLogin } from '../../ports/forge-accounts.ts';
import { askForge, readAnswer, unknownForge } from './ask-forge.ts';
import { apiBaseOf, hostsAsked, type KnownForge } from './known-forges.ts';
import { type ForgeFetch, safeFetch } from './safe-fetch.ts';

type WithClient = KnownForge & { readonly clientId: string; readonly clientSecret: string };

/** `scope`: what shows who she is, and nothing more; GitHub shows that without any. */
const kinds = {
  github: { authorize: '/login/oauth/authorize', token: '/login/oauth/access_token', scope: null },
  gitlab: { authorize: '/oauth/authorize', token: '/oauth/token', scope: 'read_user' },
  forgejo: { authorize: '/login/oauth/authorize', token: '/login/oauth/access_token', scope: 'read:user' },
} as const satisfies Readonly<Record<KnownForge['kind'], object>>;

const granted = z.object({ access_token: z.string().min(1) });
const user = z
  .object({ id: z.int().min(1), login: z.string().min(1).optional(), username: z.string().min(1).optional() })
  .transform(({ id, login, username }, context) => {
    const called = login ?? username;
    if (called !== undefined) return { id: String(id), login: called };
    context.addIssue({ code: 'custom', message: 'no login' });
    return z.NEVER;
  });

const refused = (host: string): Refusal =>
  new Refusal('login-refused', {
    fr: `La forge ${host} n’a pas confirmé cette connexion : le code est déjà utilisé, trop vieux, ou d’une autre demande. Recommencez depuis « Mes identités ».`,
    en: `The forge ${host} did not confirm this sign-in: the code was used, is too old, or belongs to another request. Start again from “My identities”.`,
  });

/** The token lives in these lines and nowhere else. @returns the body of the forge's answer about her */
async function askWhoSheIs(ask: ForgeFetch, forge: WithClient, body: string): Promise<string> {
  const { token } = kinds[forge.kind];
  const request = {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body,
  };
  // GitLab and Forgejo answer 400 or 401 to a code that is wrong.
  const text = await askForge(ask, forge, `https://${forge.host}${token}`, request, [400, 401, 404]);
  // GitHub says the same with 200 and `error`.
  const grant = granted.safeParse(text === null ? null : readAnswer(forge, text, (value) => value));
  if (!grant.success) throw refused(forge.host);
  const headers = { accept: 'application/json', authorization: `Bearer ${grant.data.access_token}` };
  const who = await askForge(ask, forge, `${apiBaseOf(forge)}/user`, { headers });
  if (who === null) throw refused(forge.host);
  return who;
}

/** @param ask guarded, and allowed the hosts of these forges, unless a test gives another */
export function forgeLogin(
  forges: ReadonlyMap<string, KnownForge>,
  ask: ForgeFetch = safeFetch({ allowedHosts: hostsAsked(forges.values()) }),
): ForgeLogin {
  const hasClient = (forge: KnownForge): forge is WithClient =>
    forge.clientId !== undefined && forge.clientSecret !== undefined;
  const clients = new Map([...forges.values()].filter(hasClient).map((forge) => [forge.host, forge]));
  const hosts = [...clients.keys()];
  const clientOf = (host: string): WithClient => {
    const forge = clients.get(host);
    if (forge === undefined) throw unknownForge(host, hosts);
    return forge;
  };
  return {
    hosts,
    address: (host, { state, challenge, returnTo }) => {
      const { clientId, kind } = clientOf(host);
      const { authorize, scope } = kinds[kind];
      const query = new URLSearchParams({
        ...{ response_type: 'code', client_id: clientId, redirect_uri: returnTo, state },
        ...{ code_challenge: challenge, code_challenge_method: 'S256' },
        ...(scope === null ? {} : { scope }),
      });
      return `https://${host}${authorize}?${query}`;
    },
    accountOf: async (host, { code, verifier, returnTo }) => {
      const forge = clientOf(host);
      const body = new URLSearchParams({
        ...{ grant_type: 'authorization_code', code, redirect_uri: returnTo, code_verifier: verifier },
        ...{ client_id: forge.clientId, client_secret: forge.clientSecret },
      });
      const who = await askWhoSheIs(ask, forge, body.toString());
      return readAnswer(forge, who, (value) => user.parse(value));
    },
  };
}
