// Accounts of forges: who may sign or sign in with them.
import type { ForgeAccount } from './forge.ts';

/** What a forge publishes of an account: who may sign for it. */
export interface ForgeKeys {
  /** The forges that are asked, by host. */
  readonly hosts: readonly string[];
  /**
   * @returns the account behind a login today, and its public SSH keys, one a line
   * @throws Refusal `unknown-forge`, `unknown-account`, `forge-unreachable`
   */
  readonly keysOf: (
    host: string,
    login: string,
  ) => Promise<{ readonly account: ForgeAccount; readonly keys: readonly string[] }>;
}

/** Sign-in with an account of a forge: OAuth 2.0, authorization code with PKCE. What the forge grants is used once and kept nowhere. */
export interface ForgeLogin {
  /** The forges for which the operator has a client, by host. */
  readonly hosts: readonly string[];
  /**
   * @returns where she goes to say yes
   * @throws Refusal `unknown-forge`
   */
  readonly address: (
    host: string,
    asked: { readonly state: string; readonly challenge: string; readonly returnTo: string },
  ) => string;
  /** @throws Refusal `unknown-forge`, `forge-unreachable`, `login-refused` */
  readonly accountOf: (
    host: string,
    given: { readonly code: string; readonly verifier: string; readonly returnTo: string },
  ) => Promise<ForgeAccount>;
}
