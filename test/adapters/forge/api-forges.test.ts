// Which place and which credentials each setting leads to.
import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { apiForges, type ForgeAt } from '../../../lib/adapters/forge/api-forges.ts';
import { failureOf, marker } from './forge-contract.ts';
import { now } from './pulling.ts';

async function askedFirst(
  kind: 'github' | 'gitlab' | 'forgejo',
  at: ForgeAt,
  below = '',
): Promise<readonly [string, string]> {
  const asked: (readonly [string, string])[] = [];
  const forges = apiForges(
    () => now,
    async (url, request) => {
      const { authorization = '', 'private-token': token = '' } = request?.headers ?? {};
      asked.push([url, `${authorization}${token}`]);
      return new Response('{}', { status: 503 });
    },
  );
  await failureOf(
    forges[kind](at).start({ repository: 'r', url: `https://${at.host}${below}/a/b` }, { tips: [], acts: null }),
  );
  return asked[0]!;
}

it('is the usual place of the host, or the one that was set', async () => {
  const token = marker;
  const cases = [
    ['github', { host: 'github.com', token }, 'https://api.github.com/graphql', `bearer ${token}`],
    ['github', { host: 'ghe.test', token }, 'https://ghe.test/api/graphql', `bearer ${token}`],
    ['gitlab', { host: 'gitlab.com' }, 'https://gitlab.com/api/v4/projects/a%2Fb', ''],
    ['gitlab', { host: 'g.test', api: 'https://api.g.test/v4/', token }, 'https://api.g.test/v4/projects/a%2Fb', token],
    ['forgejo', { host: 'codeberg.org', token }, 'https://codeberg.org/api/v1/repos/a/b', `token ${token}`],
  ] as const;
  for (const [kind, at, url, sent] of cases) expect(await askedFirst(kind, at)).toEqual([url, sent]);
});

it('is below the path of its host where the forge lives there', async () => {
  const at = { host: 'h.test', api: 'https://h.test/sub/api/v4' };
  expect((await askedFirst('gitlab', at, '/sub'))[0]).toBe('https://h.test/sub/api/v4/projects/a%2Fb');
  const forgejo = { host: 'h.test', api: 'https://h.test/git/api/v1' };
  expect((await askedFirst('forgejo', forgejo, '/git'))[0]).toBe('https://h.test/git/api/v1/repos/a/b');
  const outside = apiForges(() => now)
    .forgejo(forgejo)
    .start({ repository: 'r', url: 'https://h.test/a/b' }, { tips: [], acts: null });
  expect(await failureOf(outside)).toMatchObject({ code: 'repository-refused' });
});

it('is the sign-in of an app first, where one was set', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const app = {
    id: '1',
    installation: '2',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  const [url, sent] = await askedFirst('github', { host: 'github.com', app });
  expect(url).toBe('https://api.github.com/app/installations/2/access_tokens');
  expect(sent).toMatch(/^Bearer ey/);
});
