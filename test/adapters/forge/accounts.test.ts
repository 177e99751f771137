// Accounts of GitHub, GitLab and Forgejo: keys and sign-in, asked of a local server that speaks the three shapes.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgeKeys } from '../../../lib/adapters/forge/forge-keys.ts';
import { forgeLogin } from '../../../lib/adapters/forge/forge-login.ts';
import { apiBaseOf, hostsAsked, type KnownForge, knownForges } from '../../../lib/adapters/forge/known-forges.ts';
import { refusalOf } from '../../use-cases/ledger.ts';

const client = { clientId: 'communs-client', clientSecret: 'secret-of-the-client' };
const forges: readonly KnownForge[] = [
  { host: 'github.com', kind: 'github', ...client },
  { host: 'gitlab.example', kind: 'gitlab', ...client },
  { host: 'forgejo.example', kind: 'forgejo', ...client },
];
const known = new Map(forges.map((forge) => [forge.host, forge]));
const keys = 'ssh-ed25519 AAAAC3Nza jo@laptop\nssh-rsa AAAAB3Nza\n';
const token = 'token-granted-once';
const returnTo = 'https://communs.example/developer/identities/login';

interface Told {
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
const told: Told[] = [];
/** `code` → the challenge it was granted for. */
const codes = new Map<string, string>();
let answerWith: { readonly status: number; readonly body: string } | null = null;
let server: Server;
let base: string;

const userOf = (host: string): object =>
  host === 'gitlab.example' ? { id: 77, username: 'jo', email: 'jo@home' } : { id: 77, login: 'jo', email: 'jo@home' };

function granted({ host, body }: Told): { status: number; body: string } {
  const form = new URLSearchParams(body);
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const isRight =
    codes.get(form.get('code') ?? '') === challenge &&
    form.get('client_id') === client.clientId &&
    form.get('client_secret') === client.clientSecret &&
    form.get('redirect_uri') === returnTo &&
    form.get('grant_type') === 'authorization_code';
  codes.delete(form.get('code') ?? '');
  if (isRight) return { status: 200, body: JSON.stringify({ access_token: token, token_type: 'bearer' }) };
  return { status: host === 'github.com' ? 200 : 401, body: JSON.stringify({ error: 'bad_verification_code' }) };
}

function answered(asked: Told): { status: number; body: string } {
  const { host, path, headers } = asked;
  if (/^\/login\/oauth\/access_token$|^\/oauth\/token$/.test(path)) return granted(asked);
  if (/\/user$/.test(path)) {
    return headers.authorization === `Bearer ${token}`
      ? { status: 200, body: JSON.stringify(userOf(host)) }
      : { status: 401, body: '{}' };
  }
  if (path === '/jo.keys') return { status: 200, body: keys };
  if (path === '/api/v4/users?username=jo') return { status: 200, body: JSON.stringify([userOf(host)]) };
  if (path.startsWith('/api/v4/users?')) return { status: 200, body: '[]' };
  if (/\/users\/jo$/i.test(path)) return { status: 200, body: JSON.stringify(userOf(host)) };
  return { status: 404, body: '{}' };
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const asked = { host: String(request.headers['x-host']), path: request.url ?? '', headers: request.headers, body };
    told.push(asked);
    const answer = answerWith ?? answered(asked);
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  told.length = 0;
  answerWith = null;
});

/** As the guarded fetch would, but to the local server. */
const ask = async (
  url: string,
  request: { method?: string; headers?: Readonly<Record<string, string>>; body?: string } = {},
) => {
  const { host, pathname, search } = new URL(url);
  const named = host === 'api.github.com' ? 'github.com' : host;
  return fetch(`${base}${pathname}${search}`, { ...request, headers: { ...request.headers, 'x-host': named } });
};

