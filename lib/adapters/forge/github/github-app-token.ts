// A GitHub App's token for one installation: asked for with a signed claim (RS256), kept in memory, renewed before it ends.
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import * as z from 'zod';
import { exchanged } from '../exchanged.ts';
import { isLimit, type Patience } from '../forge-patience.ts';
import { accessDenied } from '../forge-refusals.ts';
import type { ForgeFetch } from '../safe-fetch.ts';

export interface GithubApp {
  readonly apiBase: string;
  readonly host: string;
  readonly appId: string;
  readonly installationId: string;
  readonly privateKeyPem: string;
  readonly fetch: ForgeFetch;
  readonly now: () => number;
}

const granted = z.object({ token: z.string().min(1), expires_at: z.iso.datetime({ offset: true }) });

// Renewed while the old one still has so long to live: a page under way must not outlive its token.
const renewBeforeMs = 5 * 60_000;

/** @returns gives the token of now. @throws ComeBackLater; Refusal `repository-unreachable` where GitHub does not accept the app */
export function githubAppToken(app: GithubApp, patience: Patience): () => Promise<string> {
  let kept: { readonly token: string; readonly untilMs: number } | null = null;
  const url = `${app.apiBase}/app/installations/${encodeURIComponent(app.installationId)}/access_tokens`;

  /** @throws Refusal `repository-unreachable` where the key cannot be read: what is wrong with it is not told, for the words could quote it */
  function privateKey(): KeyObject {
    try {
      return createPrivateKey(app.privateKeyPem);
    } catch {
      throw accessDenied(url, app.host);
    }
  }

  async function claim(): Promise<string> {
    const seconds = Math.floor(app.now() / 1000);
    // Set back by a minute, for GitHub refuses a claim from its future; ten minutes is the longest it takes.
    return new SignJWT()
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(app.appId)
      .setIssuedAt(seconds - 60)
      .setExpirationTime(seconds + 540)
      .sign(privateKey());
  }

  async function renew(): Promise<{ token: string; untilMs: number }> {
    const headers = {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${await claim()}`,
      'user-agent': 'communs',
    };
    const { status, header, text } = await exchanged(app.fetch, url, { method: 'POST', headers }, patience);
    if (isLimit(status, header)) throw patience.limited(header);
    if (status >= 500) throw patience.down(header);
    if (status !== 201) throw accessDenied(url, app.host);
    try {
      const { token, expires_at } = granted.parse(JSON.parse(text));
      return { token, untilMs: Date.parse(expires_at) };
    } catch {
      // Its text would hold the token: it goes no further.
      throw patience.down();
    }
  }

  return async () => {
    if (kept === null || app.now() > kept.untilMs - renewBeforeMs) kept = await renew();
    return kept.token;
  };
}
