// The public SSH keys of an account and its number, as GitHub, GitLab and Forgejo publish them without a token.
import * as z from 'zod';
import { Refusal } from '../../model/refusal.ts';
import type { ForgeAccount } from '../../ports/forge.ts';
import type { ForgeKeys } from '../../ports/forge-accounts.ts';
import { askForge, readAnswer, unknownForge } from './ask-forge.ts';
import { apiBaseOf, hostsAsked, type KnownForge } from './known-forges.ts';
import { type ForgeFetch, safeFetch } from './safe-fetch.ts';

const id = z.int().min(1).transform(String);
const byLogin = z.object({ id, login: z.string() });
const byUsername = z.object({ id, username: z.string() }).transform((user) => ({ id: user.id, login: user.username }));

/** Letters, digits and the signs that forges allow: nothing that climbs out of a path. */
const loginForm = /^[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_])?$/;

const unknownAccount = (host: string, login: string): Refusal =>
  new Refusal('unknown-account', {
    fr: `La forge ${host} ne connaît pas de compte « ${login.slice(0, 100)} ». Recopiez votre identifiant tel qu’il figure dans l’adresse de votre profil.`,
    en: `The forge ${host} knows no account '${login.slice(0, 100)}'. Copy your login as it stands in the address of your profile.`,
  });

async function accountOf(ask: ForgeFetch, forge: KnownForge, login: string): Promise<ForgeAccount | null> {
  const base = apiBaseOf(forge);
  if (forge.kind === 'gitlab') {
    const text = await askForge(ask, forge, `${base}/users?username=${encodeURIComponent(login)}`);
    if (text === null) return null;
    const [first] = readAnswer(forge, text, (value) => z.array(byUsername).parse(value));
    return first ?? null;
  }
  const text = await askForge(ask, forge, `${base}/users/${encodeURIComponent(login)}`);
  return text === null ? null : readAnswer(forge, text, (value) => byLogin.parse(value));
}

/** @param ask guarded, and allowed the hosts of these forges, unless a test gives another */
export function forgeKeys(
  forges: ReadonlyMap<string, KnownForge>,
  ask: ForgeFetch = safeFetch({ allowedHosts: hostsAsked(forges.values()) }),
): ForgeKeys {
  const hosts = [...forges.keys()];
  return {
    hosts,
    keysOf: async (host, login) => {
      const forge = forges.get(host);
      if (forge === undefined) throw unknownForge(host, hosts);
      if (!loginForm.test(login)) throw unknownAccount(host, login);
      const account = await accountOf(ask, forge, login);
      // A forge that answers for somebody else than was asked would give her another's keys.
      if (account === null || account.login.toLowerCase() !== login.toLowerCase()) throw unknownAccount(host, login);
      const keys = await askForge(ask, forge, `https://${host}/${encodeURIComponent(account.login)}.keys`);
      return { account, keys: (keys ?? '').split('\n').filter((line) => line.trim() !== '') };
    },
  };
}
