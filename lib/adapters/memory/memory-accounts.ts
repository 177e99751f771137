// Mail and accounts of forges in memory: tests read what was sent, and say which account has which keys.
import { Refusal } from '../../model/refusal.ts';
import type { ForgeAccount } from '../../ports/forge.ts';
import type { ForgeKeys, ForgeLogin } from '../../ports/forge-accounts.ts';
import type { Mail } from '../../ports/mail.ts';
import { unknownForge } from '../forge/ask-forge.ts';

export interface SentMessage {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** By `<host>/<login>`. */
export type MemoryAccounts = Map<string, { readonly account: ForgeAccount; readonly keys: readonly string[] }>;

/** @param sent the caller keeps it */
export const memoryMail = (sent: SentMessage[]): Mail => ({
  outbox: 'memory (TEST)',
  isSetUp: true,
  send: async (message) => {
    sent.push(message);
  },
});

const hostsOf = (accounts: MemoryAccounts): readonly string[] => [
  ...new Set([...accounts.keys()].map((key) => key.slice(0, key.indexOf('/')))),
];

const requireHost = (accounts: MemoryAccounts, host: string): void => {
  if (!hostsOf(accounts).includes(host)) throw unknownForge(host, hostsOf(accounts));
};

export const memoryForgeKeys = (accounts: MemoryAccounts): ForgeKeys => ({
  get hosts() {
    return hostsOf(accounts);
  },
  keysOf: async (host, login) => {
    requireHost(accounts, host);
    const found = accounts.get(`${host}/${login}`);
    if (found !== undefined) return found;
    throw new Refusal('unknown-account', {
      fr: `La forge ${host} ne connaît pas de compte « ${login} ». Vérifiez l’identifiant.`,
      en: `The forge ${host} knows no account '${login}'. Check the login.`,
    });
  },
});

/** Whoever is called in the code is who says yes. */
export const memoryForgeLogin = (accounts: MemoryAccounts): ForgeLogin => ({
  get hosts() {
    return hostsOf(accounts);
  },
  address: (host, { state, challenge, returnTo }) => {
    requireHost(accounts, host);
    return `https://${host}/authorize?${new URLSearchParams({ state, code_challenge: challenge, redirect_uri: returnTo })}`;
  },
  accountOf: async (host, { code }) => {
    const found = accounts.get(`${host}/${code}`);
    if (found !== undefined) return found.account;
    throw new Refusal('login-refused', {
      fr: `La forge ${host} n’a pas confirmé cette connexion. Recommencez.`,
      en: `The forge ${host} did not confirm this sign-in. Start again.`,
    });
  },
});