describe.each(forges)('$kind', (forge) => {
  const { host } = forge;
  it('gives the number of an account and its keys, one a line', async () => {
    expect(await forgeKeys(known, ask).keysOf(host, 'jo')).toEqual({
      account: { id: '77', login: 'jo' },
      keys: ['ssh-ed25519 AAAAC3Nza jo@laptop', 'ssh-rsa AAAAB3Nza'],
    });
  });

  it('knows no account of another name, nor one whose name is a path', async () => {
    const { keysOf } = forgeKeys(known, ask);
    for (const login of ['nobody', '../jo', 'jo/../../x', '', 'jo?x', 'a b']) {
      expect((await refusalOf(keysOf(host, login))).code, login).toBe('unknown-account');
    }
  });

  it('that is down, limits us, or answers nonsense is told apart from one without the account', async () => {
    const { keysOf } = forgeKeys(known, ask);
    for (const answer of [
      { status: 503, body: '' },
      { status: 429, body: '' },
      { status: 200, body: '<html>' },
    ]) {
      answerWith = answer;
      expect((await refusalOf(keysOf(host, 'jo'))).code).toBe('forge-unreachable');
    }
  });

  it('signs her in: what she is sent with, the token once, and who she is', async () => {
    const login = forgeLogin(known, ask);
    const verifier = 'v'.repeat(64);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const address = new URL(login.address(host, { state: 'the-state', challenge, returnTo }));
    expect(address.origin).toBe(`https://${host}`);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      ...{ response_type: 'code', client_id: client.clientId, redirect_uri: returnTo, state: 'the-state' },
      ...{ code_challenge: challenge, code_challenge_method: 'S256' },
    });
    expect(address.href).not.toContain(client.clientSecret);
    codes.set('c1', challenge);
    expect(await login.accountOf(host, { code: 'c1', verifier, returnTo })).toEqual({ id: '77', login: 'jo' });
    expect(told.map(({ path }) => path)).toEqual([
      forge.kind === 'gitlab' ? '/oauth/token' : '/login/oauth/access_token',
      new URL(`${apiBaseOf(forge)}/user`).pathname,
    ]);
  });

  it('confirms no code twice, with another verifier, or of another forge', async () => {
    const login = forgeLogin(known, ask);
    codes.set('c2', createHash('sha256').update('right').digest('base64url'));
    for (const verifier of ['wrong', 'right']) {
      const refusal = await refusalOf(login.accountOf(host, { code: 'c2', verifier, returnTo }));
      expect(refusal.code).toBe('login-refused');
      expect(JSON.stringify(refusal)).not.toContain(client.clientSecret);
    }
  });
});

it('forges that are not set up are refused by name', async () => {
  const without = knownForges(undefined);
  expect([...without.keys()]).toEqual(['github.com', 'gitlab.com', 'codeberg.org']);
  expect(forgeLogin(without, ask).hosts).toEqual([]);
  const address = async () => forgeLogin(without, ask).address('github.com', { state: '', challenge: '', returnTo });
  expect((await refusalOf(address())).code).toBe('unknown-forge');
  expect((await refusalOf(forgeKeys(without, ask).keysOf('evil.example', 'jo'))).code).toBe('unknown-forge');
  expect(told).toEqual([]);
});

it('the setting adds forges, gives clients to the known ones, and is never quoted where it does not read', () => {
  const setting = JSON.stringify([{ host: 'git.example:8443', kind: 'forgejo' }, forges[0]]);
  const read = knownForges(setting);
  expect(read.get('github.com')?.clientId).toBe(client.clientId);
  expect(apiBaseOf(read.get('git.example:8443')!)).toBe('https://git.example:8443/api/v1');
  expect(hostsAsked(read.values())).toEqual(expect.arrayContaining(['git.example', 'github.com', 'api.github.com']));
  for (const wrong of [
    '{',
    '[{"host":"Évil","kind":"github"}]',
    `[{"host":"a","kind":"x","clientSecret":"${client.clientSecret}"}]`,
  ]) {
    expect(() => knownForges(wrong)).toThrow(/COMMUNS_FORGE_ACCOUNTS/);
    expect(() => knownForges(wrong)).not.toThrow(client.clientSecret);
  }
});
